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
    try parse(try InputFile.read(path, limit: byteLimit), name: path)
  }

  /// The same JSON on one line.
  static func line(_ text: String, name: String) throws -> String {
    do {
      return NodeJSON.write(try JSONReader.parse(Array(text.utf8), path: name))
    } catch {
      throw ValidationError("The value of '\(name)' is not JSON: \(error).")
    }
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
