import Testing

/// What each JavaScript expression becomes.
struct JavaScriptExpressionTests {
  @Test(arguments: [
    LoweringCase(
      "left chains of one operator",
      source: #"""
        x = a + b + c - d + (e + f) + `g`
        x = a && b && c || d || e
        x = a ?? b ?? c
        """#, path: "a.js",
      lowered: #"""
          x = (((a add b add c) arithmetic d) add (e add f) add "g")
          x = ((a and b and c) or d or e)
          x = (a coalesce b coalesce c)
        """#),
    LoweringCase(
      "operators",
      source: #"""
        x = a * b % c ** d
        x = a == b != (c === d) !== e
        x = a < b || a <= b || a > b || a >= b
        x = "k" in a && b instanceof C
        x = a | b & c ^ d << e >>> f
        """#, path: "a.js",
      lowered: #"""
          x = (a arithmetic b arithmetic (c arithmetic d))
          x = (((a equal b) notEqual (c identical d)) notIdentical e)
          x = ((a less b) or (a lessOrEqual b) or (a greater b) or (a greaterOrEqual b))
          x = (("k" contains a) and (b instanceOf C))
          x = (a arithmetic (b arithmetic c arithmetic (d arithmetic e arithmetic f)))
        """#),
    LoweringCase(
      "unary operators",
      source: #"""
        x = [!a, -a, -1, +a, ~a]
        x = [typeof a, void 0, delete a.b]
        """#, path: "a.js",
      lowered: #"""
          x = list[(not a), (arithmetic a), -1, (toNumber a), (arithmetic a)]
          x = list[(typeOf a), (discard 0), (delete a.b)]
        """#),
    LoweringCase(
      "literals",
      source: #"""
        x = [1, 0x1F, 0b11, 0o17, 017, 1_000, 10n, .5, 5., 1e3, true, false, null, undefined, NaN]
        """#, path: "a.js",
      lowered: #"""
          x = list[1, 31, 3, 15, 15, 1000, 10, 0.5, 5, 1000, true, false, null, null, NaN]
        """#),
    LoweringCase(
      "texts with escapes",
      source: #"""
        x = ["a\n\t\x41\u0041\u{1F600}\uD83D\uDE00\0\'\q", 'it"s', "a\
        b"]
        """#, path: "a.js",
      lowered: #"""
          x = list["a\n\u{9}AA😀😀\u{0}'q", "it\"s", "ab"]
        """#),
    LoweringCase(
      "templates",
      source: #"""
        x = `a${b}c${d + `e${f}`}`
        x = `plain`
        x = ``
        x = `\${a}\n`
        """#, path: "a.js",
      lowered: #"""
          x = text("a", b, "c", (d add text("e", f)))
          x = "plain"
          x = ""
          x = "${a}\n"
        """#),
    LoweringCase(
      "tagged templates",
      source: #"""
        x = sql`select ${a} from ${b}`
        x = a.b`c`
        """#, path: "a.js",
      lowered: #"""
          x = sql`(list["select ", " from ", ""], a, b)`
          x = a.b`(list["c"])`
        """#),
    LoweringCase(
      "regular expressions",
      source: #"""
        x = /a[/]\/(b+)+$/gi.test(y)
        """#, path: "a.js",
      lowered: #"""
          x = /a[/]\/(b+)+$/gi.test(y)
        """#),
    LoweringCase(
      "members",
      source: #"""
        x = a.b["c"][d][0]?.e?.[f]
        x = this.#p
        x = import.meta.url
        """#, path: "a.js",
      lowered: #"""
          x = a.b.c[d][0].e[f]
          x = <receiver>.#p
          x = import.meta.url
        """#),
    LoweringCase(
      "calls",
      source: #"""
        f(); a.b(c, ...d); a?.b?.(c); new A(b); new A; new a.B().c()
        """#, path: "a.js",
      lowered: #"""
          f()
          a.b(c, ...d)
          a.b?.(c)
          new A(b)
          new A()
          new a.B().c()
        """#),
    LoweringCase(
      "dynamic imports",
      source: #"""
        const a = require("a"), b = await import("./b.js")
        """#, path: "a.js",
      lowered: #"""
          let a = require("a")
          let b = (await import("./b.js"))
        """#),
    LoweringCase(
      "lists",
      source: #"""
        x = [a, , ...b, [c],]
        """#, path: "a.js",
      lowered: #"""
          x = list[a, null, ...b, list[c]]
        """#),
    LoweringCase(
      "records",
      source: #"""
        x = { a, b: 1, "c-d": 2, 3: 4, [e]: 5, ["f"]: 6, ...g }
        x = { a() { return 1 }, async *b() {}, get c() { return 2 }, set c(v) {}, [d]() {} }
        """#, path: "a.js",
      lowered: #"""
          x = {"a": a, "b": 1, "c-d": 2, "3": 4, [e]: 5, "f": 6, ...g}
          x = {method "c" fn#3, method "a" fn#0, method "b" fn#1, "c": fn#2(), [d]: fn#4}
        fn#0 a()
          return 1
        fn#1 async generator b()
        fn#2 c()
          return 2
        fn#3 c(v)
        fn#4 [d]()
        """#),
    LoweringCase(
      "choices",
      source: #"""
        x = a ? b : c ? d : e
        """#, path: "a.js",
      lowered: #"""
          x = (a ? b : (c ? d : e))
        """#),
    LoweringCase(
      "assignments as values",
      source: #"""
        f(a = b = c, d += 1, e.f++)
        """#, path: "a.js",
      lowered: #"""
          f((a := (b := c)), (d := (d add 1)), (e.f := (e.f arithmetic 1)))
        """#),
    LoweringCase(
      "commas",
      source: #"""
        x = (a, b, c)
        """#, path: "a.js",
      lowered: #"""
          x = (a sequence b sequence c)
        """#),
    LoweringCase(
      "awaiting brackets, which the grammar misreads",
      source: #"""
        async () => {
          const a = await (await f()).g()
          const b = (await (c).d()).e, h = await [i, j].map(k)
          return !(await (l)[m]) + await (n, o).p
        }
        """#, path: "a.js",
      lowered: #"""
          fn#0
        fn#0 async arrow ()
          let a = (await (await f()).g())
          let b = (await c.d()).e
          let h = (await list[i, j].map(k))
          return ((not (await l[m])) add (await (n sequence o).p))
        """#),
    LoweringCase(
      "awaiting",
      source: #"""
        async () => { const x = await (await f()).g(); return await h }
        """#, path: "a.js",
      lowered: #"""
          fn#0
        fn#0 async arrow ()
          let x = (await (await f()).g())
          return (await h)
        """#),
    LoweringCase(
      "arrows",
      source: #"""
        x = a => b => a + b
        x = async ({ a, b = 1 }, [c], ...d) => ({ a })
        x = () => { f() }
        """#, path: "a.js",
      lowered: #"""
          x = fn#1
          x = fn#2
          x = fn#3
        fn#0 arrow (b)
          return (a add b)
        fn#1 arrow (a)
          return fn#0
        fn#2 async arrow ({"a": a, "b": b ?= 1}, [c], *d)
          return {"a": a}
        fn#3 arrow ()
          f()
        """#),
    LoweringCase(
      "function values",
      source: #"""
        x = function () { return arguments }
        x = function* g() { yield 1; yield }
        x = async function () {}
        """#, path: "a.js",
      lowered: #"""
          x = fn#0
          x = fn#1
          x = fn#2
        fn#0 ()
          return arguments
        fn#1 generator g()
          (yield 1)
          (yield)
        fn#2 async ()
        """#),
    LoweringCase(
      "callbacks and promises",
      source: #"""
        f(a, (err, data) => { if (err) throw err; g(data) })
        p.then(({ data }) => data, console.error).catch(e => e).finally(() => {})
        """#, path: "a.js",
      lowered: #"""
          f(a, fn#0)
          p.then(fn#1, console.error).catch(fn#2).finally(fn#3)
        fn#0 arrow (err, data)
          if err
            throw err
          g(data)
        fn#1 arrow ({"data": data})
          return data
        fn#2 arrow (e)
          return e
        fn#3 arrow ()
        """#),
    LoweringCase(
      "markup",
      source: #"""
        x = <div id="a" {...p} d>t {a}<B.C/></div>
        x = <a.b>
         <></>{...e}{/* n */}</a.b>
        """#, path: "a.js",
      lowered: #"""
          x = JSX.createElement("div", {"id": "a", ...p, "d": true}, "t ", a, JSX.createElement(B.C, {}))
          x = JSX.createElement(a.b, {}, JSX.createElement("", {}), ...e)
        """#),
  ])
  func everyExpression(_ program: LoweringCase) {
    #expect(program.result == program.lowered)
  }
}
