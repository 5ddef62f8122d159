import Foundation
import Testing

@testable import FunctionLab

/// Python functions, with AWS's own client and with ours.
@Suite struct PythonTests {
  static let echo = """
    import sys
    def handler(event, context):
        print("seen", event)
        return {"event": event, "name": context.function_name, "id": context.aws_request_id,
                "left": context.get_remaining_time_in_millis(), "client": "awslambdaric" in sys.modules}

    """

  @Test func answersThroughTheRealClient() throws {
    try #require(Runtimes.python != nil, "scripts/bootstrap test installs awslambdaric")
    let result = try LabBench(["app.py": Self.echo]).python(#"{"a": [1, "ä"]}"#)
    #expect(result.status == .ok)
    let answer = try result.object()
    #expect(answer["client"] as? Bool == true)
    #expect(answer["id"] as? String == result.requestID)
    #expect(answer["name"] as? String == "bench")
    #expect((1...3000).contains(answer["left"] as? Int ?? 0))
    #expect(((answer["event"] as? [String: Any])?["a"] as? [Any])?.last as? String == "ä")
    #expect(result.text.contains("seen {'a': [1, 'ä']}"))
  }

  /// The interpreter without the virtual environment has no client of AWS's.
  @Test func answersThroughOurClientWhereAWSsIsMissing() throws {
    let bench = try LabBench(["app.py": Self.echo])
    var options = LabOptions()
    options.interpreter = "/usr/bin/python3"
    try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"))
    let session = try LabSession(try bench.function("python3.11", "app.handler"), options: options)
    defer { session.close() }
    #expect(session.notes.contains { $0.contains("pip install awslambdaric") })
    let answer = try session.invoke(Array("[1]".utf8)).object()
    #expect(answer["client"] as? Bool == false)
    #expect(answer["event"] as? [Int] == [1])
  }

  static let failing = """
    import os, sys
    if os.environ.get("BREAK"): raise RuntimeError("at start")
    count = 0
    def handler(event, context):
        global count
        count += 1
        if event == "raise": raise ValueError("boom")
        if event == "exit": os._exit(3)
        if event == "unmarshal": return object()
        if event == "abort": os.abort()
        return count

    """

  @Test(arguments: [nil, "/usr/bin/python3"])
  func reportsErrorsAndGoesOn(interpreter: String?) throws {
    let bench = try LabBench(["app.py": Self.failing])
    var options = LabOptions()
    options.interpreter = interpreter
    let function = try bench.function("python\(Runtimes.pythonVersion)", "app.handler")
    let results = try bench.run(
      function, [#""raise""#, "1", #""unmarshal""#, #""exit""#, "1", #""abort""#], options: options)
    #expect(results.map(\.status) == [.error, .ok, .error, .crash, .ok, .crash])
    #expect(results[0].failure?.type == "ValueError")
    #expect(results[0].failure?.message == "boom")
    #expect(results[0].text.contains("[ERROR] ValueError: boom"))
    // Warm: the same process counts on; after a crash a new one begins.
    #expect(try results[1].json() as? Int == 2)
    #expect(results[2].failure?.type == "Runtime.MarshalError")
    #expect(results[3].failure?.type == "Runtime.ExitError")
    #expect(
      results[3].failure?.message
        == "RequestId: \(results[3].requestID) Error: Runtime exited with error: exit status 3")
    #expect(try results[4].json() as? Int == 1)
    #expect(results[4].initialisation != nil)
    #expect(results[5].failure?.message.hasSuffix("Runtime exited with error: signal: aborted") == true)
  }

  struct StartCase: Sendable {
    let code: String
    let handler: String
    let type: String
  }

  @Test(
    arguments: [
      StartCase(code: "", handler: "app.missing", type: "Runtime.HandlerNotFound"),
      StartCase(code: "import nowhere", handler: "app.handler", type: "Runtime.ImportModuleError"),
      StartCase(code: "def (", handler: "app.handler", type: "Runtime.UserCodeSyntaxError"),
      StartCase(code: "", handler: "nodot", type: "Runtime.MalformedHandlerName"),
      StartCase(code: "raise KeyError('k')", handler: "app.handler", type: "KeyError"),
      StartCase(code: "import os; os._exit(4)", handler: "app.handler", type: "Runtime.ExitError"),
    ], [nil, "/usr/bin/python3"])
  func reportsWhatStopsTheStart(_ start: StartCase, interpreter: String?) throws {
    let bench = try LabBench(["app.py": start.code])
    var options = LabOptions()
    options.interpreter = interpreter
    let result = try bench.python(options: options) { $0.handler = start.handler }
    #expect(result.status == (start.type == "Runtime.ExitError" ? .crash : .error))
    #expect(result.failure?.type == start.type)
    // Tried once before the invocation and once within it, as on the platform.
    #expect(result.text.contains("Phase: init\tStatus: error\tError Type: \(start.type)"))
    #expect(result.text.contains("Phase: invoke\tStatus: error"))
  }

  @Test func findsModulesWhereThePlatformHasThem() throws {
    let layer = try LabBench([
      "python/fromlayer.py": "value = 'layer'",
      "python/lib/python\(Runtimes.pythonVersion)/site-packages/deep.py":
        "value = 'deep'", "python/both.py": "value = 'layer'",
    ])
    let bench = try LabBench([
      "both.py": "value = 'function'",
      "app.py": """
      import both, deep, fromlayer
      def handler(event, context): return [both.value, deep.value, fromlayer.value]
      """,
    ])
    let result = try bench.python { $0.layers = [layer.path] }
    #expect(try result.json() as? [String] == ["function", "deep", "layer"])
  }
}
