internal import FindingModel
internal import PackageModel

/// `requirements.txt`, with the files it includes.
///
/// https://pip.pypa.io/en/stable/reference/requirements-file-format/
struct RequirementsFile {
  private let files: any PackageFiles
  private var seen: Set<String> = []
  /// Names after `# via` of each requirement, and whether the project itself is among them.
  private var reasons: [(name: String, via: [String])] = []
  private var isCompiled = false

  static func read(_ source: ListSource, into list: inout PackageList) {
    var file = RequirementsFile(files: source.files)
    let isConstraints = FilePath.name(of: source.path).hasPrefix("constraints")
    file.read(
      source.bytes, source.path, scope: PythonScopes.ofFile(source.path), isConstraint: isConstraints,
      into: &list)
    PinnedRequirements.add(to: &list)
    file.connect(&list)
  }

  private init(files: any PackageFiles) {
    self.files = files
  }

  private mutating func read(
    _ bytes: [UInt8], _ path: String, scope: DependencyScope, isConstraint: Bool,
    into list: inout PackageList
  ) {
    seen.insert(path)
    for line in RequirementLines.of(bytes) {
      guard !line.text.isEmpty else {
        note(line.comment ?? "", hasRequirement: false)
        continue
      }
      let place = SourceLocation(path: path, line: line.number, column: 1)
      if line.text.hasPrefix("-") {
        option(line.text, place, scope, isConstraint, &list)
      } else {
        add(line.text, isEditable: false, place, scope, isConstraint, &list)
      }
      if let comment = line.comment { note(comment, hasRequirement: true) }
    }
  }

  // MARK: Options

  private mutating func option(
    _ text: String, _ place: SourceLocation, _ scope: DependencyScope, _ isConstraint: Bool,
    _ list: inout PackageList
  ) {
    guard let option = RequirementOption(text) else { return }
    switch option.name {
    case "-r", "--requirement": include(option.value, place, scope, isConstraint, &list)
    case "-c", "--constraint": include(option.value, place, scope, true, &list)
    case "-e", "--editable": add(option.value, isEditable: true, place, scope, isConstraint, &list)
    case "-i", "--index-url", "--pypi-url":
      list.registries.append((SourceAddress.safe(option.value), nil))
    case "--extra-index-url":
      list.registries.append((SourceAddress.safe(option.value), nil))
      list.additionalRegistries.append((SourceAddress.safe(option.value), place))
    default: break
    }
  }

  private mutating func include(
    _ target: String, _ place: SourceLocation, _ scope: DependencyScope, _ isConstraint: Bool,
    _ list: inout PackageList
  ) {
    if SourceAddress.hasWebScheme(target) {
      return list.note(
        "line \(place.line): '\(SourceAddress.safe(target))' is on the network and was not read",
        in: place.path, isError: false)
    }
    guard let path = FilePath.normalised(FilePath.join(FilePath.folder(of: place.path), target)) else {
      return list.note("line \(place.line): '\(target)' lies outside the scanned folder", in: place.path)
    }
    // A cycle is what pip itself refuses; a file that comes in twice says nothing new.
    guard !seen.contains(path) else { return }
    guard seen.count < InventoryLimits.includes else {
      return list.note(
        "line \(place.line): more than \(InventoryLimits.includes) included files; '\(target)' was not read",
        in: place.path)
    }
    guard let bytes = files.bytes(of: path), bytes.count <= InventoryLimits.bytes else {
      seen.insert(path)
      return list.note("line \(place.line): '\(target)' cannot be read", in: place.path)
    }
    let weaker = scope == .development ? scope : PythonScopes.ofFile(path)
    read(bytes, path, scope: weaker, isConstraint: isConstraint, into: &list)
  }

  // MARK: Requirements

