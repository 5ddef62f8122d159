internal import Documents
internal import FindingModel
internal import PackageModel

/// Reads what a POM asks for, with what its parents and bills of materials in the tree add.
///
/// Source: the POM reference and "Introduction to the Dependency Mechanism" of the Maven documentation.
struct PomReader {
  private var family: PomFamily
  private var properties: PomProperties
  private var managed: [String: PomFile.Dependency] = [:]
  /// Bills of materials that were taken in, so that a circle of them ends.
  private var bills: Set<String> = []
  private var path: String

  static func read(_ source: ListSource, into list: inout PackageList) {
    let root: XMLElement
    do throws(DocumentError) {
      root = try XMLReader.parse(source.bytes, path: source.path, limits: InventoryLimits.document)
    } catch {
      list.note(error.description)
      return
    }
    guard let pom = PomFile(root, path: source.path) else {
      list.note("The document's element is '\(root.name)', not 'project'.")
      return
    }
    var reader = PomReader(source)
    reader.fill(&list, from: pom)
  }

  private init(_ source: ListSource) {
    family = PomFamily(files: source.files)
    properties = PomProperties([])
    path = source.path
  }

  private mutating func fill(_ list: inout PackageList, from pom: PomFile) {
    let chain = family.chain(of: pom)
    properties = PomProperties(chain)
    // All that is inherited comes before what a bill of materials brings, as in Maven.
    manage(chain.flatMap(\.managed), near: chain)
    let inherited = pom.parent?.coordinates
    if let artifact = pom.coordinates.artifact, let group = pom.coordinates.group ?? inherited?.group {
      list.project.name = properties.interpolated("\(group):\(artifact)")
    }
    list.project.version = (pom.coordinates.version ?? inherited?.version).map(properties.interpolated)
    // What a POM does not say of its licence it has from its parent.
    list.licences = chain.first { !$0.licences.isEmpty }?.licences ?? []
    list.registries = chain.flatMap(\.repositories).map {
      (SourceAddress.safe(properties.interpolated($0)), nil)
    }
    var seen: Set<String> = []
    for dependency in chain.flatMap(\.dependencies) where seen.insert(key(of: dependency)).inserted {
      list.ask(for: requirement(dependency))
    }
    list.problems += family.problems
  }

  private func key(of dependency: PomFile.Dependency) -> String {
    let parts = [
      dependency.group, dependency.artifact, dependency.type ?? "jar", dependency.classifier ?? "",
    ]
    return parts.map(properties.interpolated).joined(separator: ":")
  }

  /// Takes in managed versions; the nearest POM comes first, and what is there stays.
  private mutating func manage(_ dependencies: [PomFile.Dependency], near chain: [PomFile]) {
    for dependency in dependencies where dependency.scope != "import" {
      managed[key(of: dependency)] = managed[key(of: dependency)] ?? dependency
    }
    for dependency in dependencies where dependency.scope == "import" { importBill(dependency, near: chain) }
  }

  private mutating func importBill(_ bill: PomFile.Dependency, near chain: [PomFile]) {
    let name = properties.interpolated("\(bill.group):\(bill.artifact)")
    guard bills.insert(name).inserted else { return }
    guard let pom = family.module(name, near: chain) else {
      let version = bill.version.map { ":" + properties.interpolated($0) } ?? ""
      family.note(
        NotChecked(
          path: bill.location.path,
          reason:
            "line \(bill.location.line): the bill of materials \(name)\(version) is not among the scanned "
            + "files, so that versions it sets are not known.",
          isError: false))
      return
    }
    // A bill's own properties count in its versions, not those of who imports it.
    let own = family.chain(of: pom)
    let outer = properties
    properties = PomProperties(own)
    let entries = own.flatMap(\.managed).map { entry in
      PomFile.Dependency(
        group: properties.interpolated(entry.group), artifact: properties.interpolated(entry.artifact),
        version: entry.version.map(properties.interpolated), scope: entry.scope, type: entry.type,
        classifier: entry.classifier, optional: entry.optional, systemPath: nil, location: entry.location)
    }
    properties = outer
    manage(entries, near: own)
  }

  private func requirement(_ dependency: PomFile.Dependency) -> PackageRequirement {
    let managed = managed[key(of: dependency)]
    let name = properties.interpolated("\(dependency.group):\(dependency.artifact)")
    let scope = dependency.scope ?? managed?.scope
    var requirement = PackageRequirement(
      PackageIdentity(.maven, name), name: name,
      constraint: (dependency.version ?? managed?.version).map(properties.interpolated),
      scope: .maven(scope.map(properties.interpolated)), at: dependency.location)
    if (dependency.optional ?? managed?.optional) == "true", requirement.scope == .production {
      requirement.scope = .optional
    }
    if let path = dependency.systemPath { requirement.source = .path(properties.interpolated(path)) }
    return requirement
  }
}

extension DependencyScope {
  /// Maven's and Ivy's words; a scope that nobody knows counts as needed.
  static func maven(_ word: String?) -> DependencyScope {
    switch word {
    case "test": .development
    case "provided", "system": .provided
    default: .production
    }
  }
}
