import Foundation
import Testing

@testable import FunctionLab

/// Bounds of time, memory and size, and what is said when one is passed.
@Suite struct LimitTests {
  static let code = """
    import time
    def handler(event, context):
        time.sleep(event.get("sleep", 0))
        held = bytearray(event.get("megabytes", 0) << 20)
        if event.get("fork"):
            import os
            children = [os.fork() for _ in range(1)]
            if children[0] == 0:
                child = bytearray(event["fork"] << 20); time.sleep(20)
            time.sleep(20)
        return "x" * event.get("answer", 0)
    """

  private func run(_ event: String, change: (inout LabFunction) -> Void = { _ in }) throws -> InvocationResult
  {
    try LabBench(["app.py": Self.code]).python(event, change: change)
  }

  @Test func endsAFunctionThatTakesTooLong() throws {
    let result = try run(#"{"sleep": 20}"#) { $0.timeout = .seconds(1) }
    #expect(result.status == .timeout)
    #expect(result.failure?.type == "Sandbox.Timedout")
    #expect(
      result.failure?.message == "RequestId: \(result.requestID) Error: Task timed out after 1.00 seconds")
    #expect(result.text.contains("Z \(result.requestID) Task timed out after 1.00 seconds\n"))
    #expect(result.text.contains("\tStatus: timeout\n"))
    #expect(result.duration == .seconds(1))
  }

  @Test func leavesOneAloneThatIsInTime() throws {
    #expect(try run(#"{"sleep": 0.5}"#) { $0.timeout = .seconds(1) }.status == .ok)
  }

  @Test func startsAnewAfterATimeout() throws {
    let bench = try LabBench(["app.py": Self.code])
    var function = try bench.function("python\(Runtimes.pythonVersion)", "app.handler")
    function.timeout = .milliseconds(700)
    let results = try bench.run(function, ["{}", #"{"sleep": 20}"#, "{}", "{}"])
    #expect(results.map(\.status) == [.ok, .timeout, .ok, .ok])
    #expect(results.map { $0.initialisation != nil } == [true, false, true, false])
  }

  @Test func endsAFunctionThatUsesTooMuchMemory() throws {
    let result = try run(#"{"megabytes": 400, "sleep": 0}"#) { $0.timeout = .seconds(10) }
    #expect(result.status == .crash)
    #expect(result.failure?.type == "Runtime.ExitError")
    #expect(result.failure?.message.hasSuffix("Runtime exited with error: signal: killed") == true)
    #expect(result.text.contains("more than its 128 MB of memory"))
  }

  @Test func countsTheMemoryOfChildren() throws {
    let result = try run(#"{"fork": 300}"#) { $0.timeout = .seconds(10) }
    #expect(result.status == .crash, "\(result.text)")
  }

  @Test func givesTheMemoryThatIsConfigured() throws {
    let result = try run(#"{"megabytes": 200}"#) { $0.memory = 512 }
    #expect(result.status == .ok)
    #expect(result.peakMegabytes > 200)
    #expect(result.report.contains("Memory Size: 512 MB\tMax Memory Used: \(result.peakMegabytes) MB"))
  }

  /// The answer is a JSON string: two bytes are its quotes.
  @Test(arguments: [(RuntimeAPILimits.responseBytes - 2, true), (RuntimeAPILimits.responseBytes - 1, false)])
  func boundsTheAnswer(letters: Int, isTaken: Bool) throws {
    let result = try run("{\"answer\": \(letters)}")
    #expect(result.status == (isTaken ? .ok : .error))
    if isTaken {
      #expect(result.payload.count == RuntimeAPILimits.responseBytes)
    } else {
      #expect(result.failure?.type == "Function.ResponseSizeTooLarge")
    }
  }

  @Test(arguments: [(RuntimeAPILimits.eventBytes, true), (RuntimeAPILimits.eventBytes + 1, false)])
  func boundsTheEvent(bytes: Int, isTaken: Bool) throws {
    let frame = #"{"text": ""}"#
    let event = #"{"text": ""# + String(repeating: "x", count: bytes - frame.utf8.count) + #""}"#
    let result = try run(event)
    #expect(result.status == (isTaken ? .ok : .error))
    if !isTaken { #expect(result.failure?.type == "RequestEntityTooLarge") }
  }

  @Test func triesAStartThatTakesTooLongAgainWithinTheInvocation() throws {
    let bench = try LabBench(["app.py": "import time\ntime.sleep(1)\ndef handler(event, context): return 1"])
    var options = LabOptions()
    options.initialisationLimit = .milliseconds(300)
    let second = try bench.python(options: options)
    #expect(second.status == .ok)
    #expect(
      second.text.contains(/INIT_REPORT Init Duration: [3-9]\d\d\.\d\d ms\tPhase: init\tStatus: timeout/))
    let never = try bench.python(options: options) { $0.timeout = .milliseconds(400) }
    #expect(never.status == .timeout)
  }

  @Test func boundsTheLog() throws {
    let bench = try LabBench([
      "app.py": """
      import sys
      def handler(event, context):
          for _ in range(12): sys.stdout.write("x" * (1 << 20) + "\\n")
          return 1
      """
    ])
    let result = try bench.python { $0.timeout = .seconds(20) }
    #expect(result.status == .ok)
    #expect(result.text.utf8.count < LogPipe.byteLimit + 10_000)
    #expect(result.text.contains("more bytes of the log were left out"))
  }
}
