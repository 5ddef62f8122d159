internal import Glibc

/// A new version of a file, written beside it and put in its place when it is complete.
struct AtomicFile: ~Copyable {
  /// Where the new version is written.
  let temporary: String
  private let path: String
  private let lock: Int32

  /// - Throws: ``AdvisoryStoreError/notWritable(path:reason:)``, also while another process does the same.
  init(_ path: String) throws(AdvisoryStoreError) {
    try Self.makeFolder(of: path)
    lock = try Self.locked(path)
    self.path = path
    temporary = path + ".part"
    // What a killed process left behind.
    unlink(temporary)
  }

  deinit {
    unlink(temporary)
    // The lock's file stays: who removes it may take it from a process that has just opened it.
    close(lock)
  }

  /// Starts from what there is.
  ///
  /// - Returns: Whether there is anything.
  func copyExisting() throws(AdvisoryStoreError) -> Bool {
    let from = open(path, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else {
      if errno == ENOENT { return false }
      throw .notReadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(from) }
    let to = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard to >= 0 else { throw Self.failure(path) }
    defer { close(to) }
    while true {
      let sent = sendfile(to, from, nil, 1 << 30)
      if sent == 0 { return true }
      guard sent > 0 || errno == EINTR else { throw Self.failure(path) }
    }
  }

  /// Puts the new version in the place of the old one, once it is on the disk.
  func commit() throws(AdvisoryStoreError) {
    let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw Self.failure(path) }
  }

  /// Held open until the end: the system lets go of it when the process is killed.
  private static func locked(_ path: String) throws(AdvisoryStoreError) -> Int32 {
    let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw failure(path) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw .notWritable(path: path, reason: "another process is writing it")
    }
    return lock
  }

  private static func makeFolder(of path: String) throws(AdvisoryStoreError) {
    var index = path.startIndex
    while let slash = path[index...].firstIndex(of: "/") {
      index = path.index(after: slash)
      let folder = String(path[..<slash])
      if folder.isEmpty { continue }
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST || errno == EISDIR else { throw failure(path) }
    }
  }

  private static func failure(_ path: String) -> AdvisoryStoreError {
    .notWritable(path: path, reason: String(cString: strerror(errno)))
  }
}
