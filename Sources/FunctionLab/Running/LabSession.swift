internal import Glibc

/// A function in its sandbox, invoked as often as wanted; runtimes that crash are replaced as on the platform.
package final class LabSession {
  package let function: LabFunction
  /// How the sandbox is separated from the system.
  package let isolation: Isolation
  /// Sentences about what is not as on the platform.
  package let notes: [String]
  /// What really runs.
  package let runtimeDescription: String

  private let sandbox: Sandbox
  private let exchange = Exchange()
  private let server: RuntimeServer
  private let log: LogPipe
  private let folder: TemporaryFolder
  private var meter: MemoryMeter?
  private var isRunning = false
  private let flags = RuntimeFlags()
  private let options: LabOptions

  /// How long a runtime may take to ask for the next event; on the platform this ends with the function's time.
  private static let settlingLimit = Duration.seconds(1)

  /// - Parameter onLine: Called for each line of the log at once, on another thread.
  package init(
    _ function: LabFunction, options: LabOptions, onLine: @escaping @Sendable (LogLine) -> Void = { _ in }
  ) throws(LabError) {
    self.function = function
    self.options = options
    folder = try TemporaryFolder()
    do {
      let built = try SandboxBuilder(function, options: options, folder: folder).build(onLine: onLine)
      sandbox = built.sandbox
      isolation = built.isolation
      notes = built.notes
      runtimeDescription = built.runtime.description
      log = built.log
    } catch {
      folder.remove()
      throw error
    }
    do {
      server = try RuntimeServer(listener: sandbox.listener, exchange: exchange)
    } catch {
      sandbox.stop()
      log.stop()
      folder.remove()
      throw error
    }
  }

  /// Ends the sandbox and removes what was made for it.
  package func close() {
    meter?.stop()
    // First, so that no runtime lives to complain that its question was not answered.
    sandbox.stop()
    exchange.close()
    server.stop()
    log.stop()
    folder.remove()
  }

  /// Gives one event to the function and waits for what becomes of it.
  package func invoke(_ event: [UInt8]) -> InvocationResult {
    var result = InvocationResult(
      requestID: Identifiers.request(), status: .ok, duration: .zero, memorySize: function.memory)
    guard event.count <= RuntimeAPILimits.eventBytes else {
      result.status = .error
      result.failure = .init(
        type: "RequestEntityTooLarge",
        message: "\(event.count) byte payload is too large for the RequestResponse invocation type "
          + "(limit \(RuntimeAPILimits.eventBytes) bytes)")
      return result
    }
    if isRunning, exchange.hasExited { endRuntime() }
    if !isRunning {
      let start = Instant.now
      let outcome = initialise(until: start + options.initialisationLimit)
      result.initialisation = .now - start
      if outcome != .ready { log.add(initialisationReport(outcome, after: .now - start, phase: "init")) }
    }
    log.add("START RequestId: \(result.requestID) Version: $LATEST")
    let start = Instant.now
    let deadline = start + function.timeout
    if !isRunning {
      // The platform tries again within the invocation, and with its time.
      let outcome = initialise(until: deadline)
      if outcome != .ready {
        log.add(initialisationReport(outcome, after: .now - start, phase: "invoke"))
        result.initialisation = nil
        finish(&result, outcome: outcome, duration: .now - start)
        return result
      }
    }
    perform(event, start: start, result: &result)
    return result
  }

  // MARK: Initialisation

  private enum InitialisationOutcome: Equatable {
    case ready
    case failed(type: String?, body: [UInt8])
    case timedOut
    case exited(SandboxExit)
  }

  private func initialise(until deadline: Instant) -> InitialisationOutcome {
    let runtime = exchange.restart()
    flags.reset()
    sandbox.run { [exchange, flags] exit, peak in
      flags.notePeak(peak)
      exchange.exited(exit, runtime: runtime)
    }
    isRunning = true
    startMeter()
    let outcome: InitialisationOutcome
    switch exchange.wait(until: deadline) {
    case .ready: return .ready
    case .initialisationError(let type, let body): outcome = .failed(type: type, body: body)
    case .exited(let exit): outcome = .exited(exit)
    // An answer before the first question was refused; nothing in time is the other case.
    case .answered, nil: outcome = .timedOut
    }
    endRuntime()
    return outcome
  }

  private func startMeter() {
    guard let process = sandbox.waitForRuntime() else { return }
    meter = MemoryMeter(process: process, limit: function.memory << 20) { [sandbox, flags] in
      flags.noteExcess()
      // Only the runtime, as the system's own killer would; the rest goes with it afterwards.
      if let process = sandbox.runtimeProcess { kill(process, SIGKILL) }
    }
  }

  private func endRuntime() {
    meter?.stop()
    meter = nil
    sandbox.killRuntime()
    isRunning = false
  }

  private func initialisationReport(
    _ outcome: InitialisationOutcome, after duration: Duration, phase: String
  ) -> String {
    let status =
      switch outcome {
      case .timedOut: "timeout"
      case .failed(let type, let body):
        "error\tError Type: \(InvocationResult.Failure(type: type, body: body).type)"
      case .exited: "error\tError Type: Runtime.ExitError"
      case .ready: "success"
      }
    return "INIT_REPORT Init Duration: \(duration.twoDecimals) ms\tPhase: \(phase)\tStatus: \(status)"
  }

  // MARK: Invocation

  private func perform(_ event: [UInt8], start: Instant, result: inout InvocationResult) {
    exchange.submit(
      InvocationRequest(
        id: result.requestID, payload: event, functionARN: function.arn,
        trace: Identifiers.trace(seconds: WallTime.now.seconds), clientContext: options.clientContext,
        cognitoIdentity: options.cognitoIdentity,
        timeout: function.timeout))
    let deadline = start + function.timeout
    while true {
      let notice = exchange.wait(until: deadline)
      let delivered = exchange.delivered ?? start
      switch notice {
      case .answered(let answer):
        take(answer, into: &result)
        settle()
        finish(&result, duration: answer.at - delivered)
        return
      case .exited(let exit):
        finish(&result, outcome: .exited(exit), duration: .now - delivered)
        return
      case .initialisationError(let type, let body):
        finish(&result, outcome: .failed(type: type, body: body), duration: .now - delivered)
        return
      // A runtime that asks again while it waits, on another connection.
      case .ready: continue
      case nil:
        finish(&result, outcome: .timedOut, duration: function.timeout)
        return
      }
    }
  }

  /// Lets the runtime come back for the next event, so that all it wrote belongs to this one.
  private func settle() {
    let deadline = Instant.now + Self.settlingLimit
    switch exchange.wait(until: deadline) {
    case .ready, nil, .answered, .initialisationError: return
    // The answer counts; the next invocation gets a new runtime.
    case .exited: endRuntime()
    }
  }

  private func take(_ answer: RuntimeAnswer, into result: inout InvocationResult) {
    result.contentType = answer.contentType
    result.isStreamed = answer.isStreamed
    switch answer.kind {
    case .response: result.payload = answer.body
    case .error(let type):
      result.status = .error
      result.failure = .init(type: type, body: answer.body)
    case .brokenStream(let type, let body):
      result.status = .error
      result.payload = answer.body
      result.failure = .init(type: type, body: body)
    case .tooLarge(let bytes, let limit):
      result.status = .error
      result.failure = .init(
        type: "Function.ResponseSizeTooLarge",
        message:
          "Response payload size (\(bytes) bytes) exceeded maximum allowed payload size (\(limit) bytes).")
    }
  }

  /// Ends an invocation whose runtime has to be replaced.
  private func finish(
    _ result: inout InvocationResult, outcome: InitialisationOutcome, duration: Duration
  ) {
    let request = result.requestID
    switch outcome {
    case .ready: break
    case .failed(let type, let body):
      result.status = .error
      result.failure = .init(type: type, body: body)
    case .timedOut:
      result.status = .timeout
      let message = "Task timed out after \(duration.seconds) seconds"
      result.failure = .init(type: "Sandbox.Timedout", message: "RequestId: \(request) Error: \(message)")
      log.add("\(WallTime.now.iso8601) \(request) \(message)")
    case .exited(let exit):
      result.status = .crash
      result.failure = exit.failure(request: request, isOutOfMemory: flags.isOutOfMemory)
      log.add("RequestId: \(request) Error: \(exit.sentence)")
      if flags.isOutOfMemory {
        log.add("The function used more than its \(function.memory) MB of memory and was ended.")
      }
    }
    result.peakMemory = meter?.takePeak(of: nil) ?? 0
    if isRunning { endRuntime() }
    finish(&result, duration: duration)
  }

  private func finish(_ result: inout InvocationResult, duration: Duration) {
    result.duration = duration
    result.peakMemory = max(
      result.peakMemory, meter?.takePeak(of: sandbox.runtimeProcess) ?? 0, flags.takePeak())
    result.log = log.take()
    log.add("END RequestId: \(result.requestID)")
    log.add(result.report)
    result.log += log.take()
  }
}

extension Duration {
  /// `3.00`.
  fileprivate var seconds: String { Duration.nanoseconds(nanoseconds / 1000).twoDecimals }
}
