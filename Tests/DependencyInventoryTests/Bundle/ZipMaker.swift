import CArchive

/// Makes ZIP archives for tests, through libarchive's writer.
enum ZipMaker {
  static func zip(_ files: [(path: String, content: [UInt8])]) -> [UInt8] {
    guard let archive = archive_write_new() else { return [] }
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    var used = 0
    var bytes = [UInt8](repeating: 0, count: files.reduce(1 << 16) { $0 + $1.content.count + 4096 })
    bytes.withUnsafeMutableBytes { buffer in
      archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
      for file in files { add(file.path, file.content, to: archive) }
      archive_write_close(archive)
    }
    return Array(bytes.prefix(used))
  }

  static func zip(_ files: [(path: String, text: String)]) -> [UInt8] {
    zip(files.map { (path: $0.path, content: Array($0.text.utf8)) })
  }

  private static func add(_ path: String, _ content: [UInt8], to archive: OpaquePointer) {
    guard let entry = archive_entry_new() else { return }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, path)
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o755)
    archive_entry_set_size(entry, Int64(content.count))
    archive_write_header(archive, entry)
    _ = content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
  }
}
