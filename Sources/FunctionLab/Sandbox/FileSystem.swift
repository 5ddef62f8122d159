internal import Glibc

/// What the lab asks of the disk.
enum FileSystem {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isExecutable(_ path: String) -> Bool { !isFolder(path) && access(path, X_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  static func isFile(_ path: String) -> Bool { status(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false }

  /// Whether everybody may read and enter it.
  static func isOpenToAll(_ path: String) -> Bool { status(path).map { $0.st_mode & 0o5 == 0o5 } ?? false }

  static func size(_ path: String) -> Int? { status(path).map { Int($0.st_size) } }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// The text of a symbolic link; `nil` for anything else.
  static func linkText(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink(path, $0, bytes.count) } ?? -1
    }
    return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
  }

  /// Without links; `nil` if it does not exist.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// From the root, links kept: a virtual environment is known by the link's place.
  static func absolutePath(_ path: String) -> String? {
    guard !path.hasPrefix("/") else { return path }
    return realPath(".").map { "\($0)/\(path)" }
  }

  /// Names of a folder's entries, sorted; empty if it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// - Throws: If it is missing, unreadable or larger than the limit.
  static func read(_ path: String, limit: Int) throws(LabError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: reason) }
    defer { close(descriptor) }
    return try read(descriptor, path: path, limit: limit)
  }

  /// - Parameter path: Only used in errors.
  static func read(_ descriptor: Int32, path: String, limit: Int) throws(LabError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: path, reason: reason) }
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
      guard bytes.count <= limit else { throw .tooLarge(path: path, bytes: bytes.count, limit: limit) }
    }
  }

  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws(LabError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .unusable(path: path, reason: reason) }
    defer { close(descriptor) }
    // Whatever the mask of whoever runs the lab: the function is another user.
    fchmod(descriptor, mode)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + offset }, $0.count - offset)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .unusable(path: path, reason: reason) }
      offset += count
    }
  }

  /// Makes a folder and those above it that are missing.
  static func makeFolder(_ path: String) throws(LabError) {
    if isFolder(path) { return }
    if path.parentFolder != path { try makeFolder(path.parentFolder) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .unusable(path: path, reason: reason) }
    chmod(path, 0o755)
  }

  /// Removes a folder with all that is in it; what cannot be removed stays.
  static func removeFolder(_ path: String) {
    for name in names(in: path) {
      let entry = "\(path)/\(name)"
      if linkText(entry) == nil && isFolder(entry) { removeFolder(entry) } else { unlink(entry) }
    }
    rmdir(path)
  }

  static var reason: String { String(cString: strerror(errno)) }
}
