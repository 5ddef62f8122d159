internal import Documents
internal import FindingModel
internal import PackageModel

/// `pyproject.toml`: the standard's tables and those of Poetry, PDM and uv.
///
/// https://packaging.python.org/specifications/pyproject-toml/
struct PythonProject {
  private let sources: [String: PackageSource]

  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.toml, into: &list) else { return }
    let project = document["project"]
    let poetry = document[path: "tool", "poetry"]
    list.project = (
      (project?["name"] ?? poetry?["name"])?.text, (project?["version"] ?? poetry?["version"])?.text
    )
    list.licences = licences(of: project) + [poetry?["license"]?.text].compactMap { $0 }
    if let python = (project?["requires-python"] ?? poetry?[path: "dependencies", "python"])?.text {
      list.engines = [("python", python)]
    }
    list.registries = PythonRegistries.read(document)
    let reader = PythonProject(sources: PythonRegistries.uvSources(document))
    reader.readStandard(document, into: &list)
    reader.readTools(document, into: &list)
    if let poetry { PoetryTables.read(poetry, into: &list) }
  }

  private static func licences(of project: Node?) -> [String] {
    var licences = [(project?["license"]?["text"] ?? project?["license"])?.text].compactMap { $0 }
    if licences.isEmpty {
      licences = (project?["classifiers"]?.elements ?? []).compactMap {
        $0.text.flatMap { licence(ofClassifier: $0) }
      }
    }
    return licences
  }

  /// `License :: OSI Approved :: MIT License`.
  static func licence(ofClassifier text: String) -> String? {
    guard text.hasPrefix("License ::"), let last = text.split(separator: ":").last?.trimmed,
      last != "OSI Approved"
    else { return nil }
    return String(last)
  }

  private func readStandard(_ document: Node, into list: inout PackageList) {
    add(document[path: "project", "dependencies"], .production, to: &list)
    for entry in document[path: "project", "optional-dependencies"]?.entries ?? [] {
      add(entry.value, PythonScopes.ofExtra(entry.key), to: &list)
    }
    // Groups may include each other; each is listed once for itself.
    for entry in document["dependency-groups"]?.entries ?? [] { add(entry.value, .development, to: &list) }
  }

  private func readTools(_ document: Node, into list: inout PackageList) {
    let tool = document["tool"]
    for entry in tool?[path: "pdm", "dev-dependencies"]?.entries ?? [] {
      add(entry.value, .development, to: &list)
    }
    add(tool?[path: "uv", "dev-dependencies"], .development, to: &list)
    for key in ["override-dependencies", "constraint-dependencies"] {
      for node in tool?["uv"]?[key]?.elements ?? [] {
        if let requirement = requirement(node, .production) { list.overrides.append(requirement) }
      }
    }
  }

  private func add(_ node: Node?, _ scope: DependencyScope, to list: inout PackageList) {
    for element in node?.elements ?? [] {
      // `{include-group = "test"}` and, with PDM, `-e file:///…`.
      guard let text = element.text, !text.hasPrefix("-e") else { continue }
      guard let requirement = requirement(element, scope) else {
        list.note("line \(element.location.line): '\(text.prefix(60))' is no requirement")
        continue
      }
      list.ask(for: requirement)
    }
  }

  private func requirement(_ node: Node, _ scope: DependencyScope) -> PackageRequirement? {
    guard let parsed = node.text.flatMap({ PythonRequirement($0) }) else { return nil }
    let identity = PackageIdentity(.pypi, parsed.name)
    return parsed.requirement(scope: scope, at: node.location, source: sources[identity.name])
  }
}
