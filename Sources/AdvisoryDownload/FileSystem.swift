internal import Glibc

/// The few operations on files that a download needs, with the system's words for what went wrong.
enum FileSystem {
  /// Largest file of ours that is read as a whole, in bytes: validators.
  static let smallFileLimit = 16 << 10

  static func failure(_ path: String) -> DownloadError {
    .file(path: path, reason: String(cString: strerror(errno)))
  }

  /// `nil` for anything but a regular file.
  static func size(of path: String) -> Int? {
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(information.st_size)
  }

  static func createFolder(_ path: String) throws(DownloadError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      prefix += name
      if mkdir(prefix, 0o755) != 0, errno != EEXIST { throw failure(prefix) }
      prefix += "/"
    }
  }

  /// - Returns: `nil` if it is not there, too large or not UTF-8: then it says nothing.
  static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: smallFileLimit + 1)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0, count <= smallFileLimit else { return nil }
    return String(validating: bytes.prefix(count), as: UTF8.self)
  }

  static func write(_ text: String, to path: String) throws(DownloadError) {
    let file = try OutputFile(path, continuing: false)
    let bytes = Array(text.utf8)
    guard bytes.withUnsafeBytes(file.append) else { throw failure(path) }
    try file.finish()
  }

  static func remove(_ path: String) { unlink(path) }

  static func rename(_ source: String, to target: String) throws(DownloadError) {
    guard Glibc.rename(source, target) == 0 else { throw failure(target) }
  }
}

/// A file being written; closed at the latest with the value.
final class OutputFile {
  let path: String
  private var descriptor: Int32

  /// - Parameter continuing: Whether what is there stays, and new bytes come after it.
  init(_ path: String, continuing: Bool) throws(DownloadError) {
    let mode = continuing ? O_APPEND : O_TRUNC
    // A link in the place of the file would let whoever put it there choose what is overwritten.
    descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | mode, 0o644)
    self.path = path
    guard descriptor >= 0 else { throw FileSystem.failure(path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// - Returns: Whether all bytes were written; `errno` says why not.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset < bytes.count {
      guard let base = bytes.baseAddress else { return true }
      let count = write(descriptor, base + offset, bytes.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += count
    }
    return true
  }

  func truncate() -> Bool { ftruncate(descriptor, 0) == 0 && lseek(descriptor, 0, SEEK_SET) == 0 }

  /// On disk for good, so that a name never stands for half a file after a power cut.
  func finish() throws(DownloadError) {
    let isDone = fsync(descriptor) == 0
    let isClosed = close(descriptor) == 0
    descriptor = -1
    guard isDone, isClosed else { throw FileSystem.failure(path) }
  }
}

/// Keeps a second update out of a folder; released with the value, also when the process dies.
final class FolderLock {
  private let descriptor: Int32

  init(_ folder: String) throws(DownloadError) {
    let path = folder + "/.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileSystem.failure(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .busy(folder: folder) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}

extension ContentDigests {
  /// Takes in what a file holds already.
  func update(contentsOf path: String) throws(DownloadError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileSystem.failure(path) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileSystem.failure(path)
      }
      buffer.withUnsafeBytes { update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }
}
