import Testing

/// What TypeScript adds, and what is left of it.
struct JavaScriptTypeTests {
  @Test(arguments: [
    LoweringCase(
      "types are kept as text",
      source: #"""
        const h: Handler<S3Event, R> = async (e: S3Event, c?: Context, ...rest: string[]): Promise<R> => e
        """#, path: "a.ts",
      lowered: #"""
          let h: Handler<S3Event, R> = fn#0
        fn#0 async arrow (e: S3Event, c: Context, *rest: string[])
          return e
        """#),
    LoweringCase(
      "casts are left out",
      source: #"""
        x = (a as any).b!.c satisfies D
        x = <any>a
        x = f<string>(a)
        x = g<T>
        """#, path: "a.ts",
      lowered: #"""
          x = a.b.c
          x = a
          x = f(a)
          x = g
        """#),
    LoweringCase(
      "declarations of types are left out",
      source: #"""
        interface A { b: string }
        type B = { c: number }
        declare const d: string
        declare module "m" { export function e(): void }
        declare global { var g: string }
        """#, path: "a.ts",
      lowered: #"""

        """#),
    LoweringCase(
      "imports of types are left out",
      source: #"""
        import type { A } from "./a"
        import { type B, c, type as d } from "./b"
        export type { A }
        export type { E } from "./e"
        """#, path: "a.ts",
      lowered: #"""
          import "./b" {c, type as d}
        """#),
    LoweringCase(
      "required modules",
      source: #"""
        import fs = require("fs")
        import Q = A.B.C
        export = fs
        """#, path: "a.ts",
      lowered: #"""
          let fs = module("fs")
          let Q = A.B.C
          export fs as export=
        """#),
    LoweringCase(
      "enumerations",
      source: #"""
        enum A { B, C = 5, D, E = "e", F = f(), G }
        export const enum H { I = "i" }
        """#, path: "a.ts",
      lowered: #"""
          let A = {"B": 0, "C": 5, "D": 6, "E": "e", "F": f(), "G": <missing>}
          let H = {"I": "i"}
          export H as H
        """#),
    LoweringCase(
      "namespaces",
      source: #"""
        namespace A { const hidden = 1; export const b = hidden; export function c() {} }
        export namespace D.E { export class F {} }
        """#, path: "a.ts",
      lowered: #"""
          let A = fn#1()
          let D = {"E": fn#2()}
          export D as D
        fn#0 c()
        fn#1 arrow ()
          declare fn#0
          let hidden = 1
          let b = hidden
          return {"b": b, "c": c}
        fn#2 arrow ()
          declare class#0
          return {"F": F}
        class#0 F()
        """#),
    LoweringCase(
      "overloads are left out",
      source: #"""
        function f(a: string): void
        function f(a: any) { return a }
        class A { m(a: string): void; m(a: any) {} }
        """#, path: "a.ts",
      lowered: #"""
          declare fn#0
          declare class#0
        fn#0 f(a: any)
          return a
        fn#1 m(a: any)
        class#0 A()
          method m = fn#1 on implicitInstance
        """#),
    LoweringCase(
      "the type of this is no parameter",
      source: #"""
        function f(this: Window, a: string) {}
        """#, path: "a.ts",
      lowered: #"""
          declare fn#0
        fn#0 f(a: string)
        """#),
    LoweringCase(
      "parameters that are properties",
      source: #"""
        class A { constructor(private readonly a: B, public c = 1, d: string) { f(d) } }
        """#, path: "a.ts",
      lowered: #"""
          declare class#0
        fn#0 constructor(a: B, c = 1, d: string)
          <receiver>.a = a
          <receiver>.c = c
          f(d)
        class#0 A()
          constructor constructor = fn#0 on implicitInstance
        """#),
    LoweringCase(
      "classes",
      source: #"""
        abstract class A<T> extends B<T> implements C, D {
          private readonly a: string = "x"
          static b?: number
          declare c: E
          abstract d(): void
          protected async e<T>(f: T): Promise<T> { return f }
          [key: string]: any
          override get g(): string { return "" }
        }
        """#, path: "a.ts",
      lowered: #"""
          declare class#0
        fn#0 async e(f: T)
          return f
        fn#1 g()
          return ""
        class#0 A(B)
          field a: string = "x"
          static field b: number
          field c: E
          method e = fn#0 on implicitInstance
          getter g = fn#1 on implicitInstance
        """#),
    LoweringCase(
      "decorators",
      source: #"""
        @Controller("a")
        export class A {
          @Get("/b") @Auth() async c(@Body() d: E) {}
          @Input() f: string
        }
        """#, path: "a.ts",
      lowered: #"""
          declare class#0
          export A as A
        fn#0 async c(d: E)
          @Get("/b")
          @Auth()
        class#0 A()
          @Controller("a")
          field f: string
          method c = fn#0 on implicitInstance
        """#),
    LoweringCase(
      "assertions",
      source: #"""
        function f(x: unknown): asserts x is string { if (!x) throw new Error("no") }
        """#, path: "a.ts",
      lowered: #"""
          declare fn#0
        fn#0 f(x: unknown)
          if (not x)
            throw new Error("no")
        """#),
  ])
  func everyTypeScriptConstruct(_ program: LoweringCase) {
    #expect(program.result == program.lowered)
  }
}