  private mutating func add(
    _ text: String, isEditable: Bool, _ place: SourceLocation, _ scope: DependencyScope,
    _ isConstraint: Bool, _ list: inout PackageList
  ) {
    let parts = RequirementOption.split(text)
    guard var requirement = requirement(parts.text, isEditable: isEditable, scope, place) else {
      if isEditable || PythonSource.isPlace(parts.text) {
        addFolder(Self.marked(parts.text).address, place, &list)
      } else {
        list.note("line \(place.line): '\(parts.text.prefix(60))' is no requirement", in: place.path)
      }
      return
    }
    requirement.integrity = parts.options.prefix(Integrity.countLimit).compactMap { option in
      option.name == "--hash" ? Integrity.labelled(option.value) : nil
    }
    if isConstraint {
      guard list.overrides.count < InventoryLimits.packages else { return }
      list.overrides.append(requirement)
    } else {
      list.ask(for: requirement)
      reasons.append((requirement.identity.name, []))
    }
  }

  private func requirement(
    _ text: String, isEditable: Bool, _ scope: DependencyScope, _ place: SourceLocation
  ) -> PackageRequirement? {
    if !isEditable, !PythonSource.isPlace(text), let requirement = PythonRequirement(text) {
      return requirement.requirement(scope: scope, at: place)
    }
    guard isEditable || PythonSource.isPlace(text) else { return nil }
    let (address, marker) = Self.marked(text)
    guard let name = PythonSource.name(of: address) ?? PythonSource.repositoryName(of: address) else {
      return nil
    }
    var requirement = PackageRequirement(
      PackageIdentity(.pypi, name), name: name,
      constraint: PythonSource.archive(SourceAddress.splitFragment(address).address).map {
        "==" + $0.version
      },
      scope: scope, source: PythonSource.of(address), at: place)
    requirement.condition = marker
    return requirement
  }

  /// A semicolon may be part of an address; the one before a marker has a space before it.
  private static func marked(_ text: String) -> (address: String, marker: String?) {
    let mark = text.place(of: " ;")
    let address = (mark.map { text[..<$0.lowerBound] } ?? text[...]).trimmed
    return (String(address), mark.map { String(text[$0.upperBound...].trimmed) })
  }

  /// A folder, `-e ../common` or the project itself, asks for nothing that its own manifest does not say.
  private func addFolder(_ address: String, _ place: SourceLocation, _ list: inout PackageList) {
    guard case .path(let path) = PythonSource.of(address), list.folders.count < InventoryLimits.packages
    else { return }
    list.folders.append(InstalledFolder(path: path, at: place))
  }

  // MARK: What pip-compile and uv write behind their lines

  private mutating func note(_ comment: String, hasRequirement: Bool) {
    if comment.contains("autogenerated by pip-compile") || comment.contains("autogenerated by uv") {
      isCompiled = true
    }
    guard isCompiled, let last = reasons.indices.last else { return }
    if comment.hasPrefix("via") {
      let names = comment.dropFirst("via".count).split { $0 == "," || $0 == " " }
      if comment.contains("(") || comment.contains("-r ") {
        reasons[last].via.append("")
      } else {
        reasons[last].via += names.map(String.init)
      }
    } else if !hasRequirement {
      // One name a line below a lone `via`; `-r requirements.in` or `name (pyproject.toml)` is the project.
      reasons[last].via.append(comment.contains(" ") ? "" : comment)
    }
  }

  /// A compiled file says of every package what it is there for.
  private func connect(_ list: inout PackageList) {
    guard isCompiled, reasons.contains(where: { !$0.via.isEmpty }) else { return }
    let indexes = Dictionary(list.packages.indices.map { (list.packages[$0].identity.name, $0) }) { $1 }
    var known: Set<[Int]> = []
    for reason in reasons where !reason.via.isEmpty {
      guard let index = indexes[reason.name] else { continue }
      list.packages[index].isDirect = false
      for name in reason.via {
        if name.isEmpty {
          list.packages[index].isDirect = true
        } else if let parent = indexes[PackageIdentity(.pypi, name).name] {
          if known.insert([parent, index]).inserted { list.packages[parent].dependencies.append(index) }
        } else {
          list.packages[index].isDirect = true
        }
      }
    }
  }
}
