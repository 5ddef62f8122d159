internal import CArchive

/// One file that is compressed by itself, without an archive around it: `table.csv.gz`.
package enum CompressedFile {
  /// - Parameter limit: Most bytes once expanded.
  /// - Throws: ``ArchiveError`` if it is not compressed with gzip, bzip2, xz or Zstandard, damaged or too large.
  package static func expand(_ bytes: [UInt8], limit: Int) throws(ArchiveError) -> [UInt8] {
    guard let handle = archive_read_new() else { throw .unreadable(problem: "no memory is left") }
    defer { archive_read_free(handle) }
    for support in [
      archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
      archive_read_support_filter_zstd, archive_read_support_format_raw,
    ] where support(handle) != ARCHIVE_OK {
      throw .unreadable(problem: "the installed libarchive lacks a compression")
    }
    // `withUnsafeBytes` loses the type of errors; a result keeps it.
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ArchiveError) in
        var entry: OpaquePointer?
        guard archive_read_open_memory(handle, buffer.baseAddress, buffer.count) == ARCHIVE_OK,
          archive_read_next_header(handle, &entry) == ARCHIVE_OK, archive_filter_count(handle) > 1
        else { throw .notAnArchive }
        return try contents(handle, limit: limit)
      }
    }
    return try result.get()
  }

  private static func contents(_ handle: OpaquePointer, limit: Int) throws(ArchiveError) -> [UInt8] {
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { archive_read_data(handle, $0.baseAddress, $0.count) }
      if count == 0 { return result }
      guard count > 0 else {
        throw .damaged(
          after: nil, problem: archive_error_string(handle).map { String(cString: $0) } ?? "unknown")
      }
      result += block[..<count]
      guard result.count <= limit else { throw .tooManyBytes(limit: limit) }
    }
  }
}
