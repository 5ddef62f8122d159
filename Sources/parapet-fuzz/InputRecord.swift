internal import Glibc

/// The input under test in a file, written before it is tried: a crash leaves it behind.
struct InputRecord {
  let path: String
  private let descriptor: Int32

  /// - Returns: `nil` for a path that cannot be written.
  init?(path: String) {
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    self.path = path
  }

  /// `parapet-fuzz-yaml.input` in the folder for temporary files.
  static func standardPath(for target: FuzzTarget) -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    return "\(folder)/parapet-fuzz-\(target.rawValue).input"
  }

  /// - Returns: Whether all of it is in the file.
  func write(_ bytes: [UInt8]) -> Bool {
    guard ftruncate(descriptor, 0) == 0 else { return false }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written, written)
      }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  func remove() {
    close(descriptor)
    unlink(path)
  }
}
