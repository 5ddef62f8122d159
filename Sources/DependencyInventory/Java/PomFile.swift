internal import Documents
internal import FindingModel

/// One POM as written: nothing inherited, nothing interpolated.
struct PomFile {
  struct Coordinates: Hashable {
    let group: String?
    let artifact: String?
    let version: String?
  }

  struct Parent {
    let coordinates: Coordinates
    /// Where the parent's POM lies, from this one's folder; empty where only a repository has it.
    let relativePath: String
    let location: SourceLocation
  }

  struct Dependency {
    let group: String
    let artifact: String
    let version: String?
    let scope: String?
    let type: String?
    let classifier: String?
    let optional: String?
    let systemPath: String?
    let location: SourceLocation
  }

  let path: String
  let coordinates: Coordinates
  let parent: Parent?
  let name: String?
  /// Those of profiles that are active by default come last and win.
  let properties: [(name: String, value: String)]
  let dependencies: [Dependency]
  let managed: [Dependency]
  let modules: [String]
  let repositories: [String]
  let licences: [String]

  init?(_ root: XMLElement, path: String) {
    guard root.name == "project" else { return nil }
    self.path = path
    coordinates = Self.coordinates(root)
    parent = root["parent"].map {
      Parent(
        coordinates: Self.coordinates($0), relativePath: $0["relativePath"]?.text ?? "../pom.xml",
        location: $0.location)
    }
    name = Self.text(root["name"])
    let active = [root] + Self.activeProfiles(root)
    properties = active.flatMap { $0["properties"]?.children ?? [] }.map { ($0.name, $0.text) }
    dependencies = active.flatMap { Self.dependencies($0["dependencies"]) }
    managed = active.flatMap { Self.dependencies($0["dependencyManagement"]?["dependencies"]) }
    modules = active.flatMap { $0["modules"]?.children(named: "module") ?? [] }.map(\.text)
    repositories = active.flatMap { $0["repositories"]?.children(named: "repository") ?? [] }
      .compactMap { Self.text($0["url"]) }
    licences = (root["licenses"]?.children(named: "license") ?? []).compactMap { Self.text($0["name"]) }
  }

  private static func activeProfiles(_ root: XMLElement) -> [XMLElement] {
    (root["profiles"]?.children(named: "profile") ?? []).filter {
      $0["activation"]?["activeByDefault"]?.text == "true"
    }
  }

  private static func coordinates(_ element: XMLElement) -> Coordinates {
    Coordinates(
      group: text(element["groupId"]), artifact: text(element["artifactId"]),
      version: text(element["version"]))
  }

  private static func dependencies(_ element: XMLElement?) -> [Dependency] {
    (element?.children(named: "dependency") ?? []).compactMap { item in
      guard let group = text(item["groupId"]), let artifact = text(item["artifactId"]) else { return nil }
      return Dependency(
        group: group, artifact: artifact, version: text(item["version"]), scope: text(item["scope"]),
        type: text(item["type"]), classifier: text(item["classifier"]), optional: text(item["optional"]),
        systemPath: text(item["systemPath"]), location: item.location)
    }
  }

  private static func text(_ element: XMLElement?) -> String? {
    guard let text = element?.text, !text.isEmpty else { return nil }
    return text
  }
}
