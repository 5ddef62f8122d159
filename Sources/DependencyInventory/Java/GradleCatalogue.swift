internal import Documents
internal import FindingModel

/// The version catalogue of a Gradle build, `gradle/libs.versions.toml`.
///
/// Source: "Version Catalogs" of Gradle's user manual.
struct GradleCatalogue {
  struct Library {
    let group: String
    let artifact: String
    let version: String?
  }

  private var libraries: [String: Library] = [:]
  /// Several libraries under one name.
  private var bundles: [String: [String]] = [:]
  private static let depthLimit = 16

  /// The nearest one of the folders above; empty where there is none.
  init(near source: ListSource) {
    for folder in FilePath.ancestors(of: source.path).prefix(Self.depthLimit) {
      let path = FilePath.join(folder, "gradle/libs.versions.toml")
      // A catalogue that cannot be parsed leaves its references open, which is said.
      guard let bytes = source.files.bytes(of: path),
        let document = try? TOMLReader.parse(bytes, path: path, limits: InventoryLimits.document)
      else { continue }
      read(document)
      return
    }
  }

  private mutating func read(_ document: Node) {
    let versions = Dictionary((document["versions"]?.entries ?? []).map { ($0.key, Self.version($0.value)) })
    { $1 }
    for entry in document["libraries"]?.entries ?? [] {
      libraries[Self.accessor(entry.key)] = Self.library(entry.value, versions)
    }
    for entry in document["bundles"]?.entries ?? [] {
      bundles[Self.accessor(entry.key)] = entry.value.elements.compactMap(\.text).map(Self.accessor)
    }
  }

  private static func library(_ node: Node, _ versions: [String: String?]) -> Library? {
    let parts = (node.text ?? node["module"]?.text ?? "").split(separator: ":").map(String.init)
    guard let group = parts.first ?? node["group"]?.text,
      let artifact = parts.dropFirst().first ?? node["name"]?.text
    else { return nil }
    if parts.count > 2 { return Library(group: group, artifact: artifact, version: parts[2]) }
    let reference = node["version"]?["ref"]?.text
    let version = reference.map { versions[$0] ?? nil } ?? node["version"].flatMap(version)
    return Library(group: group, artifact: artifact, version: version)
  }

  /// Plain, or the strictest of what a rich version says.
  private static func version(_ node: Node) -> String? {
    node.text ?? ["strictly", "require", "prefer"].lazy.compactMap { node[$0]?.text }.first
  }

  /// Build files write `libs.aws.lambda` for what the catalogue calls `aws-lambda`.
  private static func accessor(_ name: String) -> String {
    String(name.map { $0 == "-" || $0 == "_" ? "." : $0 })
  }

  /// What a line such as `implementation(libs.bundles.aws)` asks for; empty for names that are not in it.
  func libraries(in text: Substring) -> [Library] {
    guard let start = text.firstRange(of: "libs.") else { return [] }
    let name = text[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
    let path = name.hasSuffix(".get") ? name.dropLast(".get".count) : name
    if path.hasPrefix("bundles.") {
      return (bundles[String(path.dropFirst("bundles.".count))] ?? []).compactMap { libraries[$0] }
    }
    return libraries[String(path)].map { [$0] } ?? []
  }
}
