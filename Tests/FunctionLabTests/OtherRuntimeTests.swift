import Foundation
import Testing

@testable import FunctionLab

/// Ruby functions.
@Suite(.enabled(if: Runtimes.hasRuby, "ruby is not installed; scripts/bootstrap test does that"))
struct RubyTests {
  static let code = """
    def handler(event:, context:)
      puts "seen #{event}"
      raise ArgumentError, 'boom' if event['raise']
      exit! 4 if event['exit']
      { event: event, id: context.aws_request_id, left: context.get_remaining_time_in_millis }
    end

    module Deep
      class Inner
        def self.process(event:, context:) = [event, context.function_name]
      end
    end

    """

  @Test func answersAndReportsErrors() throws {
    let bench = try LabBench(["app.rb": Self.code])
    let results = try bench.run(
      try bench.function("ruby3.1", "app.handler"), [#"{"a":"ä"}"#, #"{"raise":1}"#, #"{"exit":1}"#, "{}"])
    #expect(results.map(\.status) == [.ok, .error, .crash, .ok])
    #expect(try results[0].object()["id"] as? String == results[0].requestID)
    #expect(try (results[0].object()["event"] as? [String: String]) == ["a": "ä"])
    #expect(results[1].failure?.type == "Function<ArgumentError>")
    #expect(results[1].failure?.message == "boom")
    #expect(results[2].failure?.message.hasSuffix("exit status 4") == true)
    #expect(results[0].text.contains("seen {"))
  }

  @Test func callsMethodsOfModules() throws {
    let bench = try LabBench(["app.rb": Self.code])
    let result = try bench.run(try bench.function("ruby3.1", "app.Deep::Inner.process"), ["[1]"])[0]
    #expect(String(decoding: result.payload, as: UTF8.self) == #"[[1],"bench"]"#)
  }

  @Test(arguments: [
    ("app.missing", "Init<NoMethodError>"), ("nowhere.handler", "Init<LoadError>"),
    ("broken.handler", "Init<SyntaxError>"), ("app.Nowhere.handler", "Init<NoMethodError>"),
  ])
  func reportsWhatStopsTheStart(handler: String, type: String) throws {
    let bench = try LabBench(["app.rb": Self.code, "broken.rb": "def ("])
    #expect(try bench.run(try bench.function("ruby3.1", handler), ["{}"])[0].failure?.type == type)
  }
}

/// Functions that bring their own runtime.
@Suite struct CustomRuntimeTests {
  /// Speaks the Runtime API with nothing but Python's standard library.
  static let bootstrap = """
    #!/usr/bin/python3
    import http.client, json, os, sys
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        api.request("GET", "/2018-06-01/runtime/invocation/next")
        answer = api.getresponse(); event = json.loads(answer.read())
        request = answer.headers["Lambda-Runtime-Aws-Request-Id"]
        facts = {"event": event, "handler": os.environ["_HANDLER"], "arguments": sys.argv,
                 "execution": os.environ.get("AWS_EXECUTION_ENV"), "name": os.environ.get("AWS_LAMBDA_EXEC_WRAPPER")}
        api.request("POST", "/2018-06-01/runtime/invocation/%s/response" % request, json.dumps(facts))
        api.getresponse().read()

    """

  @Test func runsTheBootstrapOfTheCode() throws {
    let bench = try LabBench()
    try bench.write(Self.bootstrap, to: "bootstrap", isExecutable: true)
    var function = try bench.function("provided.al2023", "any thing")
    // Managed runtimes start through it; others do not.
    function.environment = [("AWS_LAMBDA_EXEC_WRAPPER", "/opt/nowhere")]
    let results = try bench.run(function, ["1", "2"])
    #expect(results.map(\.status) == [.ok, .ok])
    let facts = try results[0].object()
    #expect(facts["handler"] as? String == "any thing")
    let folder = Runtimes.hasNamespaces ? "/var/task" : bench.path
    #expect(facts["arguments"] as? [String] == ["\(folder)/bootstrap"])
    #expect(facts["execution"] as? String == nil)
  }

  @Test func runsTheBootstrapOfALayer() throws {
    let bench = try LabBench(["code": ""])
    let layer = try LabBench()
    try layer.write(Self.bootstrap, to: "bootstrap", isExecutable: true)
    var function = try bench.function("provided.al2", "x")
    function.layers = [layer.path]
    let folder = Runtimes.hasNamespaces ? "/opt" : layer.path
    #expect(try bench.run(function, ["1"])[0].object()["arguments"] as? [String] == ["\(folder)/bootstrap"])
  }

  @Test func saysWhatIsWrongWithTheBootstrap() throws {
    let empty = try LabBench(["code": ""])
    let function = try empty.function("provided.al2023", "x")
    #expect(throws: LabError.handlerMissing("bootstrap", in: empty.path)) { try empty.run(function, ["1"]) }
    let unexecutable = try LabBench(["bootstrap": "#!/bin/sh\n"])
    let result = try unexecutable.run(try unexecutable.function("provided.al2023", "x"), ["1"])[0]
    #expect(result.status == .crash)
    #expect(result.failure?.type == "Runtime.InvalidEntrypoint")
    #expect(result.failure?.message.contains("Permission denied") == true)
    let ends = try LabBench()
    try ends.write("#!/bin/sh\necho gone\nexit 9\n", to: "bootstrap", isExecutable: true)
    let gone = try ends.run(try ends.function("provided.al2023", "x"), ["1"])[0]
    #expect(gone.failure?.message.hasSuffix("exit status 9") == true)
    #expect(gone.text.contains("gone\n"))
  }
}
