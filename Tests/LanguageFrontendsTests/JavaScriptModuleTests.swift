import Testing

/// What the imports and exports of JavaScript become.
struct JavaScriptModuleTests {
  @Test(arguments: [
    LoweringCase(
      "imports",
      source: #"""
        import "a"
        import b from "b"
        import * as c from "./c"
        import d, { e, f as g, default as h, "i j" as k } from "../d.js"
        import l, * as m from "m"
        """#, path: "a.mjs",
      lowered: #"""
          import "a" {}
          import "b" {default as b}
          import "./c" {* as c}
          import "../d.js" {default as d, e, f as g, default as h, i j as k}
          import "m" {default as l, * as m}
        """#),
    LoweringCase(
      "exported declarations",
      source: #"""
        export const a = 1, { b, c: [d] } = x
        export function f() {}
        export async function* g() {}
        export class C {}
        """#, path: "a.mjs",
      lowered: #"""
          declare fn#0
          declare fn#1
          let a = 1
          let {"b": b, "c": [d]} = x
          export a as a
          export b as b
          export d as d
          export f as f
          export g as g
          declare class#0
          export C as C
        fn#0 f()
        fn#1 async generator g()
        class#0 C()
        """#),
    LoweringCase(
      "exported names",
      source: #"""
        export { a, b as c, d as default, e as "f g" }
        """#, path: "a.mjs",
      lowered: #"""
          export a as a
          export b as c
          export d as default
          export e as f g
        """#),
    LoweringCase(
      "exports from other modules",
      source: #"""
        export * from "a"
        export * as b from "b"
        export { c, default as d } from "c"
        """#, path: "a.mjs",
      lowered: #"""
          export * as * from "a"
          export * as b from "b"
          export c as c from "c"
          export default as d from "c"
        """#),
    LoweringCase(
      "default values",
      source: #"""
        export default async (event) => event
        """#, path: "a.mjs",
      lowered: #"""
          export fn#0 as default
        fn#0 async arrow (event)
          return event
        """#),
    LoweringCase(
      "default declarations",
      source: #"""
        export default function f() {}
        """#, path: "a.mjs",
      lowered: #"""
          declare fn#0
          export f as default
        fn#0 f()
        """#),
    LoweringCase(
      "default classes",
      source: #"""
        export default class { m() {} }
        """#, path: "a.mjs",
      lowered: #"""
          export class#0 as default
        fn#0 m()
        class#0 ()
          method m = fn#0 on implicitInstance
        """#),
    LoweringCase(
      "common exports",
      source: #"""
        exports.handler = async (event) => event
        module.exports = { a, b: require("./b") }
        """#, path: "a.mjs",
      lowered: #"""
          exports.handler = fn#0
          module.exports = {"a": a, "b": require("./b")}
        fn#0 async arrow (event)
          return event
        """#),
  ])
  func everyImportAndExport(_ program: LoweringCase) {
    #expect(program.result == program.lowered)
  }
}
