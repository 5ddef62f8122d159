import Testing

/// What each spelling of a Python string means.
struct PythonStringTests {
  @Test(arguments: [
    LoweringCase(
      "quotes",
      source: #"""
        x = "a", 'b', """c
        "d" 'e'""", "", "'"
        """#,
      lowered: #"""
          x = tuple["a", "b", "c\n\"d\" 'e'", "", "'"]
        """#),
    LoweringCase(
      "escapes",
      source: #"""
        x = "\n\t\\\'\"\x41\101\0\u00e9\U0001F600\N{BULLET}\q"
        """#,
      lowered: #"""
          x = "\n\u{9}\\'\"AA\u{0}é😀�\\q"
        """#),
    LoweringCase(
      "raw",
      source: #"""
        x = r"\d\n", rb"\x41", R'\''
        """#,
      lowered: #"""
          x = tuple["\\d\\n", b"\\x41", "\\'"]
        """#),
    LoweringCase(
      "bytes",
      source: #"""
        x = b"\x41\u0041a"
        """#,
      lowered: #"""
          x = b"A\\u0041a"
        """#),
    LoweringCase(
      "line continuation",
      source: #"""
        x = "a\
        b"
        """#,
      lowered: #"""
          x = "ab"
        """#),
    LoweringCase(
      "neighbours join",
      source: #"""
        x = "a" "b" 'c'
        y = ("select * "
             "from t")
        z = b"a" b"b"
        """#,
      lowered: #"""
          x = "abc"
          y = "select * from t"
          z = b"ab"
        """#),
    LoweringCase(
      "fields",
      source: #"""
        x = f"a{b}c{d.e[0]!r}"
        y = f"{a}{b}"
        """#,
      lowered: #"""
          x = text("a", b, "c", repr(d.e[0]))
          y = text(a, b)
        """#),
    LoweringCase(
      "field formats",
      source: #"""
        x = f"{a:>{w}.{p}} {b=}"
        """#,
      lowered: #"""
          x = text(a, w, p, " ", b)
        """#),
    LoweringCase(
      "braces",
      source: #"""
        x = f"{{a}} {b} }}"
        y = "{{a}}"
        """#,
      lowered: #"""
          x = text("{a} ", b, " }")
          y = "{{a}}"
        """#),
    LoweringCase(
      "neighbours with fields",
      source: #"""
        x = "a" f"{b}" "c" "d"
        y = f"no fields"
        """#,
      lowered: #"""
          x = text("a", b, "cd")
          y = "no fields"
        """#),
    LoweringCase(
      "raw fields",
      source: #"""
        x = rf"\d{a}\n"
        """#,
      lowered: #"""
          x = text("\\d", a, "\\n")
        """#),
    LoweringCase(
      "template strings",
      source: #"""
        x = t"select {a}"
        """#,
      lowered: #"""
          x = text("select ", a)
        """#),
    LoweringCase(
      "nested fields",
      source: #"""
        x = f"{f"{a}" + "b"}"
        """#,
      lowered: #"""
          x = text((text(a) add "b"))
        """#),
    LoweringCase(
      "windows line ends",
      source: "x = \"\"\"a\r\nb\"\"\"\r\ny = 1\r\n",
      lowered: #"""
          x = "a\nb"
          y = 1
        """#),
    LoweringCase(
      "byte order mark",
      source: "\u{FEFF}x = \"a\"",
      lowered: #"""
          x = "a"
        """#),
  ])
  func lowers(_ lowering: LoweringCase) { #expect(lowering.result == lowering.lowered) }
}
