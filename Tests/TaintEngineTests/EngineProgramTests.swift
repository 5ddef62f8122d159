import SourceModel
import TaintEngine
import Testing

struct EngineProgramTests {
  @Test func followsValuesThroughPython() {
    let program = MarkedProgram(["app.py": PythonProgram.text])
    #expect(program.found(in: program.analysis(file: "app.py")) == program.expected)
  }

  @Test func followsValuesThroughJavaScript() {
    let program = MarkedProgram(["app.js": JavaScriptProgram.text, "lib/helper.js": JavaScriptProgram.helper])
    #expect(program.found(in: program.analysis(file: "app.js")) == program.expected)
  }

  @Test func believesWhatChecksOfPythonProve() {
    let program = MarkedProgram(["app.py": GuardPrograms.python])
    #expect(program.found(in: program.analysis(file: "app.py")) == program.expected)
  }

  @Test func believesWhatChecksOfJavaScriptProve() {
    let program = MarkedProgram(["app.js": GuardPrograms.javaScript, "lib/check.js": GuardPrograms.check])
    #expect(program.found(in: program.analysis(file: "app.js")) == program.expected)
  }

  @Test(arguments: [("app.py", LibraryTypePrograms.python), ("app.js", LibraryTypePrograms.javaScript)])
  func knowsScopesSchemasAndEmitters(file: String, text: String) {
    let program = MarkedProgram([file: text])
    #expect(program.found(in: program.analysis(file: file)) == program.expected)
  }

  @Test func givesTheSameAnswerEachTime() {
    let program = MarkedProgram(["app.py": PythonProgram.text])
    let first = program.analysis(file: "app.py")
    let second = program.analysis(file: "app.py")
    #expect(first.flows == second.flows)
    #expect(first.calls == second.calls)
  }

  @Test func saysWhereItStopped() {
    var limits = EngineLimits()
    limits.steps = 40
    let program = MarkedProgram(["app.py": PythonProgram.text])
    #expect(program.analysis(file: "app.py", limits: limits).incomplete.count == 1)
  }

  @Test func followsDeepNesting() {
    let nested = String(repeating: "(", count: 100) + "event['a']" + String(repeating: ")", count: 100)
    let program = MarkedProgram(["app.py": "import os\ndef handler(event, context):\n  os.system(\(nested))"])
    #expect(program.analysis(file: "app.py").flows.contains { $0.kind == .osCommand })
  }

  @Test func endsOnFunctionsThatCallThemselves() {
    let text = """
      import os
      def f(x, n):
        return g(x + n, n) + f(x, n + "a")
      def g(x, n):
        return f(n, x) + g(x, n)
      def handler(event, context):
        os.system(f(event["a"], "b"))
      """
    let analysis = MarkedProgram(["app.py": text]).analysis(file: "app.py")
    #expect(analysis.reached.count == 4)
  }

  @Test func findsWrappedHandlers() throws {
    let text = """
      const middy = require('@middy/core');
      const inner = async (event, context) => event.body;
      exports.handler = middy(inner).use({});
      module.exports.plain = (event) => 1;
      """
    let program = MarkedProgram(["app.js": text])
    let module = try #require(program.files["app.js"])
    let names = TaintEngine(models: [.javaScript]).candidates(in: module).map {
      $0.names.joined(separator: ".")
    }
    #expect(names.contains("handler"))
    #expect(names.contains("plain"))
    #expect(!names.contains("middy"))
  }
}
