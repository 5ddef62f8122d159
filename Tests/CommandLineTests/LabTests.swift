import Foundation
import Testing

/// `parapet lab` as its users run it.
@Suite struct LabTests {
  private static let app = """
    import json
    def handler(event, context):
        print("seen")
        if event.get("fail"): raise ValueError("boom")
        return event

    """

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(Self.app, to: "app.py")
    return bench
  }

  @Test func writesTheAnswerAndTheLogApart() throws {
    let outcome = try bench().run("lab", "--event-text", #"{"a":1}"#)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "{\n  \"a\": 1\n}\n")
    for part in ["START RequestId: ", "seen\n", "END RequestId: ", "REPORT RequestId: ", "Init Duration: "] {
      #expect(outcome.errors.contains(part), "\(part)")
    }
  }

  @Test func saysByItsStatusThatAnInvocationFailed() throws {
    let outcome = try bench().run("lab", "app.py", "--event-text", #"{"fail":1}"#, "--event-text", "{}")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("error: ValueError"))
  }

  @Test func writesJSONForPrograms() throws {
    let bench = try bench()
    try bench.write(#"{"from":"file"}"#, to: "event.json")
    let outcome = try bench.run("lab", ".", "--event", "event.json", "--repeat", "3", "--format", "json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let invocations = try #require(report["invocations"] as? [[String: Any]])
    #expect(invocations.map { $0["status"] as? String } == ["ok", "ok", "ok"])
    #expect((invocations[0]["result"] as? [String: String]) == ["from": "file"])
    #expect((report["cold"] as? [String: Double])?["init_ms"] ?? 0 > 1)
    #expect((report["statistics"] as? [String: Any])?["count"] as? Int == 3)
    #expect((invocations[1]["duration_ms"] as? Double) ?? 0 > 0)
    #expect((invocations[2]["log"] as? String)?.contains("seen\n") == true)
    #expect(outcome.errors.isEmpty)
  }

  @Test func runsAFunctionOfATemplate() throws {
    let bench = try bench()
    try bench.write(
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Work:
          Type: AWS::Serverless::Function
          Properties:
            {Runtime: python3.12, Handler: app.handler, CodeUri: ., Environment: {Variables: {TABLE: !Ref Nowhere}}}

      """, to: "template.yaml")
    let outcome = try bench.run("lab", "--function", "Work", "--sample", "s3-put")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("lab-bucket"))
    let wrong = try bench.run("lab", "--function", "Nobody")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("it has Work"))
  }

  @Test(arguments: [
    (["--timeout", "0"], "--timeout must be"), (["--memory", "64"], "--memory must be"),
    (["--repeat", "0"], "--repeat must be"), (["--event-text", "{"], "is not JSON"),
    (["--event", "nowhere.json"], "cannot be read"),
    (["--runtime", "cobol1"], "cannot run the runtime 'cobol1'"),
    (["--interpreter", "/nowhere"], "no such program"), (["--function", "x"], "no template"),
    (["--sample", "nothing"], "s3-put"),
  ])
  func saysWhatIsWrongWithItsArguments(arguments: [String], message: String) throws {
    let outcome = try bench().run(["lab"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func printsSampleEvents() throws {
    let outcome = try Workbench().run("lab", "--sample", "sqs", "--show-events")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"eventSource\": \"aws:sqs\""))
  }

  /// Ended by itself, and by the signal of Ctrl-C in the middle of an invocation.
  @Test(arguments: [nil, SIGINT, SIGTERM])
  func leavesNothingBehind(signal: Int32?) throws {
    let bench = try Workbench()
    let seconds = signal == nil ? 0 : 60
    try bench.write("import time\ndef handler(event, context): time.sleep(\(seconds))\n", to: "app.py")
    let temporary = bench.folder.appending(path: "temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = Workbench.program
    process.arguments = ["lab", bench.folder.appending(path: "app.py").path(), "--timeout", "90"]
    process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary.path()]) { $1 }
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    var log = ""
    // The start of the log says that the function is about to run.
    while !log.contains("START RequestId") {
      let part = errors.fileHandleForReading.availableData
      if part.isEmpty { break }
      log += String(decoding: part, as: UTF8.self)
    }
    if let signal {
      #expect(try !FileManager.default.contentsOfDirectory(atPath: temporary.path()).isEmpty)
      kill(process.processIdentifier, signal)
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == (signal.map { 128 + $0 } ?? 0), "\(log)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path()).isEmpty)
  }

  /// As root, the program as a user without rights: where that may not run it, there is nothing to try.
  static let nobody: [String]? = {
    let command = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    guard getuid() == 0, (try? Self.run(command + [Workbench.program.path(), "--help"])) == 0 else {
      return nil
    }
    return command
  }()

  private static func run(_ command: [String], in folder: URL? = nil, output: Pipe? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "TMPDIR": "/tmp"]
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(.enabled(if: LabTests.nobody != nil, "another user may not run the program here"))
  func runsForUsersWithoutRights() throws {
    let bench = try Workbench()
    try bench.write(
      "import os\ndef handler(event, context): return [os.getuid(), os.listdir('/tmp')]\n", to: "app.py")
    let output = Pipe()
    let command = try #require(Self.nobody) + [Workbench.program.path(), "lab", "app.py", "--format", "json"]
    #expect(try Self.run(command, in: bench.folder, output: output) == 0)
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let isolation = try #require(report["isolation"] as? [String: Any])
    // Some systems keep user namespaces to themselves, and then the lab says so.
    if isolation["namespaces"] as? Bool == true {
      let answer = try #require((report["invocations"] as? [[String: Any]])?.first?["result"] as? [Any])
      #expect(answer.first as? Int == 993)
      #expect((answer.last as? [String])?.isEmpty == true)
    } else {
      #expect(isolation["obstacle"] is String)
    }
  }

  /// As under `head`, which closes the pipe after some lines.
  @Test func leavesNothingBehindWhenNobodyReads() throws {
    let bench = try Workbench()
    let code = "def handler(event, context):\n  for i in range(2000): print('x' * 1000)\n"
    try bench.write(code, to: "app.py")
    let temporary = bench.folder.appending(path: "temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    let command =
      "TMPDIR='\(temporary.path())' '\(Workbench.program.path())' lab app.py --timeout 60 2>&1 | head -n 2"
    #expect(try Self.run(["/bin/sh", "-c", command], in: bench.folder) == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path()).isEmpty)
  }
}
