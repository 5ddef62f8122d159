internal import Documents
internal import FindingModel
internal import PackageModel

/// Reads the packages that an SDK-style project references, with central versions and properties.
///
/// Source: "PackageReference in project files" and "Central Package Management" of NuGet's documentation.
struct ProjectReader {
  private let source: ListSource
  private var properties: [String: String] = [:]
  /// Central versions by lower-cased name.
  private var versions: [String: String] = [:]
  private var seen: Set<String> = []
  private var references: [XMLElement] = []
  /// Imported files that could not be read; the project is read without them.
  private var problems: [(path: String, reason: String)] = []

  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let root = XMLText.document(source, into: &list) else { return }
    var reader = ProjectReader(source: source)
    // What lies above is read before the project, and the central versions once all properties are known.
    for name in ["Directory.Build.props", "Directory.Packages.props"] { reader.readNearest(name) }
    reader.take(root, path: source.path, depth: 0)
    reader.fill(&list)
  }

  private init(source: ListSource) {
    self.source = source
  }

  private mutating func readNearest(_ name: String) {
    for folder in FilePath.ancestors(of: source.path) {
      let path = FilePath.join(folder, name)
      if source.files.contains(path) { return readImport(path, depth: 0) }
    }
  }

  private mutating func readImport(_ path: String, depth: Int) {
    // Many imports hold on the machine of a build only, so a file that is not there is no problem.
    guard depth < Self.importDepthLimit, seen.count < InventoryLimits.includes, seen.insert(path).inserted,
      source.files.contains(path)
    else { return }
    guard let bytes = source.files.bytes(of: path) else {
      problems.append((path, "what projects import from here cannot be read or is too large"))
      return
    }
    do throws(DocumentError) {
      take(
        try XMLReader.parse(bytes, path: path, limits: InventoryLimits.document), path: path, depth: depth + 1
      )
    } catch {
      problems.append((path, error.description))
    }
  }

  /// Files that import files.
  private static let importDepthLimit = 8

  private mutating func take(_ root: XMLElement, path: String, depth: Int) {
    for element in root.children {
      switch element.name {
      case "PropertyGroup":
        for property in element.children { properties[property.name.lowercased()] = expanded(property.text) }
      case "Import":
        let file = expanded(element.attribute("Project") ?? "").replacing("\\", with: "/")
        if let path = FilePath.normalised(FilePath.join(FilePath.folder(of: path), file)) {
          readImport(path, depth: depth)
        }
      case "ItemGroup": take(group: element)
      default: continue
      }
    }
  }

  private mutating func take(group: XMLElement) {
    for item in group.children {
      switch item.name {
      case "PackageReference", "GlobalPackageReference": references.append(item)
      case "PackageVersion":
        guard let name = item.attribute("Include") ?? item.attribute("Update") else { continue }
        versions[name.lowercased()] = value("Version", of: item)
      default: continue
      }
    }
  }

  /// An item's metadata: an attribute or a child element.
  private func value(_ name: String, of item: XMLElement) -> String? {
    let text = item.attribute(name) ?? item[name]?.text
    guard let text, !text.isEmpty else { return nil }
    return expanded(text)
  }

  /// `$(Name)`; what is not known stays as written.
  private func expanded(_ text: String) -> String {
    guard text.contains("$("), text.utf8.count <= Self.textLimit else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "$("), let end = rest[start.upperBound...].firstIndex(of: ")") {
      result += rest[..<start.lowerBound]
      let value = properties[rest[start.upperBound..<end].lowercased()]
      result += value ?? String(rest[start.lowerBound...end])
      rest = rest[rest.index(after: end)...]
      guard result.utf8.count <= Self.textLimit else { return text }
    }
    return result + rest
  }

  /// Bytes of a property's value: properties that double each other would grow without end.
  private static let textLimit = 1024

  private func fill(_ list: inout PackageList) {
    list.project = (properties["packageid"] ?? properties["assemblyname"], properties["version"])
    list.registries = NuGetSources.near(source)
    for problem in problems { list.note(problem.reason, in: problem.path) }
    if let licence = properties["packagelicenseexpression"] { list.licences = [licence] }
    // `Update` changes a reference that stands elsewhere.
    var updates: [String: String] = [:]
    for item in references {
      if let name = item.attribute("Update"), let version = value("Version", of: item) {
        updates[name.lowercased()] = version
      }
    }
    for item in references {
      for name in (item.attribute("Include") ?? "").split(separator: ";") {
        let name = expanded(JavaProperties.trimmed(name))
        guard !name.isEmpty else { continue }
        let key = name.lowercased()
        var requirement = PackageRequirement(
          PackageIdentity(.nuget, name), name: name,
          constraint: value("VersionOverride", of: item) ?? value("Version", of: item) ?? updates[key]
            ?? versions[key],
          scope: scope(of: item), at: item.location)
        requirement.condition = item.attribute("Condition")
        list.ask(for: requirement)
      }
    }
  }

  /// What is private to the build does not come along with the program; analysers are the usual case.
  private func scope(of item: XMLElement) -> DependencyScope {
    if item.name == "GlobalPackageReference" { return .development }
    let excluded = (value("ExcludeAssets", of: item) ?? "").lowercased()
    let included = value("IncludeAssets", of: item)?.lowercased()
    let hasRuntime = included.map { $0.contains("runtime") || $0.contains("all") } ?? true
    let isPrivate = (value("PrivateAssets", of: item) ?? "").lowercased().contains("all")
    if excluded.contains("runtime") || excluded == "all" || !hasRuntime { return .development }
    return isPrivate ? .development : .production
  }
}
