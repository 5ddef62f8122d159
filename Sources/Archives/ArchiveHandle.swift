internal import CArchive
internal import Glibc

/// libarchive's reader, closed when it goes.
final class ArchiveHandle {
  /// What an entry is.
  enum Kind { case file, folder, link(String), special }

  /// The head of one entry, as written.
  struct Head {
    let path: String
    let kind: Kind
    /// As declared; `nil` where only reading tells.
    let size: Int?
    let isEncrypted: Bool
    let isExecutable: Bool
  }

  private let library: carchive_functions
  private let handle: OpaquePointer
  private let streamsZip: Bool
  private var entry: OpaquePointer?

  static func opening(_ file: ArchiveFile) throws(ArchiveError) -> ArchiveHandle {
    try opening { file.open(in: $0.handle, of: $0.library) }
  }

  /// - Parameter bytes: Good as long as the handle is used.
  static func opening(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) -> ArchiveHandle {
    try opening { $0.library.archive_read_open_memory($0.handle, bytes.baseAddress, bytes.count) }
  }

  /// - Parameter open: Gives libarchive its input; called up to twice.
  private static func opening(_ open: (ArchiveHandle) -> Int32) throws(ArchiveError) -> ArchiveHandle {
    // ZIP by its directory first: without one, entries have to be expanded to be skipped.
    for streamsZip in [false, true] {
      let handle = try ArchiveHandle(streamsZip: streamsZip)
      if open(handle) == ARCHIVE_OK { return handle }
    }
    throw .notAnArchive
  }

  private init(streamsZip: Bool) throws(ArchiveError) {
    library = try ArchiveLibrary.load().functions
    handle = try library.reader()
    self.streamsZip = streamsZip
    if streamsZip {
      _ = library.archive_read_support_format_zip_streamable(handle)
    } else {
      _ = library.archive_read_support_format_zip_seekable(handle)
      _ = library.archive_read_support_format_tar(handle)
    }
  }

  deinit {
    _ = library.archive_read_free(handle)
  }

  /// Whether entries that nobody reads cost nothing, as in ZIP archives with a directory.
  ///
  /// Known from the first entry on.
  var skipsFreely: Bool {
    !streamsZip && library.archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP
  }

  /// Bytes that came out of the outermost compression so far; those of skipped entries count.
  var expandedBytes: Int { Int(clamping: library.archive_filter_bytes(handle, 0)) }

  var isTar: Bool { library.archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_TAR }

  /// - Returns: The next entry, `nil` after the last.
  func next() throws(Problem) -> Head? {
    while true {
      let result = library.archive_read_next_header(handle, &entry)
      // A warning is about names or times that are unusual; the entry is there.
      if result == ARCHIVE_OK || result == ARCHIVE_WARN { return entry.map(head) }
      if result == ARCHIVE_EOF { return nil }
      if result != ARCHIVE_RETRY { throw problem(result) }
    }
  }

  private func head(of entry: OpaquePointer) -> Head {
    let path = text(library.archive_entry_pathname(entry)) ?? ""
    return Head(
      path: path, kind: kind(of: entry),
      size: library.archive_entry_size_is_set(entry) != 0
        ? Int(clamping: library.archive_entry_size(entry)) : nil,
      isEncrypted: library.archive_entry_is_data_encrypted(entry) != 0,
      isExecutable: library.archive_entry_perm(entry) & 0o111 != 0)
  }

  private func kind(of entry: OpaquePointer) -> Kind {
    if let target = text(library.archive_entry_hardlink(entry)) ?? text(library.archive_entry_symlink(entry))
    {
      return .link(target)
    }
    switch library.archive_entry_filetype(entry) {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .special
    }
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  /// The next bytes of the current entry and where in it they belong; `nil` at its end.
  ///
  /// The bytes are good until the next call. Between two blocks may be a hole, which reads as zeros.
  func block() throws(Problem) -> (bytes: UnsafeRawBufferPointer, offset: Int)? {
    var start: UnsafeRawPointer?
    var size = 0
    var offset: Int64 = 0
    while true {
      let result = library.archive_read_data_block(handle, &start, &size, &offset)
      switch result {
      case ARCHIVE_OK:
        return (UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : size), Int(offset))
      case ARCHIVE_EOF: return nil
      case ARCHIVE_RETRY: continue
      default: throw problem(result)
      }
    }
  }

  /// What libarchive says went wrong.
  struct Problem: Error {
    let text: String
    /// Whether nothing more can be read.
    let isFatal: Bool
  }

  private func problem(_ result: Int32) -> Problem {
    let text = text(library.archive_error_string(handle)) ?? "no reason is given"
    return Problem(text: EntryPath.shown(text), isFatal: result == ARCHIVE_FATAL)
  }
}
