internal import Documents
internal import FindingModel

/// A POM with the parents and bills of materials that lie in the scanned tree.
struct PomFamily {
  /// Parents above each other; real ones have two or three.
  static let parentLimit = 32

  let files: any PackageFiles
  private(set) var problems: [NotChecked] = []
  private var read: [String: PomFile] = [:]
  /// POMs of the same build by their `group:artifact`, once somebody asked.
  private var modules: [String: String]?

  init(files: any PackageFiles) {
    self.files = files
  }

  /// The POM of a path; each is read once, and at most ``InventoryLimits/includes`` of them.
  private mutating func pom(at path: String) -> PomFile? {
    if let pom = read[path] { return pom }
    guard read.count < InventoryLimits.includes, let bytes = files.bytes(of: path),
      // A parent that cannot be parsed is listed when its own turn comes.
      let root = try? XMLReader.parse(bytes, path: path, limits: InventoryLimits.document),
      let pom = PomFile(root, path: path)
    else { return nil }
    read[path] = pom
    return pom
  }

  /// The POM and its parents, the nearest first.
  mutating func chain(of pom: PomFile) -> [PomFile] {
    var chain = [pom]
    var paths: Set<String> = [pom.path]
    while let child = chain.last, let parent = child.parent {
      guard let next = self.parent(parent, of: child) else {
        note(parent, of: child)
        break
      }
      guard paths.insert(next.path).inserted else {
        problems.append(
          NotChecked(path: pom.path, reason: "The parents of \(child.path) go round in a circle."))
        break
      }
      guard chain.count <= Self.parentLimit else {
        problems.append(
          NotChecked(
            path: pom.path, reason: "The POM has more than \(Self.parentLimit) parents above each other."))
        break
      }
      chain.append(next)
    }
    return chain
  }

  /// Adds to what could not be read.
  mutating func note(_ problem: NotChecked) {
    problems.append(problem)
  }

  private mutating func note(_ parent: PomFile.Parent, of child: PomFile) {
    let coordinates = [parent.coordinates.group, parent.coordinates.artifact, parent.coordinates.version]
    problems.append(
      NotChecked(
        path: child.path,
        reason:
          "line \(parent.location.line): the parent \(coordinates.compactMap(\.self).joined(separator: ":")) "
          + "is not among the scanned files, so that versions and dependencies it sets are not known.",
        isError: false))
  }

  private mutating func parent(_ parent: PomFile.Parent, of child: PomFile) -> PomFile? {
    guard !parent.relativePath.isEmpty,
      let path = FilePath.normalised(FilePath.join(FilePath.folder(of: child.path), parent.relativePath))
    else { return nil }
    for candidate in [path, FilePath.join(path, "pom.xml")] {
      guard let pom = pom(at: candidate) else { continue }
      // Maven takes the file only if it is the parent that is asked for.
      let isMeant =
        pom.coordinates.artifact == parent.coordinates.artifact
        && (pom.coordinates.group ?? pom.parent?.coordinates.group) == parent.coordinates.group
      if isMeant { return pom }
    }
    return nil
  }

  /// The POM of this name among the modules of the same build.
  mutating func module(_ name: String, near chain: [PomFile]) -> PomFile? {
    if modules == nil {
      // Set before the search, which may come back to POMs it knows.
      var found: [String: String] = [:]
      var queue = chain.last.map { [$0] } ?? []
      while let pom = queue.popLast() {
        let group = pom.coordinates.group ?? pom.parent?.coordinates.group
        let key = "\(group ?? ""):\(pom.coordinates.artifact ?? "")"
        guard found.updateValue(pom.path, forKey: key) == nil else { continue }
        for module in pom.modules {
          let path = FilePath.normalised(FilePath.join(FilePath.folder(of: pom.path), module))
          guard let path else { continue }
          let file = path.hasSuffix(".xml") ? path : FilePath.join(path, "pom.xml")
          if let next = self.pom(at: file) { queue.append(next) }
        }
      }
      modules = found
    }
    return modules?[name].flatMap { pom(at: $0) }
  }
}
