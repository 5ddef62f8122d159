internal import ArgumentParser
internal import Glibc

/// A file that an argument names, or standard input.
enum InputFile {
  /// - Parameters:
  ///   - path: `-` for standard input. Pipes are read to their end.
  ///   - limit: In bytes.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else {
        throw ValidationError("'\(path)' is larger than the limit of \(limit) bytes.")
      }
    }
  }

  private static func failure(_ path: String) -> ValidationError {
    ValidationError("'\(path)' cannot be read: \(String(cString: strerror(errno))).")
  }
}
