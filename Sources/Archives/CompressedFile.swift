internal import CArchive

/// One file that is compressed by itself, without an archive around it: `table.csv.gz`.
package enum CompressedFile {
  /// - Parameter limit: Most bytes once expanded.
  /// - Throws: ``ArchiveError`` if it is not compressed with gzip, bzip2, xz or Zstandard, damaged or too large.
  package static func expand(_ bytes: [UInt8], limit: Int) throws(ArchiveError) -> [UInt8] {
    let library = try ArchiveLibrary.load().functions
    let handle = try library.reader()
    defer { _ = library.archive_read_free(handle) }
    _ = library.archive_read_support_format_raw(handle)
    // `withUnsafeBytes` loses the type of errors; a result keeps it.
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ArchiveError) in
        var entry: OpaquePointer?
        guard library.archive_read_open_memory(handle, buffer.baseAddress, buffer.count) == ARCHIVE_OK,
          library.archive_read_next_header(handle, &entry) == ARCHIVE_OK,
          library.archive_filter_count(handle) > 1
        else { throw .notAnArchive }
        return try contents(handle, of: library, limit: limit)
      }
    }
    return try result.get()
  }

  private static func contents(
    _ handle: OpaquePointer, of library: carchive_functions, limit: Int
  ) throws(ArchiveError) -> [UInt8] {
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { library.archive_read_data(handle, $0.baseAddress, $0.count) }
      if count == 0 { return result }
      guard count > 0 else {
        throw .damaged(
          after: nil, problem: library.archive_error_string(handle).map { String(cString: $0) } ?? "unknown")
      }
      result += block[..<count]
      guard result.count <= limit else { throw .tooManyBytes(limit: limit) }
    }
  }
}
