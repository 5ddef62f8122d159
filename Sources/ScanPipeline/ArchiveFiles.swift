internal import Archives
internal import DependencyInventory
internal import FindingModel
internal import PackageModel
internal import SecretFiles

/// An archive of the scanned folder with those of its files that a scan looks at, in memory.
struct ArchiveFiles: Sendable {
  /// Relative to the scanned root.
  let path: String
  /// By their paths in the archive.
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var notChecked: [NotChecked] = []
  private(set) var fileCount = 0
  /// Packages that are installed in it.
  let lists: [PackageList]
  let binaries: [NativeBinary]
  /// What its files hold that nobody should have.
  private(set) var secrets: ArchiveSecrets

  /// Bytes of programs, templates and lists of packages that are kept of one archive; Lambda takes no more unzipped.
  static let byteLimit = 250 << 20

  static func isArchive(_ path: String) -> Bool {
    [".zip", ".jar", ".war"].contains(where: path.lowercased().hasSuffix)
  }

  /// - Parameters:
  ///   - searchesSecrets: Whether its texts are expanded and searched.
  ///   - isWanted: Which of its files are kept.
  init(
    _ path: String, in root: String, limits: ArchiveLimits = .standard, today: CalendarDate? = nil,
    searchesSecrets: Bool, isWanted: (String) -> Bool
  ) {
    self.path = path
    var kept = 0
    var secrets = ArchiveSecrets(archive: path, today: today)
    var files: [String: [UInt8]] = [:]
    var notChecked: [NotChecked] = []
    let inventory = BundleInventory.read(
      .file(root + "/" + path), path: path, limits: limits,
      wants: { isWanted($0.path) || searchesSecrets && ArchiveSecrets.isWanted($0.path) },
      see: { entry, bytes in
        if searchesSecrets { secrets.add(entry.path, bytes: bytes) }
        guard isWanted(entry.path) else { return }
        kept += bytes.count
        if kept <= Self.byteLimit { files[entry.path] = bytes }
      })
    fileCount = inventory.files
    notChecked = inventory.problems + inventory.lists.filter(\.format.isBundle).flatMap(\.problems)
    if kept > Self.byteLimit {
      notChecked.append(
        NotChecked(
          path: path,
          reason:
            "its programs and lists of packages have more than \(Self.byteLimit) bytes; some were left out"))
    }
    lists = inventory.lists.filter(\.format.isBundle)
    binaries = inventory.binaries
    self.files = files
    self.secrets = secrets
    self.notChecked = notChecked
  }
}
