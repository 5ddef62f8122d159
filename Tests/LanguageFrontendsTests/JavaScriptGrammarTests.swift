import FindingModel
import Testing

@testable import LanguageFrontends
@testable import SourceModel

struct JavaScriptGrammarTests {
  @Test func namesOnlyWhatAGrammarHas() {
    #expect(JavaScriptFrontend.unknownToGrammars.kinds == [])
    #expect(JavaScriptFrontend.unknownToGrammars.fields == [])
  }

  @Test func knowsWordsByTheirQuotes() {
    for kind in JavaScriptKind.allCases { #expect(kind.isWord == kind.rawValue.hasPrefix("'")) }
  }

  @Test(arguments: ["a.js", "a.mjs", "a.cjs", "a.JSX", "d/a.ts", "a.mts", "a.cts", "a.tsx"])
  func readsEveryExtension(_ path: String) {
    let module = Frontend.module(Array("f(a)".utf8), path: path)
    #expect(module.map { dump($0).hasSuffix("\n  f(a)\n") } == true)
    #expect(module?.language == (path.contains("ts") ? .typeScript : .javaScript))
  }

  @Test func tellsMarkupFromCasts() {
    func lowered(_ source: String, _ path: String) -> String? {
      Frontend.module(Array(source.utf8), path: path).map { dump($0) }
    }
    #expect(lowered("x = <a>b", "a.ts") == "module typeScript\n  x = b\n")
    let markup = "  x = JSX.createElement(\"a\", {}, \"b\")\n"
    #expect(lowered("x = <a>b</a>", "a.tsx") == "module typeScript\n" + markup)
    #expect(lowered("x = <a>b</a>", "a.js") == "module javaScript\n" + markup)
  }

  @Test func placesNodesWhereTheyAreWritten() {
    let source = "x = 1\r\ny = exec(\"ä\" + b)\r\nasync () => { await (c).d(); return 1 }\r\n"
    let module = JavaScriptFrontend.module(Array(source.utf8), path: "a.js")
    let texts = module.expressionRanges.map { module.source(of: $0) }
    #expect(texts.contains("exec(\"ä\" + b)"))
    #expect(texts.contains("\"ä\" + b"))
    #expect(texts.contains("await (c).d()"))
    #expect(module.location(of: module.body[1]).line == 2)
    #expect(module.source(of: module.range(of: module.body[1])) == "y = exec(\"ä\" + b)")
  }

  @Test func skipsAMarkOfTheByteOrder() {
    let module = JavaScriptFrontend.module([0xEF, 0xBB, 0xBF] + Array("f(a)".utf8), path: "a.js")
    #expect(dump(module) == "module javaScript\n  f(a)\n")
  }

  @Test func lowersWhatSurroundsASyntaxError() {
    let source = "before(a)\nconst x = ;\nfunction f() { inside(b) }\nif (a { g() }\nafter(c)\n"
    let module = JavaScriptFrontend.module(Array(source.utf8), path: "a.js")
    #expect(module.gaps.contains { $0.reason == .syntaxError })
    for call in ["before(a)", "inside(b)", "after(c)"] { #expect(dump(module).contains(call)) }
  }
}
