internal import Archives
internal import Documents
internal import FindingModel
internal import PackageModel

/// Reads which packages a jar holds: itself, what was shaded into it, and the jars inside it.
struct JavaArchiveReader {
  /// Of a descriptor inside a jar, in bytes.
  static let descriptorLimit = 1 << 20
  /// Descriptors of one jar; a shaded jar of everything has some hundred.
  static let descriptorCountLimit = 2000

  private let path: String
  private let budget: ArchiveBudget
  private var packages: [PackageEntry] = []
  private var problems: [NotChecked] = []

  static func read(_ source: ListSource, into list: inout PackageList) {
    var reader = JavaArchiveReader(path: source.path, budget: ArchiveBudget())
    reader.read(.bytes(source.bytes), at: source.path)
    reader.finish(&list)
  }

  /// The same for a jar that is a file, or lies in an archive whose budget it shares.
  static func read(_ source: ArchiveSource, path: String, budget: ArchiveBudget) -> PackageList {
    var list = PackageList(path: path, format: .javaArchive)
    var reader = JavaArchiveReader(path: path, budget: budget)
    reader.read(source, at: path)
    reader.finish(&list)
    return list
  }

  private init(path: String, budget: ArchiveBudget) {
    self.path = path
    self.budget = budget
  }

  private func finish(_ list: inout PackageList) {
    list.packages = packages
    list.problems += problems
    list.project = (nil, nil)
  }

  /// - Parameter place: `app.jar!/BOOT-INF/lib/x.jar` for a jar inside a jar.
  private mutating func read(_ source: ArchiveSource, at place: String) {
    var facts = JavaArchiveFacts(name: String(FilePath.name(of: place)))
    do throws(ArchiveError) {
      let summary = try ArchiveReader.visit(source, within: budget) { entry, read throws(ArchiveError) in
        if JavaFiles.isArchive(entry.path) {
          let bytes = try read()
          self.read(.bytes(bytes), at: "\(place)!/\(entry.path)")
        } else {
          try facts.add(entry, read)
        }
      }
      for problem in summary.problems { note(problem, at: place) }
    } catch {
      note(error, at: place)
    }
    Self.append(facts.packages, to: &packages, place: place, path: path)
  }

  /// Adds what a jar, or a program that lies unpacked, says it is made of.
  static func append(_ found: [JavaArchiveFacts.Package], to list: inout PackageList, place: String) {
    append(found, to: &list.packages, place: place, path: list.path)
  }

  private static func append(
    _ found: [JavaArchiveFacts.Package], to packages: inout [PackageEntry], place: String, path: String
  ) {
    for package in found where packages.count < InventoryLimits.packages {
      let name = "\(package.group.map { "\($0):" } ?? "")\(package.artifact)"
      var entry = PackageEntry(
        PackageIdentity(.maven, name), name: name, version: package.version, source: .bundle,
        at: .start(of: path))
      entry.bundledPath = place
      packages.append(entry)
    }
  }

  private mutating func note(_ problem: ArchiveError, at place: String) {
    // Jars are often given signatures and services twice when they are shaded; no unpacker minds.
    if case .duplicate = problem { return }
    guard problems.count < ArchiveSummary.problemLimit else { return }
    let reason =
      place == path ? problem.description : "\(place.dropFirst(path.count + 2)): \(problem.description)"
    problems.append(NotChecked(path: path, reason: reason, isError: problem.isError))
  }
}
