import Foundation
import Testing

@testable import FunctionLab

/// The variables of a function, its wrapper and its layers.
@Suite struct EnvironmentTests {
  private func environment(
    options: LabOptions = LabOptions(), change: (inout LabFunction) -> Void = { _ in }
  ) throws -> [String: String] {
    let bench = try LabBench(["app.py": "import os\ndef handler(event, context): return dict(os.environ)"])
    return try #require(try bench.python(options: options, change: change).json() as? [String: String])
  }

  @Test(.enabled(if: Runtimes.hasNamespaces)) func isAsThePlatformDocumentsIt() throws {
    let values = try environment { $0.memory = 256 }
    let version = Runtimes.pythonVersion
    let expected = [
      "LAMBDA_TASK_ROOT": "/var/task", "LAMBDA_RUNTIME_DIR": "/var/runtime", "_HANDLER": "app.handler",
      "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", "AWS_LAMBDA_FUNCTION_NAME": "bench",
      "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
      "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/bench", "AWS_EXECUTION_ENV": "AWS_Lambda_python\(version)",
      "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand", "TZ": ":UTC", "LANG": "en_US.UTF-8",
      "PYTHONPATH": "/var/runtime", "PATH": "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
      "LD_LIBRARY_PATH":
        "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib",
    ]
    for (name, value) in expected { #expect(values[name] == value, "\(name)") }
    #expect(
      try #require(values["AWS_LAMBDA_LOG_STREAM_NAME"]).contains(
        /^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/))
    #expect(
      try #require(values["_X_AMZN_TRACE_ID"]).contains(
        /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/))
    #expect(try #require(values["AWS_LAMBDA_RUNTIME_API"]).hasPrefix("127.0.0.1:"))
    // Nothing of whoever runs the lab, and nothing of the lab's own.
    #expect(values["HOME"] == nil)
    #expect(values.keys.filter { $0.hasPrefix("PARAPET") }.isEmpty)
  }

  @Test func holdsKeysOfTheRealFormThatOpenNothing() throws {
    let values = try environment()
    #expect(try #require(values["AWS_ACCESS_KEY_ID"]).contains(/^ASIA[A-Z2-7]{16}$/))
    #expect(values["AWS_SECRET_ACCESS_KEY"]?.count == 40)
    #expect(values["AWS_SESSION_TOKEN"]?.hasPrefix("IQoJb3JpZ2luX2Vj") == true)
    #expect(try environment()["AWS_ACCESS_KEY_ID"] != values["AWS_ACCESS_KEY_ID"])
  }

  @Test func takesTheFunctionsOwnButReservedOnes() throws {
    let values = try environment {
      $0.environment = [
        ("TABLE", "a"), ("TABLE", "b=c"), ("LANG", "C"), ("AWS_REGION", "mars"), ("_HANDLER", "x"),
      ]
    }
    #expect(values["TABLE"] == "b=c")
    #expect(values["LANG"] == "C")
    #expect(values["AWS_REGION"] == "us-east-1")
    #expect(values["_HANDLER"] == "app.handler")
  }

  @Test func saysWhichVariablesArePlatforms() throws {
    let bench = try LabBench(["app.py": ""])
    var function = try bench.function("python\(Runtimes.pythonVersion)", "app.handler")
    function.environment = [("AWS_REGION", "mars"), ("MINE", "1")]
    let session = try LabSession(function, options: LabOptions())
    defer { session.close() }
    let note = try #require(session.notes.first { $0.contains("refuses functions") })
    #expect(note.contains("AWS_REGION") && !note.contains("MINE"))
  }

  @Test func saysThatExtensionsAreNotStarted() throws {
    let layer = try LabBench(["extensions/agent": ""])
    let bench = try LabBench(["app.py": ""])
    var function = try bench.function("python\(Runtimes.pythonVersion)", "app.handler")
    function.layers = [layer.path]
    let session = try LabSession(function, options: LabOptions())
    defer { session.close() }
    #expect(session.notes.contains { $0.contains("extensions") })
  }

  @Test func passesTheClientContextOn() throws {
    let bench = try LabBench([
      "app.py": """
      def handler(event, context):
          return [context.client_context.custom["a"], context.identity.cognito_identity_id]
      """
    ])
    var options = LabOptions()
    options.clientContext = #"{"custom":{"a":"b"}}"#
    options.cognitoIdentity = #"{"cognitoIdentityId":"x","cognitoIdentityPoolId":"y"}"#
    #expect(try bench.python(options: options).json() as? [String] == ["b", "x"])
  }

  @Test func startsThroughTheWrapperOfALayer() throws {
    let layer = try LabBench()
    try layer.write("#!/bin/sh\nexport SEEN=\"$1 $2\"\nexec \"$@\"\n", to: "wrap", isExecutable: true)
    let values = try environment {
      $0.layers = [layer.path]
      $0.environment = [("AWS_LAMBDA_EXEC_WRAPPER", "/opt/wrap")]
    }
    #expect(values["SEEN"]?.contains("/bootstrap.py") == true)
  }

  @Test func saysThatTheWrapperIsMissing() throws {
    let bench = try LabBench(["app.py": "def handler(event, context): pass"])
    let result = try bench.python { $0.environment = [("AWS_LAMBDA_EXEC_WRAPPER", "/opt/nowhere")] }
    #expect(result.status == .crash)
    #expect(result.failure?.type == "Runtime.InvalidEntrypoint")
  }

  @Test(.enabled(if: Runtimes.hasNamespaces)) func mergesLayersInOrder() throws {
    let first = try LabBench(["a": "1", "both": "1", "deep/a": "1"])
    let second = try LabBench(["b": "2", "both": "2", "deep/b": "2"])
    try FileManager.default.createSymbolicLink(
      atPath: second.path + "/link", withDestinationPath: "deep/b")
    let bench = try LabBench([
      "app.py": """
      import os
      def handler(event, context):
          return {path: open("/opt/" + path).read() for path in event}
      """
    ])
    let result = try bench.python(#"["a", "b", "both", "deep/a", "deep/b", "link"]"#) {
      $0.layers = [first.path, second.path]
    }
    #expect(
      try result.json() as? [String: String]
        == ["a": "1", "b": "2", "both": "2", "deep/a": "1", "deep/b": "2", "link": "2"])
  }

  @Test func unpacksLayersAndCodeFromArchives() throws {
    let zip = try LabBench()
    let python = try #require(HostProgram.find(["python3"]))
    let outcome = HostProgram.run(
      python,
      [
        "-c",
        """
        import zipfile
        with zipfile.ZipFile("\(zip.path)/layer.zip", "w") as file:
            info = zipfile.ZipInfo("bin/tool"); info.external_attr = 0o755 << 16; info.create_system = 3
            file.writestr(info, "#!/bin/sh\\necho tool")
        with zipfile.ZipFile("\(zip.path)/code.zip", "w") as file:
            file.writestr("app.py", "import subprocess\\ndef handler(event, context): return subprocess.check_output(['tool'], text=True)")
        """,
      ])
    #expect(outcome?.status == 0)
    let result = try zip.python {
      $0.code = zip.path + "/code.zip"
      $0.layers = [zip.path + "/layer.zip"]
    }
    #expect(try result.json() as? String == "tool\n", "\(result.text)")
  }
}
