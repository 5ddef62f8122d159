internal import CArchive

/// Makes archives for tests, through libarchive's writer.
package enum ArchiveMaker {
  package enum Format: String, CaseIterable, Sendable {
    case zip, tar, gzip, bzip2, xz, zstd

    /// How names of such archives end.
    package var ending: String {
      switch self {
      case .zip: ".zip"
      case .tar: ".tar"
      case .gzip: ".tar.gz"
      case .bzip2: ".tar.bz2"
      case .xz: ".tar.xz"
      case .zstd: ".tar.zst"
      }
    }
  }

  package struct Item {
    let path: String
    let content: [UInt8]
    let link: String?
    let isFolder: Bool
    let permissions: UInt32
    /// Zeros at the start that a sparse file leaves out.
    let hole: Int

    package init(
      path: String, content: [UInt8] = [], link: String? = nil, isFolder: Bool = false,
      permissions: UInt32 = 0o644, hole: Int = 0
    ) {
      self.path = path
      self.content = content
      self.link = link
      self.isFolder = isFolder
      self.permissions = permissions
      self.hole = hole
    }

    package static func file(_ path: String, _ text: String) -> Item {
      Item(path: path, content: Array(text.utf8))
    }

    package static func zeros(_ path: String, _ count: Int) -> Item {
      Item(path: path, content: [UInt8](repeating: 0, count: count))
    }
  }

  // The bits of `st_mode`: the C library and libarchive declare their names twice.
  private static let file: UInt32 = 0o100000
  private static let folder: UInt32 = 0o040000
  private static let link: UInt32 = 0o120000

  package static func make(
    _ format: Format, _ items: [Item], options: String? = nil, password: String? = nil
  ) -> [UInt8] {
    guard let archive = archive_write_new() else { return [] }
    defer { archive_write_free(archive) }
    if format == .zip {
      archive_write_set_format_zip(archive)
    } else {
      archive_write_set_format_pax_restricted(archive)
    }
    switch format {
    case .zip, .tar: archive_write_add_filter_none(archive)
    case .gzip: archive_write_add_filter_gzip(archive)
    case .bzip2: archive_write_add_filter_bzip2(archive)
    case .xz: archive_write_add_filter_xz(archive)
    case .zstd: archive_write_add_filter_zstd(archive)
    }
    if let options { archive_write_set_options(archive, options) }
    if let password { archive_write_set_passphrase(archive, password) }
    let capacity = items.reduce(1 << 16) { $0 + $1.content.count + 4096 }
    var used = 0
    var bytes = [UInt8](repeating: 0, count: capacity)
    bytes.withUnsafeMutableBytes { buffer in
      archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
      for item in items { add(item, to: archive) }
      archive_write_close(archive)
    }
    return Array(bytes.prefix(used))
  }

  /// An archive of files that may be executed, as builds of functions leave them.
  package static func zip(_ files: [(path: String, content: [UInt8])]) -> [UInt8] {
    make(.zip, files.map { Item(path: $0.path, content: $0.content, permissions: 0o755) })
  }

  package static func zip(_ files: [(path: String, text: String)]) -> [UInt8] {
    zip(files.map { (path: $0.path, content: Array($0.text.utf8)) })
  }

  /// Sorted by path.
  package static func zip(_ files: [String: String]) -> [UInt8] {
    zip(files.sorted { $0.key < $1.key }.map { (path: $0.key, text: $0.value) })
  }

  private static func add(_ item: Item, to archive: OpaquePointer) {
    guard let entry = archive_entry_new() else { return }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, item.path)
    archive_entry_set_perm(entry, item.permissions)
    if let link = item.link {
      archive_entry_set_filetype(entry, Self.link)
      archive_entry_set_symlink(entry, link)
    } else if item.isFolder {
      archive_entry_set_filetype(entry, folder)
    } else {
      archive_entry_set_filetype(entry, file)
      archive_entry_set_size(entry, Int64(item.content.count))
      if item.hole > 0 {
        archive_entry_sparse_add_entry(entry, Int64(item.hole), Int64(item.content.count - item.hole))
      }
    }
    archive_write_header(archive, entry)
    _ = item.content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
  }
}
