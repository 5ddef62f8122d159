internal import Glibc

/// A regular file of a repository, read piece by piece; links are not followed.
final class GitFile: Sendable {
  let size: Int
  private let descriptor: Int32

  init(_ path: String) throws(GitError) {
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing("'\(path)'") : .system(String(cString: strerror(errno)))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .system("'\(path)' is no regular file")
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Up to `count` bytes from an offset; fewer at the end of the file.
  func read(at offset: Int, count: Int) throws(GitError) -> [UInt8] {
    guard offset >= 0, offset <= size, count > 0 else { return [] }
    let wanted = min(count, size - offset)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, done in
      while done < wanted {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, wanted - done, off_t(offset + done))
        if got > 0 {
          done += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
    }
    guard failure == 0 else { throw .system(String(cString: strerror(failure))) }
    return bytes
  }

  /// All bytes of a small file.
  static func contents(of path: String, limit: Int) throws(GitError) -> [UInt8] {
    let file = try GitFile(path)
    guard file.size <= limit else { throw .tooLarge(what: "'\(path)'", bytes: file.size, limit: limit) }
    return try file.read(at: 0, count: file.size)
  }

  /// Names in a folder, sorted; none if it cannot be read, as of a repository that has no such folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
