internal import Archives
internal import DependencyInventory
internal import FindingModel
internal import SecretFiles

/// An archive of the scanned folder with those of its files that a scan looks at, in memory.
struct ArchiveFiles: Sendable {
  /// Relative to the scanned root.
  let path: String
  /// By their paths in the archive.
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var notChecked: [NotChecked] = []
  private(set) var fileCount = 0
  /// What its files hold that nobody should have.
  private(set) var secrets: ArchiveSecrets

  /// Bytes of programs, templates and lists of packages that are kept of one archive; Lambda takes no more unzipped.
  static let byteLimit = 250 << 20

  static func isArchive(_ path: String) -> Bool {
    [".zip", ".jar", ".war"].contains(where: path.lowercased().hasSuffix)
  }

  /// - Parameter isWanted: Which of its files are kept.
  init(_ path: String, in root: String, limits: ArchiveLimits = .standard, isWanted: (String) -> Bool) {
    self.path = path
    var kept = 0
    var secrets = ArchiveSecrets(archive: path)
    var files: [String: [UInt8]] = [:]
    var notChecked: [NotChecked] = []
    do {
      let summary = try ArchiveReader.visit(.file(root + "/" + path), limits: limits) {
        entry, read throws(ArchiveError) in
        let isKept = isWanted(entry.path)
        guard isKept || ArchiveSecrets.isWanted(entry.path) else { return }
        let bytes = try read()
        secrets.add(entry.path, bytes: bytes)
        guard isKept else { return }
        guard kept + bytes.count <= Self.byteLimit else { throw .tooManyBytes(limit: Self.byteLimit) }
        kept += bytes.count
        files[entry.path] = bytes
      }
      fileCount = summary.files
      notChecked = summary.problems.map { $0.notChecked(in: path) }
      if summary.unlistedProblems > 0 {
        notChecked.append(
          NotChecked(path: path, reason: "\(summary.unlistedProblems) more of its entries were not read"))
      }
    } catch {
      notChecked = [error.notChecked(in: path)]
    }
    self.files = files
    self.secrets = secrets
    self.notChecked = notChecked
  }
}
