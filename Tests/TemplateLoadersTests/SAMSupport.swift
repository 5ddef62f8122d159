import Documents
import FindingModel
import TemplateLoaders

/// A SAM template written in a test, expanded.
struct ExpandedSAM {
  let expansion: Expansion

  init(_ yaml: String, parameters: [String: Node] = [:], files: any TemplateFiles = NoTemplateFiles()) throws
  {
    let document = try Document.parse(Array(yaml.utf8), path: "template.yaml")
    expansion = SAMTransform.expand(document, parameters: parameters, files: files)
  }

  var template: Node { expansion.template }
  var messages: [String] { expansion.problems.map(\.message) }
  var errors: [String] { expansion.problems.filter(\.isError).map(\.message) }
  var resources: [Entry] { template["Resources"]?.entries ?? [] }

  func ids(of type: String) -> Set<String> {
    Set(resources.filter { $0.value["Type"]?.text == type }.map(\.key))
  }

  func resource(_ id: String) -> Node? { template["Resources"]?[id] }

  /// The node at keys and indices below the properties of a resource.
  func node(_ id: String, _ path: String...) -> Node? {
    var node = resource(id)?["Properties"]
    for key in path {
      if let index = Int(key), let elements = node?.elements, !elements.isEmpty {
        node = elements.indices.contains(index) ? elements[index] : nil
      } else {
        node = node?[key]
      }
    }
    return node
  }

  /// The same as compact JSON; `nothing` if it is not there.
  func json(_ id: String, _ path: String...) -> String {
    var node = resource(id)?["Properties"]
    for key in path {
      if let index = Int(key), node?.isSequence == true {
        node = node?.elements.indices.contains(index) == true ? node?.elements[index] : nil
      } else {
        node = node?[key]
      }
    }
    return node.map(NodeJSON.write) ?? "nothing"
  }
}

/// One file beside a template.
struct OneFile: TemplateFiles {
  let name: String
  let text: String

  func read(_ path: String, from file: String) throws(TemplateFileError) -> (bytes: [UInt8], path: String) {
    guard path == name else { throw .missing(path: path) }
    return (Array(text.utf8), name)
  }
}
