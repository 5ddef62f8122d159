import ApplicationModel
@testable import Documents
import FindingModel

@testable import TemplateLoaders

/// Files in memory; paths are relative to the asking file's folder.
struct MemoryFiles: TemplateFiles {
  var contents: [String: String] = [:]

  func read(_ path: String, from file: String) throws(TemplateFileError) -> (bytes: [UInt8], path: String) {
    var folders = file.split(separator: "/").dropLast()
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { folders = folders.dropLast() } else { folders.append(step) }
    }
    let resolved = folders.joined(separator: "/")
    guard let text = contents[resolved] else { throw .missing(path: resolved) }
    return (Array(text.utf8), resolved)
  }
}

/// A template under test, evaluated as the pipeline would.
struct CloudFormationCase {
  var template: String
  var parameters: [String: String] = [:]
  var files: [String: String] = [:]
  var limits = EvaluationLimits.standard

  func evaluate() throws -> TemplateEvaluator.Result {
    let node = try Document.parse(Array(template.utf8), path: "template.yaml")
    return evaluate(node)
  }

  func evaluate(_ node: Node) -> TemplateEvaluator.Result {
    TemplateEvaluator.evaluate(
      node, path: "template.yaml",
      parameters: parameters.mapValues { .string($0, at: .start(of: "parameters.json")) },
      files: MemoryFiles(contents: files), limits: limits
    ) { node, _, _ in Expansion(template: node) }
  }
}

extension TemplateEvaluator.Result {
  /// The assumptions of every scenario, joined by commas.
  var assumptions: [String] {
    scenarios.map { $0.scenario.assumptions.map(\.description).joined(separator: ", ") }
  }

  /// The messages of the problems, errors marked.
  var messages: [String] { problems.map { ($0.isError ? "error: " : "") + $0.message } }

  /// A property of a resource in every scenario, `-` where the resource or property is not there.
  func property(_ key: String, of id: String) -> [String] {
    scenarios.map { scenario in
      guard let resource = scenario.resources.first(where: { $0.id == id }),
        case .map(let entries) = resource.properties.content
      else { return "-" }
      return entries.first { $0.key == key }?.value.rendered ?? "-"
    }
  }

  var resourceIDs: [[String]] { scenarios.map { $0.resources.map(\.id) } }
}

extension EvaluatedResource {
  var id: String { identity.id }
}

extension Resolved {
  /// Short and unambiguous enough to compare with.
  var rendered: String {
    switch content {
    case .null: "null"
    case .text(let text): text.pattern
    case .unresolved(let expression): "?" + expression.text
    case .list(let elements): "[" + elements.map(\.rendered).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\($0.key): \($0.value.rendered)" }.joined(separator: ", ") + "}"
    }
  }
}
