internal import CArchive
internal import Glibc

/// A regular file on the disk, open for reading, closed when it goes.
final class ArchiveFile {
  let size: Int
  private let descriptor: Int32
  /// What libarchive asks for at a time, in bytes.
  private static let blockBytes = 1 << 16

  init(_ path: String) throws(ArchiveError) {
    // Without O_NONBLOCK a named pipe would wait for somebody to write.
    descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      size = 0
      throw .unreadable(problem: String(cString: strerror(errno)))
    }
    size = Int(status.st_size)
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(problem: "it is not a regular file") }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func open(in handle: OpaquePointer, of library: carchive_functions) -> Int32 {
    lseek(descriptor, 0, SEEK_SET)
    return library.archive_read_open_fd(handle, descriptor, Self.blockBytes)
  }

  /// - Returns: `nil` if the file has fewer.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= size - count else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, offset + done)
        guard got > 0 else { return }
        done += got
      }
    }
    return bytes.count == count ? bytes : nil
  }
}
