internal import ArgumentParser
internal import Documents
internal import FindingModel
internal import Glibc

/// Events from files, standard input and the command line.
enum LabEvent {
  /// Bytes of an event: what the platform takes of a synchronous call.
  private static let byteLimit = 6 << 20

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func read(_ path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ValidationError("The event '\(path)' cannot be read: \(String(cString: strerror(errno))).")
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
      guard bytes.count <= byteLimit else {
        throw ValidationError(
          "The event '\(path)' has more than \(byteLimit) bytes, which the platform does not take.")
      }
    }
    return try parse(bytes, name: path)
  }

  /// The bytes as they are, once they are known to be JSON.
  static func parse(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    do {
      _ = try JSONReader.parse(bytes, path: name)
    } catch {
      throw ValidationError("The event '\(name)' is not JSON: \(error).")
    }
    return bytes
  }
}
