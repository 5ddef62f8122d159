import Testing

/// What each Python expression becomes.
struct PythonExpressionTests {
  @Test(arguments: [
    LoweringCase(
      "left chains of one operator",
      source: #"""
        x = a + b + c - d - e * f * g
        y = a and b and c or d or not e
        """#,
      lowered: #"""
          x = ((a add b add c) arithmetic d arithmetic (e multiply f multiply g))
          y = ((a and b and c) or d or (not e))
        """#),
    LoweringCase(
      "formatting does not join",
      source: #"""
        x = "a %s" % b % c
        """#,
      lowered: #"""
          x = (("a %s" remainder b) remainder c)
        """#),
    LoweringCase(
      "brackets",
      source: #"""
        x = (a + b) + (c + d)
        y = ((((a))))
        """#,
      lowered: #"""
          x = (a add b add (c add d))
          y = a
        """#),
    LoweringCase(
      "comparisons",
      source: #"""
        x = a == b != c, a < b, a <= b, a > b, a >= b
        y = a in b, a not in b, a is None, a is not b
        z = 0 < n <= 10
        """#,
      lowered: #"""
          x = tuple[((a equal b) and (b notEqual c)), (a less b), (a lessOrEqual b), (a greater b), (a greaterOrEqual b)]
          y = tuple[(a contains b), (a notContains b), (a identical null), (a notIdentical b)]
          z = ((0 less n) and (n lessOrEqual 10))
        """#),
    LoweringCase(
      "unary",
      source: #"""
        x = -1, - -2, +a, ~b, -c, not d
        """#,
      lowered: #"""
          x = tuple[-1, 2, (arithmetic a), (arithmetic b), (arithmetic c), (not d)]
        """#),
    LoweringCase(
      "powers, shifts and sets",
      source: #"""
        x = a ** b << c
        y = a | b | c, a & b ^ d, a @ b, a // b / c
        """#,
      lowered: #"""
          x = (a arithmetic b arithmetic c)
          y = tuple[(a union b union c), (a arithmetic (b arithmetic d)), (a arithmetic b), (a arithmetic b arithmetic c)]
        """#),
    LoweringCase(
      "members and indexes",
      source: #"""
        x = event["a"]["b"].c[0][i]
        y = grid[1, 2]
        """#,
      lowered: #"""
          x = event["a"]["b"].c[0][i]
          y = grid[tuple[1, 2]]
        """#),
    LoweringCase(
      "slices",
      source: #"""
        x = a[1:2], a[:], a[::2], a[1:], a[:n], a[1:2, ::3]
        """#,
      lowered: #"""
          x = tuple[a[1:2], a[null:null], a[null:null:2], a[1:null], a[null:n], a[1:2:null:null:3]]
        """#),
    LoweringCase(
      "calls",
      source: #"""
        f()(a)(b).c[d](e, *args, k=1, **kw)
        g(x for x in y)
        h(*(a))
        """#,
      lowered: #"""
          f()(a)(b).c[d](e, ...args, k=1, **kw)
          g(generator<x for x in y>)
          h(...a)
        """#),
    LoweringCase(
      "super",
      source: #"""
        class A(B):
            def f(self):
                super().f()
                super(A, self).g()
        """#,
      lowered: #"""
          declare class#0
        fn#0 f(self)
          <parent>.f()
          <parent>.g()
        class#0 A(B)
          method f = fn#0 on firstParameter
        """#),
    LoweringCase(
      "displays",
      source: #"""
        x = [*a, 1], (1,), (), {1, *s}, {}, [], 1, *b
        """#,
      lowered: #"""
          x = tuple[list[...a, 1], tuple[1], tuple[], set[1, ...s], {}, list[], 1, ...b]
        """#),
    LoweringCase(
      "dictionaries",
      source: #"""
        x = {"a": 1, b: 2, 3: 4, **c, **{"d": 5}, f"e{f}": 6}
        """#,
      lowered: #"""
          x = {"a": 1, [b]: 2, [3]: 4, ...c, ...{"d": 5}, [text("e", f)]: 6}
        """#),
    LoweringCase(
      "comprehensions",
      source: #"""
        w = [f(x) for x in y if x if z]
        x = {a for b in c for a in b}
        y = {k: v for k, v in d.items()}
        z = sum(i async for i in j)
        """#,
      lowered: #"""
          w = list<f(x) for x in y if x if z>
          x = set<a for b in c for a in b>
          y = dictionary<k: v for [k, v] in d.items()>
          z = sum(generator<i for i in j>)
        """#),
    LoweringCase(
      "conditional",
      source: #"""
        x = a if b else c if d else e
        """#,
      lowered: #"""
          x = (b ? a : (d ? c : e))
        """#),
    LoweringCase(
      "lambda",
      source: #"""
        x = lambda a, *b, c=1, **d: a + c
        y = lambda: 0
        """#,
      lowered: #"""
          x = fn#0
          y = fn#1
        fn#0 (a, *b, named c = 1, **d)
          return (a add c)
        fn#1 ()
          return 0
        """#),
    LoweringCase(
      "walrus",
      source: #"""
        if (n := len(a)) > 10:
            f(n)
        """#,
      lowered: #"""
          if ((n := len(a)) greater 10)
            f(n)
        """#),
    LoweringCase(
      "await",
      source: #"""
        async def f():
            x = await g(await h()).i
            return await x
        """#,
      lowered: #"""
          declare fn#0
        fn#0 async f()
          x = (await g((await h())).i)
          return (await x)
        """#),
    LoweringCase(
      "yield",
      source: #"""
        def f():
            yield
            yield 1, 2
            yield from g()
            x = yield y
            z = yield from h()
        """#,
      lowered: #"""
          declare fn#0
        fn#0 generator f()
          (yield)
          (yield tuple[1, 2])
          for yielded in g()
            (yield yielded)
          x = (yield y)
          z = (await h())
        """#),
    LoweringCase(
      "numbers",
      source: #"""
        x = 1_000, 0xFF, 0o17, 0b11, 1e3, 2j, 10L, .5, 0777, 0, 123456789012345678901234567890
        """#,
      lowered: #"""
          x = tuple[1000, 255, 15, 3, 1000, 2, 10, 0.5, 511, 0, 1.2345678901234568e+29]
        """#),
    LoweringCase(
      "constants",
      source: #"""
        x = None, True, False, ...
        """#,
      lowered: #"""
          x = tuple[null, true, false, Ellipsis]
        """#),
  ])
  func lowers(_ lowering: LoweringCase) { #expect(lowering.result == lowering.lowered) }
}
