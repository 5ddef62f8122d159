import Testing

/// Python 2, as far as the grammar goes.
struct PythonTwoTests {
  @Test(arguments: [
    LoweringCase(
      "print",
      source: #"""
        print "a", x % y
        print >>sys.stderr, "b", c
        print("d")
        """#,
      lowered: #"""
          print("a", (x remainder y))
          print(file=sys.stderr, "b", c)
          print("d")
        """#),
    LoweringCase(
      "exec",
      source: #"""
        exec code in ns
        exec "x = 1"
        """#,
      lowered: #"""
          exec(code, ns)
          exec("x = 1")
        """#),
    LoweringCase(
      "except and raise",
      source: #"""
        try:
            f()
        except ValueError, e:
            raise X, "m" + str(e)
        except (A, B), e:
            raise E, m, tb
        """#,
      lowered: #"""
          try
            f()
          catch ValueError as e
            throw X(("m" add str(e)))
          catch A, B as e
            throw E(m)
        """#),
    LoweringCase(
      "except of two types",
      source: #"""
        try:
            f()
        except A, B:
            g()
        """#,
      lowered: #"""
          try
            f()
          catch A, B
            g()
        """#),
    LoweringCase(
      "backticks",
      source: #"""
        x = `a.b`
        y = `f(x)`
        """#,
      lowered: #"""
          x = repr(a.b)
          y = <missing>
        gap unsupported backtick at line 2
        """#),
    LoweringCase(
      "parameters that unpack",
      source: #"""
        def f((a, b), c=1):
            return b
        """#,
      lowered: #"""
          declare fn#0
        fn#0 f([a, b], c = 1)
          return b
        """#),
    LoweringCase(
      "the rest",
      source: #"""
        x = ur"a", 0777, 10L
        if x <> 3:
            f()
        """#,
      lowered: #"""
          x = tuple["a", 511, 10]
          if (x notEqual 3)
            f()
        """#),
  ])
  func lowers(_ lowering: LoweringCase) { #expect(lowering.result == lowering.lowered) }
}
