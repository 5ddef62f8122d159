internal import Glibc

/// Folders and files of the disk.
enum Folder {
  enum EntryKind { case file, folder, other }

  struct Problem: Error {
    let sentence: String

    static func system() -> Problem {
      Problem(sentence: "It cannot be read: \(String(cString: strerror(errno))).")
    }

    static func tooLarge(_ bytes: Int, _ limit: Int) -> Problem {
      Problem(sentence: "It has \(bytes) bytes, more than the limit of \(limit), and was not read.")
    }
  }

  /// In the order of their names, without hidden ones; `nil` with `errno` if the folder cannot be read.
  static func entries(of path: String) -> [(name: String, kind: EntryKind)]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var entries: [(name: String, kind: EntryKind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      entries.append((name, kind(entry.pointee.d_type, path + "/" + name)))
    }
    return entries.sorted { $0.name < $1.name }
  }

  private static func kind(_ type: UInt8, _ path: String) -> EntryKind {
    switch Int32(type) {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_UNKNOWN):
      // Some file systems do not say it in the folder.
      var status = stat()
      guard lstat(path, &status) == 0 else { return .other }
      return status.st_mode & S_IFMT == S_IFREG
        ? .file : status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
    default: return .other
    }
  }

  /// The whole of a regular file of at most `limit` bytes.
  static func contents(of path: String, limit: Int) -> Result<[UInt8], Problem> {
    // Without O_NONBLOCK a named pipe would wait for somebody to write.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(.system()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.system()) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .failure(Problem(sentence: "It is no regular file and was not read."))
    }
    let size = Int(status.st_size)
    guard size <= limit else { return .failure(.tooLarge(size, limit)) }
    var isGood = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { isGood = false }
        guard got > 0 else { return }
        count += got
      }
    }
    return isGood ? .success(bytes) : .failure(.system())
  }
}
