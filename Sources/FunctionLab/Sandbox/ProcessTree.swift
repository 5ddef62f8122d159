internal import Glibc

/// What /proc says of a function's processes.
enum ProcessTree {
  /// Processes looked at in one go; what a function starts beyond that is not counted.
  static let limit = 2000

  static func children(of process: Int32) -> [Int32] {
    var children: [Int32] = []
    for thread in FileSystem.names(in: "/proc/\(process)/task") {
      // A process that ended in the meantime has none.
      guard let text = text("/proc/\(process)/task/\(thread)/children") else { continue }
      children += text.split(separator: " ").compactMap { Int32($0) }
    }
    return children
  }

  /// Memory of one process in bytes: all that is resident, and the part that is nobody else's.
  static func memory(of process: Int32) -> (resident: Int, own: Int)? {
    guard let text = text("/proc/\(process)/statm") else { return nil }
    return memory(statm: text)
  }

  /// Reads `/proc/PID/statm`: pages in all, resident, and shared with files.
  static func memory(statm text: String) -> (resident: Int, own: Int)? {
    let numbers = text.split(separator: " ").prefix(3).compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    return (numbers[1] * page, max(0, numbers[1] - numbers[2]) * page)
  }

  /// Descendants of a process, the nearest first.
  static func descendants(of process: Int32) -> [Int32] {
    var found: [Int32] = []
    var next = children(of: process)
    while !next.isEmpty, found.count < limit {
      found += next
      next = next.flatMap(children)
    }
    return found
  }

  private static func text(_ path: String) -> String? {
    // A process that ended in the meantime says nothing.
    guard let bytes = try? FileSystem.read(path, limit: 1 << 16) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }
}
