import FindingModel
import Testing

@testable import LanguageFrontends
@testable import SourceModel

struct PythonGrammarTests {
  @Test func namesOnlyWhatTheGrammarHas() {
    #expect(PythonFrontend.unknownToGrammar.kinds == [])
    #expect(PythonFrontend.unknownToGrammar.fields == [])
  }

  @Test(arguments: [
    ("a.py", SourceLanguage.python), ("d/b.PYW", .python), ("a.b/c.mjs", .javaScript), ("x.tsx", .typeScript),
  ])
  func knowsLanguagesByExtension(_ path: String, _ language: SourceLanguage) {
    #expect(Frontend.language(ofPath: path) == language)
  }

  @Test(arguments: ["", "py", "a.pyc", "a.py/b", "README.md", "a."])
  func leavesOtherFilesAlone(_ path: String) {
    #expect(Frontend.language(ofPath: path) == nil)
    #expect(Frontend.module([], path: path) == nil)
  }

  @Test func placesNodesWhereTheyAreWritten() {
    let module = PythonFrontend.module(Array("x = 1\ny = os.system(\"ä\" + b)\n".utf8), path: "a.py")
    let texts = module.expressions.indices.map { module.source(of: module.expressionRanges[$0]) }
    #expect(texts.contains("os.system(\"ä\" + b)"))
    #expect(texts.contains("\"ä\" + b"))
    let last = module.body[1]
    #expect(module.location(of: last).line == 2)
    #expect(module.source(of: module.range(of: last)) == "y = os.system(\"ä\" + b)")
  }

  @Test func addsOperandsFirst() {
    let module = PythonFrontend.module(Array("f(a + b, [c], d=e.g[h])".utf8), path: "a.py")
    for (index, expression) in module.expressions.enumerated() {
      if case .call(let call) = expression {
        #expect(call.callee.index < index && call.arguments.allSatisfy { $0.value.index < index })
      }
    }
  }
}
