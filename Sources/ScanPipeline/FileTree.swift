internal import FindingModel

/// The scanned folder, with the archives of it that are looked into: files below its root, and nothing else.
///
/// What lies in an archive has a path behind its name and `!`, `build/orders.zip!/index.js`.
struct FileTree: Sendable {
  let root: String
  /// By the archive's path.
  private let archives: [String: ArchiveFiles]

  init(root: String, archives: [ArchiveFiles] = []) {
    self.root = root
    self.archives = Dictionary(archives.map { ($0.path, $0) }) { first, _ in first }
  }

  /// - Returns: All bytes of a file of at most `limit` bytes; links are followed within the root.
  func read(_ path: String, limit: Int) throws(FileAccess.Failure) -> [UInt8] {
    if let (archive, inner) = Self.split(path) {
      guard let bytes = archives[archive]?.files[inner] else { throw .missing }
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
      return bytes
    }
    guard let real = FileAccess.realPath(root + "/" + path) else { throw .missing }
    guard isInside(real) else { throw .outside }
    return try FileAccess.read(real, limit: limit)
  }

  func contains(_ path: String) -> Bool {
    if let (archive, inner) = Self.split(path) { return archives[archive]?.files[inner] != nil }
    return FileAccess.kind(of: root + "/" + path, followingLinks: true) == .file
  }

  /// Whether it is a folder below the root, wherever links lead.
  func isFolder(_ path: String) -> Bool {
    guard let real = FileAccess.realPath(path.isEmpty ? root : root + "/" + path), isInside(real) else {
      return false
    }
    return FileAccess.kind(of: real, followingLinks: false) == .folder
  }

  private func isInside(_ real: String) -> Bool {
    real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
  }

  /// The archive of a path and the path in it; `nil` for a file of the folder itself.
  private static func split(_ path: String) -> (archive: String, inner: String)? {
    guard let mark = path.firstRange(of: "!/") else { return nil }
    return (String(path[..<mark.lowerBound]), String(path[mark.upperBound...]))
  }
}
