import Testing

/// What each JavaScript statement becomes.
struct JavaScriptStatementTests {
  @Test(arguments: [
    LoweringCase(
      "declarations",
      source: #"""
        var a, b = 1; let c = "x"; const d = a
        """#, path: "a.js",
      lowered: #"""
          let a
          let b = 1
          let c = "x"
          let d = a
        """#),
    LoweringCase(
      "destructuring of objects",
      source: #"""
        const { a, b: c, d = 1, e: { f = 2 } = {} } = x
        const { "g-h": i, [k]: l, 7: m, ...rest } = x
        """#, path: "a.js",
      lowered: #"""
          let {"a": a, "b": c, "d": d ?= 1, "e": {"f": f ?= 2} ?= {}} = x
          let {"g-h": i, [k]: l, "7": m, ...rest} = x
        """#),
    LoweringCase(
      "destructuring of arrays",
      source: #"""
        const [a, , b = 1, [c], ...rest] = x
        const [, /* , */ second] = y
        """#, path: "a.js",
      lowered: #"""
          let [a, _, b ?= 1, [c], ...rest] = x
          let [_, second] = y
        """#),
    LoweringCase(
      "destructuring assignments",
      source: #"""
        ({ a, b: c.d } = x);
        [e[0], f] = y;
        """#, path: "a.js",
      lowered: #"""
          {"a": a, "b": c.d} = x
          [e[0], f] = y
        """#),
    LoweringCase(
      "chains of assignments bind the last target first",
      source: #"""
        exports.handler = module.exports.run = run
        const app = module.exports = express()
        """#, path: "a.js",
      lowered: #"""
          module.exports.run = run
          exports.handler = run
          module.exports = express()
          let app = express()
        """#),
    LoweringCase(
      "changes",
      source: #"""
        a += b; a.b -= 1; c ||= d; c &&= d; c ??= d; i++; --a[i]
        """#, path: "a.js",
      lowered: #"""
          a add= b
          a.b arithmetic= 1
          c or= d
          c and= d
          c coalesce= d
          i arithmetic= 1
          a[i] arithmetic= 1
        """#),
    LoweringCase(
      "functions are declared before anything runs",
      source: #"""
        run()
        function run(a) { stop(a); function stop(b) {} }
        """#, path: "a.js",
      lowered: #"""
          declare fn#1
          run()
        fn#0 stop(b)
        fn#1 run(a)
          declare fn#0
          stop(a)
        """#),
    LoweringCase(
      "conditions",
      source: #"""
        if (a) b(); else if (c) { d() } else e()
        """#, path: "a.js",
      lowered: #"""
          if a
            b()
          else
            if c
              d()
            else
              e()
        """#),
    LoweringCase(
      "counting loops",
      source: #"""
        for (let i = 0, n = x.length; i < n; i++) f(x[i])
        for (i = 0; ; ) break
        """#, path: "a.js",
      lowered: #"""
          block
            let i = 0
            let n = x.length
            while (i less n) step (i := (i arithmetic 1))
              f(x[i])
          i = 0
          while
            break
        """#),
    LoweringCase(
      "loops over elements and keys",
      source: #"""
        for (const [k, v] of x) f(k)
        for (k in x) f(k)
        async function g() { for await (const c of x) f(c) }
        """#, path: "a.js",
      lowered: #"""
          declare fn#0
          for [k, v] in x
            f(k)
          for key k in x
            f(k)
        fn#0 async g()
          for c in x
            f(c)
        """#),
    LoweringCase(
      "loops with a condition",
      source: #"""
        while (a) continue
        do { f() } while (b)
        """#, path: "a.js",
      lowered: #"""
          while a
            continue
          while b
            f()
        """#),
    LoweringCase(
      "jumps to the innermost label only",
      source: #"""
        outer: for (const a of x) { for (const b of a) { if (b) continue outer; break } }
        same: while (a) { if (b) break same }
        """#, path: "a.js",
      lowered: #"""
          for a in x
            for b in a
              if b
              break
          while a
            if b
              break
        """#),
    LoweringCase(
      "switch",
      source: #"""
        switch (a.b) {
          case 1:
          case "x": f(); break
          case 2: { g(); break }
          case 3: if (c) break; h()
          default: i()
        }
        """#, path: "a.js",
      lowered: #"""
          switch a.b
            case 1 (falls through)
            case "x"
              f()
            case 2
              g()
            case 3 (falls through)
              if c
                break
              h()
            case (falls through)
              i()
        """#),
    LoweringCase(
      "try",
      source: #"""
        try { f() } catch ({ message }) { g(message) } finally { h() }
        try { f() } catch { g() }
        """#, path: "a.js",
      lowered: #"""
          try
            f()
          catch as {"message": message}
            g(message)
          finally
            h()
          try
            f()
          catch
            g()
        """#),
    LoweringCase(
      "leaving",
      source: #"""
        function f() { if (a) throw new Error("x"); if (b) return; return c(), d }
        """#, path: "a.js",
      lowered: #"""
          declare fn#0
        fn#0 f()
          if a
            throw new Error("x")
          if b
            return
          c()
          return d
        """#),
    LoweringCase(
      "effects of minified code",
      source: #"""
        a && b(); a || (c = 1, d()); a ? b() : c ? d() : e(); (f(), g += 1);
        """#, path: "a.js",
      lowered: #"""
          if a
            b()
          if a
          else
            c = 1
            d()
          if a
            b()
          else
            if c
              d()
            else
              e()
          f()
          g add= 1
        """#),
    LoweringCase(
      "directives and empty statements",
      source: #"""
        "use strict"; ; debugger
        """#, path: "a.js",
      lowered: #"""

        """#),
    LoweringCase(
      "blocks",
      source: #"""
        { let a = 1; f(a) }
        """#, path: "a.js",
      lowered: #"""
          block
            let a = 1
            f(a)
        """#),
    LoweringCase(
      "with",
      source: #"""
        with (a) { b() }
        """#, path: "a.js",
      lowered: #"""
          a
          b()
        gap unsupported with_statement at line 1
        """#),
    LoweringCase(
      "delegation",
      source: #"""
        function* f() { yield* g(); const x = yield* h() }
        """#, path: "a.js",
      lowered: #"""
          declare fn#0
        fn#0 generator f()
          for yielded in g()
            (yield yielded)
          let x = (await h())
        """#),
  ])
  func everyStatement(_ program: LoweringCase) {
    #expect(program.result == program.lowered)
  }
}
