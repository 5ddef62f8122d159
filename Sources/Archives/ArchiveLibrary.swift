internal import CArchive

/// libarchive, loaded when the first archive is read and by nothing else.
///
/// `@unchecked`: the pointers are set before anyone sees them, and the functions of libarchive may be called from
/// any thread as long as each handle stays in one.
struct ArchiveLibrary: @unchecked Sendable {
  let functions: carchive_functions

  private static let loaded = Result { () throws(ArchiveError) in try ArchiveLibrary("libarchive.so.13") }

  static func load() throws(ArchiveError) -> ArchiveLibrary { try loaded.get() }

  /// - Parameter name: As the loader of the system looks it up.
  init(_ name: String) throws(ArchiveError) {
    var functions = carchive_functions()
    if let reason = carchive_load(&functions, name) {
      throw .libraryMissing(reason: String(cString: reason))
    }
    self.functions = functions
  }
}

extension carchive_functions {
  /// A reader of every compression that we read, and of no format yet.
  func reader() throws(ArchiveError) -> OpaquePointer {
    guard let handle = archive_read_new() else { throw .unreadable(problem: "no memory is left") }
    // Not `filter_all`: some of libarchive's filters run programs.
    let filters = [
      archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
      archive_read_support_filter_zstd,
    ]
    // A warning says that the library would run a program instead.
    guard filters.allSatisfy({ $0?(handle) == ARCHIVE_OK }) else {
      _ = archive_read_free(handle)
      throw .unreadable(problem: "the installed libarchive lacks a compression")
    }
    return handle
  }
}
