internal import Glibc

extension SandboxExit {
  /// As the platform says it.
  var sentence: String {
    switch self {
    case .code(let code): "Runtime exited with error: exit status \(code)"
    case .signal(let signal): "Runtime exited with error: signal: \(Self.name(of: signal))"
    case .notRun(let problem): "Couldn't execute the runtime: \(String(cString: strerror(problem)))"
    case .lost: "The sandbox ended unexpectedly"
    }
  }

  private static func name(of signal: Int32) -> String {
    switch signal {
    case SIGKILL: "killed"
    case SIGABRT: "aborted"
    case SIGTERM: "terminated"
    case SIGSEGV: "segmentation fault"
    default: String(cString: strsignal(signal)).lowercased()
    }
  }

  func failure(request: String, isOutOfMemory: Bool) -> InvocationResult.Failure {
    switch self {
    case .notRun(let problem):
      .init(
        type: "Runtime.InvalidEntrypoint",
        message: "RequestId: \(request) Error: fork/exec: \(String(cString: strerror(problem)))")
    default:
      .init(
        type: "Runtime.ExitError",
        message: "RequestId: \(request) Error: \(sentence)")
    }
  }
}
