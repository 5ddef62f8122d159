internal import CLab
internal import Glibc

/// How the runtime of a sandbox ended.
package enum SandboxExit: Hashable, Sendable {
  case code(Int32)
  case signal(Int32)
  /// Could not be executed, with errno.
  case notRun(Int32)
  /// The sandbox itself is gone.
  case lost
}

/// How a sandbox is separated from the system.
package struct Isolation: Hashable, Sendable {
  /// Own mounts, processes, IPC and host name.
  package var hasNamespaces: Bool
  package var hasOwnUsers: Bool
  package var hasOwnNetwork: Bool
  package var isLambdaLike: Bool
  /// The user inside; `nil` for whoever runs the lab.
  package var user: UInt32?
  /// Why there are no namespaces.
  package var obstacle: String?
}

/// One execution environment: the processes of a function and what they see, over several runtimes in a row.
///
/// `@unchecked`: what changes is touched under the lock alone.
final class Sandbox: @unchecked Sendable {
  /// What is to be run and how.
  struct Order {
    var isolation: Isolation
    var root: String
    var plan: MountPlan
    var folder: String
    var arguments: [String]
    var environment: [String]
    var listener: RuntimeListener
    var output: Int32
  }

  /// The platform's numbers for the user that functions run as.
  static let user: UInt32 = 993
  static let group: UInt32 = 990

  /// The listening socket for the Runtime API, in the sandbox's network; whoever serves it closes it.
  let listener: Int32
  private let process: Int32
  private let control: Int32
  private let lock = Monitor()
  private var running: Int32?
  private var isStarting = false
  private var isLost = false
  private var onExit: (@Sendable (SandboxExit, _ peakBytes: Int) -> Void)?
  private var thread: LabThread?
  /// Keeps what the first process reads alive; it has a copy, made when it started.
  private let memory: CStringTable

  /// Longest time that building a sandbox may take.
  private static let startMilliseconds: Int32 = 10_000
  private static let killSeconds = 10

  /// What stopped a sandbox from being built.
  struct Obstacle: Error {
    let reason: String
  }

  init(_ order: Order) throws(Obstacle) {
    let memory = CStringTable()
    let steps = order.plan.steps.map {
      clab_step(kind: $0.kind, source: memory.keep($0.source), target: memory.keep($0.target))
    }
    let arguments = memory.list(order.arguments)
    let environment = memory.list(order.environment)
    var flags: UInt32 = 0
    if order.isolation.hasNamespaces { flags |= CLAB_NAMESPACES.rawValue }
    if order.isolation.hasOwnUsers { flags |= CLAB_USER_NAMESPACE.rawValue }
    if order.isolation.hasOwnNetwork { flags |= CLAB_NO_NETWORK.rawValue }
    if order.isolation.isLambdaLike { flags |= CLAB_LAMBDA_LIKE.rawValue }
    if order.isolation.user != nil && !order.isolation.hasOwnUsers { flags |= CLAB_CHANGE_USER.rawValue }
    let started = steps.withUnsafeBufferPointer { steps in
      var sandbox = clab_sandbox(
        flags: flags, user: order.isolation.user ?? geteuid(), group: Self.group, outer_user: geteuid(),
        outer_group: getegid(), root: memory.keep(order.root), steps: steps.baseAddress,
        step_count: steps.count, folder: memory.keep(order.folder), arguments: arguments,
        environment: environment, port: order.listener.port, output: order.output)
      return clab_start(&sandbox)
    }
    guard started.process > 0 else {
      throw Obstacle(reason: "namespaces: " + String(cString: strerror(-started.process)))
    }
    process = started.process
    control = started.control
    self.memory = memory
    var report = clab_report()
    var descriptor: Int32 = -1
    guard clab_receive(control, &report, &descriptor, Self.startMilliseconds) == 1,
      report.kind == CLAB_READY
    else {
      close(started.control)
      kill(started.process, SIGKILL)
      waitpid(started.process, nil, 0)
      let step = report.step >= 0 && Int(report.step) < steps.count ? order.plan.steps[Int(report.step)] : nil
      throw Obstacle(reason: Self.reason(report, step: step, root: order.root))
    }
    listener = descriptor >= 0 ? descriptor : order.listener.descriptor
  }

  private static func reason(
    _ report: clab_report, step: (kind: clab_step_kind, source: String, target: String)?, root: String
  ) -> String {
    let error = String(cString: strerror(report.value))
    guard report.kind == CLAB_FAILED else { return "its first process ended at once" }
    if let step { return "\(step.target.dropFirst(root.count)): \(error)" }
    switch clab_failure(rawValue: report.step) {
    case CLAB_FAILED_USERS: return "user namespace: \(error)"
    case CLAB_FAILED_ROOT: return "new root: \(error)"
    case CLAB_FAILED_LISTENER: return "listening socket: \(error)"
    default: return error
    }
  }

  /// Starts the runtime.
  ///
  /// - Parameter onExit: Called once for each runtime that ends, on another thread.
  func run(onExit: @escaping @Sendable (SandboxExit, _ peakBytes: Int) -> Void) {
    lock.with {
      self.onExit = onExit
      isStarting = true
    }
    if thread == nil { thread = LabThread { [self] in listen() } }
    if clab_order(control, CChar(CLAB_RUN.rawValue)) != 0 { finish(.lost, peakBytes: 0) }
  }

  /// Waits until the runtime's program runs; `nil` if it could not be executed.
  func waitForRuntime() -> Int32? {
    lock.enter()
    defer { lock.leave() }
    while isStarting, !isLost { lock.wait(until: nil) }
    return running
  }

  /// The runtime's process id outside; `nil` while none runs.
  var runtimeProcess: Int32? { lock.with { running } }

  /// Ends the runtime and everything that it started; returns when they are gone.
  func killRuntime() {
    _ = clab_order(control, CChar(CLAB_KILL.rawValue))
    let deadline = Instant.now + .seconds(Self.killSeconds)
    lock.enter()
    defer { lock.leave() }
    while running != nil, !isLost {
      if !lock.wait(until: deadline) { return }
    }
  }

  /// Ends the sandbox.
  func stop() {
    shutdown(control, Int32(SHUT_RDWR))
    thread?.join()
    close(control)
    waitpid(process, nil, 0)
  }

  private func listen() {
    var report = clab_report()
    var descriptor: Int32 = -1
    while clab_receive(control, &report, &descriptor, -1) == 1 {
      switch report.kind {
      case CLAB_STARTED:
        let child = ProcessTree.children(of: process).first
        lock.with {
          running = child
          isStarting = false
          lock.wakeAll()
        }
      case CLAB_EXITED: finish(SandboxExit(waitStatus: report.value), peakBytes: Int(report.peak_bytes))
      case CLAB_NOT_RUN: finish(.notRun(report.value), peakBytes: 0)
      default: break
      }
    }
    lock.with { isLost = true }
    finish(.lost, peakBytes: 0)
  }

  private func finish(_ exit: SandboxExit, peakBytes: Int) {
    let callback = lock.with {
      running = nil
      isStarting = false
      lock.wakeAll()
      defer { onExit = nil }
      return onExit
    }
    callback?(exit, peakBytes)
  }
}

extension SandboxExit {
  init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
  }
}
