import Testing

/// What each Python statement becomes.
struct PythonStatementTests {
  @Test(arguments: [
    LoweringCase(
      "plain, chained, annotated and augmented assignments",
      source: #"""
        a = b = f(1)
        x: int = 5
        y: str
        x += 1
        n //= 2
        s |= other
        t %= u
        """#,
      lowered: #"""
          a = f(1)
          b = f(1)
          x: int = 5
          let y: str
          x add= 1
          n arithmetic= 2
          s union= other
          t remainder= u
        """#),
    LoweringCase(
      "targets",
      source: #"""
        a.b, c[0], *rest = z
        (q) = 1
        (q,) = 1
        [a, (b, c)] = d
        """#,
      lowered: #"""
          [a.b, c[0], ...rest] = z
          q = 1
          [q] = 1
          [a, [b, c]] = d
        """#),
    LoweringCase(
      "branches",
      source: #"""
        if a:
            f()
        elif b:
            g()
        elif c:
            h()
        else:
            i()
        """#,
      lowered: #"""
          if a
            f()
          else
            if b
              g()
            else
              if c
                h()
              else
                i()
        """#),
    LoweringCase(
      "loops",
      source: #"""
        for i, (k, v) in enumerate(items):
            continue
        else:
            f()
        while x < 3:
            break
        else:
            g()
        """#,
      lowered: #"""
          for [i, [k, v]] in enumerate(items)
            continue
          else
            f()
          while (x less 3)
            break
          else
            g()
        """#),
    LoweringCase(
      "try",
      source: #"""
        try:
            f()
        except (A, m.B) as e:
            raise
        except C:
            raise X("a") from make()
        except:
            pass
        else:
            g()
        finally:
            h()
        """#,
      lowered: #"""
          try
            f()
          catch A, m.B as e
            throw
          catch C
            make()
            throw X("a")
          catch
          else
            g()
          finally
            h()
        """#),
    LoweringCase(
      "exception groups",
      source: #"""
        try:
            f()
        except* (A, B) as g:
            h(g)
        """#,
      lowered: #"""
          try
            f()
          catch A, B as g
            h(g)
        """#),
    LoweringCase(
      "with",
      source: #"""
        with open(p) as f, lock:
            f.read()
        with (open(p) as f, open(q) as (g, h)):
            pass
        with a.b(c) as self.d:
            pass
        """#,
      lowered: #"""
          with open(p) as f, lock
            f.read()
          with open(p) as f, open(q) as [g, h]
          with a.b(c) as self.d
        """#),
    LoweringCase(
      "async loops and with",
      source: #"""
        async def f():
            async with s.get(u) as r:
                async for z in r:
                    await g(z)
        """#,
      lowered: #"""
          declare fn#0
        fn#0 async f()
          with s.get(u) as r
            for z in r
              (await g(z))
        """#),
    LoweringCase(
      "imports",
      source: #"""
        import os, a.b.c, json as j, d.e as de
        from m import x as y, z
        from ..pkg.mod import (p,
          q)
        from . import *
        from __future__ import annotations
        """#,
      lowered: #"""
          import "os" {* as os}
          import "a.b.c" root {* as a}
          import "json" {* as j}
          import "d.e" {* as de}
          import "m" {x as y, z}
          import "..pkg.mod" {p, q}
          import "." {*}
        """#),
    LoweringCase(
      "small statements",
      source: #"""
        del a, b[0], (c, d)
        assert x, "msg"
        assert y
        global g, h
        pass
        """#,
      lowered: #"""
          delete a, b[0], tuple[c, d]
          assert x, "msg"
          assert y
          global g, h
        """#),
    LoweringCase(
      "a name, a literal and a docstring do nothing",
      source: #"""
        """doc"""
        x
        1
        ...
        f"{g()}"
        a and h()
        """#,
      lowered: #"""
          text(g())
          (a and h())
        """#),
    LoweringCase(
      "several statements on a line",
      source: #"""
        import os; os.system(a); b = 1
        """#,
      lowered: #"""
          import "os" {* as os}
          os.system(a)
          b = 1
        """#),
    LoweringCase(
      "type aliases are erased",
      source: #"""
        type X = list[int]
        type(a).b = type(c)
        type(d)
        """#,
      lowered: #"""
          type(a).b = type(c)
          type(d)
        """#),
  ])
  func lowers(_ lowering: LoweringCase) { #expect(lowering.result == lowering.lowered) }
}
