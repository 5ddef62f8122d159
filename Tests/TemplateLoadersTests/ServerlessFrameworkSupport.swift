import Documents
import FindingModel
import TemplateLoaders

/// Files of a test, by path relative to the root.
struct FilesInMemory: TemplateFiles {
  let files: [String: String]

  func read(
    _ path: String, from file: String
  ) throws(TemplateFileError) -> (bytes: [UInt8], path: String) {
    if path.hasPrefix("../../") { throw .outsideTree(path: path) }
    let name = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    let folder = file.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    guard let text = files[folder + name] else { throw .missing(path: path) }
    return (Array(text.utf8), folder + name)
  }
}

/// A service written in a test, expanded.
struct ExpandedService {
  let expansion: Expansion

  init(
    _ yaml: String, files: [String: String] = [:], values: [String: String] = [:],
    environment: [String: String] = [:], limits: VariableLimits = .standard, path: String = "serverless.yml"
  ) throws {
    let document = try Document.parse(Array(yaml.utf8), path: path)
    let options = ServerlessFramework.Options(options: values, environment: environment, limits: limits)
    expansion = ServerlessFramework.expand(
      document, path: path, options: options, files: FilesInMemory(files: files))
  }

  var template: Node { expansion.template }
  var messages: [String] { expansion.problems.map(\.message) }
  var resourceIDs: Set<String> { Set((template["Resources"]?.entries ?? []).map(\.key)) }

  func resource(_ id: String) -> Node? { template["Resources"]?[id] }

  func properties(_ id: String) -> Node? { resource(id)?["Properties"] }

  /// The compact JSON of what stands at a path below `Resources`, `HelloLambdaFunction/Properties/Timeout`.
  func json(_ path: String) -> String {
    var node = template["Resources"]
    for key in path.split(separator: "/").map(String.init) {
      if let index = Int(key), node?.isSequence == true {
        node = node?.elements.indices.contains(index) == true ? node?.elements[index] : nil
      } else {
        node = node?[key.replacing("%", with: "/")]
      }
    }
    return node.map(compact) ?? "nothing"
  }

  /// The statements of a role's only policy, as compact JSON.
  func statements(of role: String) -> [String] {
    let policies = properties(role)?["Policies"]?.elements ?? []
    return policies.flatMap { $0["PolicyDocument"]?["Statement"]?.elements ?? [] }.map(compact)
  }
}

/// JSON without spaces, keys in their order.
func compact(_ node: Node) -> String {
  switch node.content {
  case .scalar(let scalar):
    if scalar.kind == .string { return "\"" + scalar.text.replacing("\"", with: "\\\"") + "\"" }
    return scalar.kind == .null ? "null" : scalar.text
  case .sequence(let elements): return "[" + elements.map(compact).joined(separator: ",") + "]"
  case .mapping(let entries):
    return "{" + entries.map { "\"\($0.key)\":\(compact($0.value))" }.joined(separator: ",") + "}"
  }
}
