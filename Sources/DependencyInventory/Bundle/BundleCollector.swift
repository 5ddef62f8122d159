package import Archives
internal import FindingModel
internal import PackageModel

/// Takes the files of one bundle in any order, each once, and says at the end which packages they are.
///
/// For unpacked folders, whose files the caller walks anyway: ask ``wants(_:size:)``, give the bytes to
/// ``add(_:_:)``, and end with ``finish()``.
package struct BundleCollector {
  /// Bytes of descriptors that are kept until the end, because they are read together.
  static let keptLimit = 128 << 20

  private let isArchive: Bool
  private let budget: ArchiveBudget
  private var inventory: BundleInventory
  private var node = InstalledNodePackages()
  private var python = InstalledPythonPackages()
  private var kept = BundleFiles()
  private var manifests: [(path: String, format: PackageListFormat)] = []
  /// Descriptors of a Java program that lies unpacked at the bundle's root.
  private var java: JavaArchiveFacts

  /// - Parameters:
  ///   - path: The folder or archive, relative to the scanned root; empty for the root itself.
  ///   - isArchive: Whether manifests and lockfiles in it are read too, which nobody else can reach.
  ///   - budget: Of all archives in it together.
  package init(path: String, isArchive: Bool = false, budget: ArchiveBudget = ArchiveBudget()) {
    self.isArchive = isArchive
    self.budget = budget
    inventory = BundleInventory(path: path)
    java = JavaArchiveFacts(name: "")
  }

  /// Where a file of the bundle lies, for people.
  private func place(_ path: String) -> String {
    isArchive ? "\(inventory.path)!/\(path)" : FilePath.join(inventory.path, path)
  }

  /// Whether the bytes of a file would say anything; counts it as one of the bundle's.
  ///
  /// - Parameter path: Relative to the bundle's root.
  package mutating func wants(_ path: String, size: Int?) -> Bool {
    inventory.files += 1
    if FilePath.name(of: path) == "binding.gyp" { node.noteGyp(path) }
    guard (size ?? 0) <= budget.limits.entryBytes else { return true }
    return isDescriptor(path) || BinaryCandidates.mayBe(path, size: size)
  }

  private func isDescriptor(_ path: String) -> Bool {
    switch PackageListReader.format(of: path) {
    case .npmBundle, .npmManifest, .pythonBundle, .javaArchive, .dotnetDependencies: true
    case nil: InstalledPythonPackages.isCompanion(path) || path.hasPrefix("META-INF/maven/")
    default: isArchive && !path.contains("/site-packages/")
    }
  }

  /// Takes a file's bytes, which are not kept unless they are a small descriptor.
  package mutating func add(_ path: String, _ bytes: [UInt8]) {
    if bytes.starts(with: ELFFile.magic) { return add(binary: bytes, path) }
    switch PackageListReader.format(of: path) {
    case .npmBundle:
      node.add(read(bytes, path, .npmBundle), path)
    case .npmManifest:
      node.add(manifest: read(bytes, path, .npmManifest), path)
      if isArchive { keep(path, bytes, .npmManifest) }
    case .javaArchive:
      add(list: JavaArchiveReader.read(.bytes(bytes), path: place(path), budget: budget))
    case .dotnetDependencies:
      add(list: read(bytes, path, .dotnetDependencies))
    case .pythonBundle:
      python.add(path)
      keep(path, bytes, nil)
    case let format?:
      if isArchive { keep(path, bytes, format) }
    case nil:
      if InstalledPythonPackages.isCompanion(path) { keep(path, bytes, nil) }
      if path.hasPrefix("META-INF/maven/") {
        let entry = ArchiveEntry(path: path, declaredSize: bytes.count, isExecutable: false)
        // It has its bytes already: nothing is thrown.
        try? java.add(entry) { () throws(ArchiveError) in bytes }
      }
    }
  }

  private func read(_ bytes: [UInt8], _ path: String, _ format: PackageListFormat) -> PackageList {
    PackageListReader.read(bytes, path: place(path), format: format, files: NoPackageFiles())
  }

  private mutating func keep(_ path: String, _ bytes: [UInt8], _ format: PackageListFormat?) {
    guard kept.add(place(path), bytes) else {
      inventory.isComplete = false
      return
    }
    if let format { manifests.append((path, format)) }
  }

  private mutating func add(list: PackageList) {
    guard !list.packages.isEmpty || !list.requirements.isEmpty || !list.problems.isEmpty else { return }
    inventory.lists.append(list)
  }

  /// The bundle itself is a jar.
  mutating func add(jar source: ArchiveSource) {
    inventory.files += 1
    add(list: JavaArchiveReader.read(source, path: inventory.path, budget: budget))
  }

  private mutating func add(binary bytes: [UInt8], _ path: String) {
    guard let file = ELFFile(bytes) else { return }
    let go = GoBuildInformation(file)
    if let binary = NativeBinaryReader.binary(file, path: place(path), go: go) {
      inventory.binaries.append(binary)
    }
    guard let go else { return }
    var list = PackageList(path: place(path), format: .goBinary)
    GoBinaryReader.fill(&list, from: go)
    add(list: list)
  }

  /// What came of reading the archive that the files are from.
  mutating func note(_ summary: ArchiveSummary) {
    inventory.isComplete = inventory.isComplete && summary.isComplete
    var links = 0
    for problem in summary.problems {
      if case .link = problem {
        links += 1
      } else {
        inventory.problems.append(problem.notChecked(in: inventory.path))
      }
    }
    // Layers are full of links to libraries that lie beside them.
    if links > 0 { note("\(links) links in the archive were not followed.", isError: false) }
    if summary.unlistedProblems > 0 {
      note("\(summary.unlistedProblems) more entries of the archive were not read.")
    }
  }

  mutating func note(_ problem: ArchiveError) {
    inventory.isComplete = false
    inventory.problems.append(problem.notChecked(in: inventory.path))
  }

  private mutating func note(_ reason: String, isError: Bool = true) {
    inventory.problems.append(NotChecked(path: inventory.path, reason: reason, isError: isError))
  }

  package consuming func finish() -> BundleInventory {
    inventory.lists += node.lists(place: place)
    inventory.lists += python.lists(kept, place: place)
    for manifest in manifests {
      let path = place(manifest.path)
      add(
        list: PackageListReader.read(
          kept.bytes(of: path) ?? [], path: path, format: manifest.format, files: kept))
    }
    var unpacked = PackageList(path: place("META-INF/maven"), format: .javaArchive)
    JavaArchiveReader.append(java.packages, to: &unpacked, place: place(""))
    add(list: unpacked)
    if kept.isFull {
      note("The bundle's descriptors have more than \(Self.keptLimit) bytes; some were not read.")
    }
    inventory.lists.sort { ($0.path, $0.format.rawValue) < ($1.path, $1.format.rawValue) }
    inventory.binaries.sort { $0.path < $1.path }
    return inventory
  }
}
