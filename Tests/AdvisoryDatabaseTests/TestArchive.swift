import CArchive
import Foundation

/// Archives for tests, written by libarchive.
enum TestArchive {
  enum Form: String, CaseIterable {
    case zip = ".zip"
    case tar = ".tar"
    case gzip = ".tar.gz"
    case bzip2 = ".tar.bz2"
    case xz = ".tar.xz"
    case zstandard = ".tar.zst"
  }

  static func write(_ files: [(path: String, text: String)], as form: Form, to path: String) throws {
    guard let archive = archive_write_new() else { throw CocoaError(.fileWriteUnknown) }
    defer { archive_write_free(archive) }
    switch form {
    case .zip: archive_write_set_format_zip(archive)
    default: archive_write_set_format_pax_restricted(archive)
    }
    switch form {
    case .zip, .tar: break
    case .gzip: archive_write_add_filter_gzip(archive)
    case .bzip2: archive_write_add_filter_bzip2(archive)
    case .xz: archive_write_add_filter_xz(archive)
    case .zstandard: archive_write_add_filter_zstd(archive)
    }
    guard archive_write_open_filename(archive, path) == ARCHIVE_OK else {
      throw CocoaError(.fileWriteUnknown)
    }
    for file in files {
      let entry = archive_entry_new()
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname(entry, file.path)
      archive_entry_set_size(entry, Int64(file.text.utf8.count))
      archive_entry_set_filetype(entry, 0o100000)
      archive_entry_set_perm(entry, 0o644)
      archive_write_header(archive, entry)
      let bytes = Array(file.text.utf8)
      _ = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    }
    guard archive_write_close(archive) == ARCHIVE_OK else { throw CocoaError(.fileWriteUnknown) }
  }
}
