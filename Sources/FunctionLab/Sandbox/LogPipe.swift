internal import CLab
internal import Glibc

/// The pipe into which a function's processes write, and the lines that came out of it.
///
/// `@unchecked`: what changes is touched under the lock alone.
final class LogPipe: @unchecked Sendable {
  let writingEnd: Int32
  private let readingEnd: Int32
  private let wake: (reading: Int32, writing: Int32)
  private let lock = Monitor()
  private let onLine: @Sendable (LogLine) -> Void
  private var partial: [UInt8] = []
  private var lines: [LogLine] = []
  private var bytes = 0
  private var leftOut = 0
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var isStopped = false
  private var thread: LabThread?

  /// Bytes kept of one invocation's log; the rest is counted and left out.
  static let byteLimit = 8 << 20
  /// Bytes of one line; the platform cuts longer ones too.
  static let lineLimit = 256 << 10

  /// - Parameter onLine: Called for each line at once, on another thread.
  init(onLine: @escaping @Sendable (LogLine) -> Void) throws(LabError) {
    var ends: [Int32] = [-1, -1]
    var wakeEnds: [Int32] = [-1, -1]
    guard clab_pipe(&ends) == 0, clab_pipe(&wakeEnds) == 0 else {
      throw .notStarted(reason: FileSystem.reason)
    }
    readingEnd = ends[0]
    writingEnd = ends[1]
    wake = (wakeEnds[0], wakeEnds[1])
    self.onLine = onLine
    _ = fcntl(readingEnd, F_SETFL, O_NONBLOCK)
    thread = LabThread { [self] in follow() }
  }

  /// Lets the function open the pipe by its name in /proc, which only its owner may.
  func give(to isolation: Isolation) {
    // In a user namespace the function's user is, outside, whoever runs the lab.
    if let user = isolation.user, !isolation.hasOwnUsers {
      fchown(writingEnd, user, Sandbox.group)
    } else {
      fchown(writingEnd, geteuid(), getegid())
    }
  }

  func stop() {
    lock.with { isStopped = true }
    _ = write(wake.writing, [1], 1)
    thread?.join()
    for descriptor in [readingEnd, writingEnd, wake.reading, wake.writing] { close(descriptor) }
  }

  /// Everything that was written up to now, and that an earlier call has not taken.
  func take() -> [LogLine] {
    lock.with {
      drain()
      if !partial.isEmpty { endLine() }
      if leftOut > 0 { keep(.text("… \(leftOut) more bytes of the log were left out")) }
      defer {
        lines = []
        bytes = 0
        leftOut = 0
      }
      return lines
    }
  }

  /// Adds a line of the lab's own.
  func add(_ text: String) { lock.with { keep(.text(text)) } }

  private func follow() {
    while true {
      var sources = [
        pollfd(fd: readingEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&sources, 2, -1)
      let ends = lock.with {
        drain()
        return isStopped
      }
      if ends { return }
    }
  }

  private func drain() {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(readingEnd, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      for byte in buffer.prefix(count) {
        if byte == UInt8(ascii: "\n") {
          endLine()
        } else {
          partial.append(byte)
          if partial.count >= Self.lineLimit { endLine() }
        }
      }
    }
  }

  private func endLine() {
    let line = LogLine(partial)
    bytes += partial.count
    if bytes <= Self.byteLimit { keep(line) } else { leftOut += partial.count }
    partial.removeAll(keepingCapacity: true)
  }

  private func keep(_ line: LogLine) {
    lines.append(line)
    onLine(line)
  }
}
