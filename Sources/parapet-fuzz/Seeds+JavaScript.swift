extension Seeds {
  static let javaScript = #"""
    #!/usr/bin/env node
    'use strict'
    import def, { a as b, default as c } from "./m"
    import * as ns from '../n'
    const { S3Client, Get: G = 3, ...others } = require('@aws-sdk/client-s3'), [, second, , fourth = 4] = list
    let x, y = 0x1F, z = 1_000n, re = /a[/]b\/(c+)+/gi
    exports.handler = module.exports.h = async (event, context) => {
      const key = event.Records[0].s3["object"].key ?? 'none'
      const body = await (await fetch(`https://${event.host}/\u{1F600}\x41`)).json()
      exec(`tar -xf ${key} ${ '/tmp' + `in${x}` }`, { shell: true }, (e, out) => cb(null, out))
      return { statusCode: 200, body, [dyn]: 1, 'q-r': 2, get g() { return 1 }, async *m() { yield* z }, ...rest }
    }
    outer: for (let i = 0, n = 3; i < n; i++) { for (const [k, v] of Object.entries(o)) if (k) continue outer }
    for await (const c of stream) buf += c
    switch (e.type) { case 'a': one(); case 'b': { two(); break } default: three() }
    try { risky() } catch ({ message: m }) { log(m) } finally { done() }
    a && b(), c || (d = 1); f ? g() : h ? i() : j()
    x ||= 5; obj.a.b++; delete obj.c; void 0; typeof x === 'undefined' || x instanceof Y && 'k' in o
    sql`select ${x} from t`; a?.b?.[c]?.(d); new Foo.Bar(...args); with (obj) { foo }
    export { x as y }; export * from './all'; export default function () { return import('x') }
    """#

  static let javaScriptClasses = #"""
    @decorated({ a: 1 })
    export class A extends mixin(B, C) {
      #p = 1; static s = 'x'
      constructor(a, { b = 2 } = {}, ...rest) { super(a); this.#p = a }
      get v() { return this.#p } static async go() {} *[Symbol.iterator]() { yield 1 }
      static { init() }
      handler = async (e) => { this.x = e }
    }
    const el = <div className="x" {...props} onClick={() => go()} disabled>text {value} <B.C a={1}/> <></></div>
    p.then(r => r.json()).then(({ data }) => data.x, err => { throw err }).catch(console.error)
    """#

  static let typeScript = #"""
    import type { T } from './t'
    import fs = require('fs')
    import Alias = A.B.C
    interface I { a: string; (b: number): void }
    type Q<T> = { [K in keyof T]?: T[K] extends infer U ? U : never } | `a${string}`
    declare module 'x' { export function f(): void }
    export const enum Color { Red, Green = 5, Text = 'txt', Calc = 1 << 2 }
    namespace Outer.Inner { export const a = 1; export function fn(x: string) { return x } }
    abstract class S<T> extends Base<T> implements I, J {
      private readonly x: string = 'a'
      constructor(private readonly svc: Service, public name = 'n', plain?: string) { super() }
      abstract foo(): void
      over(a: string): void
      over(a: any) { return a as string }
      @Get('/x') async list(@Body() dto: Dto): Promise<void> { return this.svc!.find(dto satisfies X) }
    }
    export const handler: Handler<Event> = async (event: Event, { a }: Ctx, ...rest: string[]): Promise<R> => {
      const b = JSON.parse(event.body!) as Body
      return fn<string>(b)
    }
    function f(this: Window, v: unknown): asserts v is string {}
    export = handler
    """#

  static let javaScriptTokens = [
    "function ", "function* ", "async ", "await ", "await (", "yield* ", "=> ", "class A ", "extends ",
    "static ",
    "get ", "set ", "#p", "const ", "let [", "var {", "...", "?.", "??", "??=", "||=", "&&", "`", "${", "}`",
    "/*",
    "*/", "//", "/a/g", "<a>", "</a>", "<", "/>", "import ", "export ", "default ", " from 'm'",
    "require('m')",
    "new ", "delete ", "typeof ", "void ", " in ", " of ", " instanceof ", "if (", "else ", "for (",
    "while (",
    "do ", "switch (a) {", "case 1:", "default:", "try {", "catch (e) {", "finally {", "throw ", "return ",
    "a: ",
    "break a", "continue ", "with (", "this", "super", "=", "+=", "++", ";", ",", "(", ")", "@d ", "enum ",
    "namespace ", "declare ", "interface ", "type ", " as any", " satisfies ", "!", ": string", "<T>",
    "private ",
    "readonly ", "abstract ", "\\u{", "\\x4", "0x", "1n", "\u{2028}",
  ]
}
