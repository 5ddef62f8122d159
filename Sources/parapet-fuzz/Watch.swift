internal import Glibc

/// Bounds on what one input may cost.
enum Watch {
  /// Time for one input, in seconds.
  static let secondsPerInput = 2.0
  /// Time after which an input that does not return ends the process, in seconds.
  static let secondsUntilKilled: UInt32 = 20
  /// Growth of the process's largest size by one input, in bytes.
  static let bytesPerInput = 1 << 30

  /// Seconds on a clock that only goes forward.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The process's largest size so far, in bytes.
  static var peakBytes: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss * 1024
  }

  /// An endless loop cannot be left from inside: the alarm ends the process, and the record names the input.
  static func armAlarm() {
    signal(SIGALRM) { _ in
      // Only what is safe in a signal handler: one write, and out.
      let message: StaticString = "error: the input does not come to an end\n"
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(1)
    }
  }

  /// - Returns: What is wrong with the answer or its cost; `nil` if nothing is.
  static func run(_ target: FuzzTarget, _ bytes: [UInt8]) -> String? {
    let size = peakBytes
    let start = now
    alarm(secondsUntilKilled)
    let complaint = target.run(bytes)
    alarm(0)
    let seconds = now - start
    if let complaint { return complaint }
    if seconds > secondsPerInput { return "it took \(seconds) s, more than \(secondsPerInput) s" }
    let growth = peakBytes - size
    return growth > bytesPerInput ? "it took \(growth) bytes, more than \(bytesPerInput)" : nil
  }
}
