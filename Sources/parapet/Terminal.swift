internal import FindingModel
internal import Glibc
internal import Synchronization

/// What the process knows of its terminal.
enum Terminal {
  static var isStandardOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  static var isStandardError: Bool { isatty(STDERR_FILENO) == 1 }

  /// `NO_COLOR` of any value but the empty one turns colour off, and so does a dumb terminal.
  static var wantsColour: Bool {
    variable("NO_COLOR", isEmptyUnset: true) == nil && variable("TERM") != "dumb"
  }

  /// Columns: `COLUMNS` if it is set, else what the terminal says, else 100.
  static var width: Int {
    if let text = variable("COLUMNS"), let columns = Int(text), columns > 0 { return min(columns, 400) }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  private static func variable(_ name: String, isEmptyUnset: Bool = false) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return isEmptyUnset && text.isEmpty ? nil : text
  }
}

/// The outside world's numbers, read once at the edge.
enum Clock {
  /// Today in UTC, so that two machines agree.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    guard
      let date = CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { preconditionFailure("the system's calendar has no such day") }
    return date
  }

  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// One line on standard error that says how far a long scan is.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var last: timespec = timespec()
  }

  private let start: timespec
  private let isTerminal = Terminal.isStandardError
  private let state = Mutex(State())

  init() { start = Self.now() }

  /// Shows nothing in the first half second, and then ten times a second at most.
  func show(_ done: Int, of total: Int) { show("Scanned \(done) of \(total) files") }

  /// The same for another job.
  func show(_ text: @autoclosure () -> String) {
    guard isTerminal else { return }
    let now = Self.now()
    guard Self.milliseconds(from: start, to: now) > 500 else { return }
    state.withLock { state in
      guard Self.milliseconds(from: state.last, to: now) > 100 else { return }
      state.last = now
      state.isShown = true
      StandardError.write("\r\u{1B}[K" + text())
    }
  }

  func clear() {
    state.withLock { state in
      if state.isShown { StandardError.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private static func now() -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time
  }

  private static func milliseconds(from start: timespec, to end: timespec) -> Int {
    (end.tv_sec - start.tv_sec) * 1000 + (end.tv_nsec - start.tv_nsec) / 1_000_000
  }
}

enum StandardError {
  static func write(_ text: String) { Descriptor.write(text, to: STDERR_FILENO) }
}

enum Descriptor {
  /// Writes all of a text; a reader that went away ends it quietly, as `head` expects.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { write($0, to: descriptor) }
  }

  private static func write(_ buffer: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < buffer.count {
      guard let base = buffer.baseAddress else { return true }
      let written = Glibc.write(descriptor, base + offset, buffer.count - offset)
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += written
    }
    return true
  }
}
