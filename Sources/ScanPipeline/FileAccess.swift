internal import Glibc

/// Reads files and folders without following links out of the tree, and without waiting for pipes or devices.
enum FileAccess {
  enum Failure: Error, Hashable, Sendable {
    case missing
    case notRegular
    /// A link leads out of the scanned tree.
    case outside
    case tooLarge(bytes: Int)
    case system(String)
  }

  enum Kind: Sendable {
    case file
    case folder
    case link
    case other
  }

  /// - Returns: All bytes of a regular file of at most `limit` bytes.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    try read(path, limit: limit, isWhole: true)
  }

  /// - Returns: The first bytes of a regular file, whatever its size.
  static func head(of path: String, count: Int) throws(Failure) -> [UInt8] {
    try read(path, limit: count, isWhole: false)
  }

  private static func read(_ path: String, limit: Int, isWhole: Bool) throws(Failure) -> [UInt8] {
    // Non-blocking: opening a named pipe must not wait for a writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .system(message(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(message(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard status.st_size <= limit || !isWhole else { throw .tooLarge(bytes: Int(status.st_size)) }
    let size = min(Int(status.st_size), limit)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      // A file that grows while it is read is cut at the size it had.
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
    }
    guard failure == 0 else { throw .system(message(failure)) }
    return bytes
  }

  /// Names and kinds of what a folder holds, sorted by name; links are not followed.
  static func list(_ path: String) throws(Failure) -> [(name: String, kind: Kind)] {
    guard let folder = opendir(path) else { throw errno == ENOENT ? .missing : .system(message(errno)) }
    defer { closedir(folder) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let kind: Kind =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        case Int32(DT_UNKNOWN): self.kind(of: path + "/" + name, followingLinks: false) ?? .other
        default: .other
        }
      entries.append((name, kind))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// In bytes; `nil` for what is no regular file.
  static func size(of path: String) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  static func kind(of path: String, followingLinks: Bool) -> Kind? {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The path with every link resolved; `nil` if it does not exist.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}

extension FileAccess.Failure: CustomStringConvertible {
  var description: String {
    switch self {
    case .missing: "it does not exist"
    case .notRegular: "it is no regular file"
    case .outside: "it lies outside the scanned folder"
    case .tooLarge(let bytes): "it has \(bytes) bytes, more than are read"
    case .system(let message): message
    }
  }
}
