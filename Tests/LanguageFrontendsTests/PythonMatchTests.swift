import Testing

/// What the patterns of `match` become.
struct PythonMatchTests {
  @Test(arguments: [
    LoweringCase(
      "values",
      source: #"""
        match x:
            case "go" | "run":
                a()
            case Color.RED:
                b()
            case -1 | None | True:
                c()
            case _:
                d()
        """#,
      lowered: #"""
          switch x
            case "go" or "run"
              a()
            case Color.RED
              b()
            case -1 or null or true
              c()
            case
              d()
        """#),
    LoweringCase(
      "captures and guards",
      source: #"""
        match x:
            case y if y > 1:
                a(y)
            case z:
                b(z)
        """#,
      lowered: #"""
          switch x
            case binding y where (y greater 1)
              a(y)
            case binding z
              b(z)
        """#),
    LoweringCase(
      "sequences",
      source: #"""
        match cmd, arg:
            case "a", b:
                f(b)
            case [c, *rest]:
                g(rest)
            case (d, (e, _)):
                h(d, e)
            case (only):
                i(only)
        """#,
      lowered: #"""
          switch tuple[cmd, arg]
            case binding [_, b]
              f(b)
            case binding [c, ...rest]
              g(rest)
            case binding [d, [e, _]]
              h(d, e)
            case binding only
              i(only)
        """#),
    LoweringCase(
      "mappings",
      source: #"""
        match event:
            case {"type": "a", "key": k, "n": {"m": m}, **rest}:
                f(k)
            case {"type": "b"}:
                g()
        """#,
      lowered: #"""
          switch event
            case binding {"type": _, "key": k, "n": {"m": m}, ...rest}
              f(k)
            case binding _
              g()
        """#),
    LoweringCase(
      "classes",
      source: #"""
        match p:
            case Point(x=0, y=yy):
                f(yy)
            case str(s):
                g(s)
            case Pair(a, b):
                h(a)
            case int():
                i()
        """#,
      lowered: #"""
          switch p
            case binding {"x": _, "y": yy}
              f(yy)
            case binding s
              g(s)
            case binding [a, b]
              h(a)
            case binding _
              i()
        """#),
    LoweringCase(
      "second names",
      source: #"""
        match p:
            case {"a": [_, {"b": b} as c]} as d:
                f(b, c, d)
            case int() as n:
                g(n)
        """#,
      lowered: #"""
          switch p
            case binding {"a": [_, {"b": b}]}
              c = p["a"][1]
              d = p
              f(b, c, d)
            case binding n
              g(n)
        """#),
  ])
  func lowers(_ lowering: LoweringCase) { #expect(lowering.result == lowering.lowered) }
}
