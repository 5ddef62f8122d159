import Testing

@testable import LanguageFrontends
@testable import SourceModel

/// Files with a mistake in them: it is reported, and the rest is read.
struct PythonSyntaxErrorTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let source: String

    init(_ name: String, _ source: String) {
      testDescription = name
      self.source = source
    }
  }

  /// A sound definition before and after the mistake.
  static func program(_ mistake: String) -> SourceModule {
    let source = """
      import os

      def before(event):
          os.system(event["before"])

      \(mistake)

      @route("/after")
      def after(event):
          os.system(event["after"])
      """
    return PythonFrontend.module(Array(source.utf8), path: "a.py")
  }

  @Test(arguments: [
    Mistake("an open bracket", "def broken(event):\n    x = foo(1, [2"),
    Mistake("an open parameter list", "def broken(event:\n    return 1"),
    Mistake("an open text", "def broken(event):\n    x = \"abc\n    return x"),
    Mistake("an assignment as condition", "def broken(event):\n    if x = 1:\n        f()"),
    Mistake("a missing operand", "def broken(event):\n    x = 1 +\n    return x"),
    Mistake("a placeholder", "def broken(event):\n    x = {{ cookiecutter.name }}{% if a %}\n    return x"),
    Mistake("a conflict", "<<<<<<< HEAD\ndef broken(event):\n    return 1\n=======\n>>>>>>> other"),
    Mistake("a closing bracket too many", "def broken(event):\n    x = (1))\n    return x"),
    Mistake("wrong indentation", "def broken(event):\n        x = 1\n   y = (\n"),
  ])
  func keepsTheRest(_ mistake: Mistake) {
    let module = Self.program(mistake.source)
    let text = dump(module)
    #expect(text.contains("before(event)\n  os.system(event[\"before\"])"))
    #expect(text.contains("after(event)\n  @route(\"/after\")\n  os.system(event[\"after\"])"))
    #expect(module.gaps.contains { $0.reason == .syntaxError })
  }

  @Test func keepsTheOtherMethodsOfAClass() {
    let source =
      "class A:\n    def f(self):\n        x = (1 +\n    def g(self):\n        return self.y\n\nh()\n"
    let text = dump(PythonFrontend.module(Array(source.utf8), path: "a.py"))
    #expect(text.contains("g(self)\n  return self.y"))
    #expect(text.contains("method g = "))
  }

  @Test func readsWhatTheParserFoundWithinAnError() {
    let source = "def broken(event):\n    g(1)\n    return [os.system(event[\"a\"]), 1\n"
    let text = dump(PythonFrontend.module(Array(source.utf8), path: "a.py"))
    #expect(text.contains("os.system(event[\"a\"])"))
    #expect(text.contains("gap syntax error at line 3"))
  }

  @Test func saysNothingOfSoundFiles() {
    #expect(Self.program("x = 1").gaps == [])
    #expect(Self.program("").gaps == [])
  }

  @Test func dividesAFileAtItsDefinitions() {
    let source = """
      import a
      \"\"\"
      def text(): pass
      \"\"\"
      @b("(",
        c)
      @d
      def e(): # "
          x = 'def '
          async def f(): pass
      class G:
          @h
          def i(self): pass
      """
    let bytes = Array(source.utf8)
    let units = PythonUnits(bytes).ranges
    let starts = units.map { String(decoding: bytes[$0].prefix { $0 != 10 }, as: UTF8.self) }
    #expect(starts == ["import a", "@b(\"(\",", "    async def f(): pass", "class G:", "    @h"])
    #expect(units.flatMap { bytes[$0] } == bytes)
  }
}
