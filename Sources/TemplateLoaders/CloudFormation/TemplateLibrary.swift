internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Nested templates, read and expanded once for all scenarios.
final class TemplateLibrary {
  typealias Expand = (Node, _ parameters: [String: Node], _ path: String) -> Expansion

  enum Template {
    case read(Node, path: String)
    case failed(reason: String)
    /// Beyond the folder that the user chose to scan, which is no fault of the template.
    case outside(reason: String)
  }

  private struct Address: Hashable {
    let path: String
    let file: String
  }

  private struct Instance: Hashable {
    let path: String
    let parameters: [String: LiteralValue]
  }

  private let files: any TemplateFiles
  private let expandNested: Expand
  private let limits: EvaluationLimits
  private var templates: [Address: Template] = [:]
  private var indexes: [Instance: TemplateIndex] = [:]

  init(files: any TemplateFiles, limits: EvaluationLimits, expandNested: @escaping Expand) {
    self.files = files
    self.limits = limits
    self.expandNested = expandNested
  }

  /// A YAML or JSON file, by the path that a template gives.
  func template(_ path: String, from file: String) -> Template {
    let address = Address(path: path, file: file)
    if let known = templates[address] { return known }
    let template = read(path, from: file)
    templates[address] = template
    return template
  }

  private func read(_ path: String, from file: String) -> Template {
    let bytes: [UInt8]
    let resolved: String
    do throws(TemplateFileError) {
      (bytes, resolved) = try files.read(path, from: file)
    } catch {
      if case .outsideTree = error { return .outside(reason: error.description) }
      return .failed(reason: error.description)
    }
    do {
      return .read(try Document.parse(bytes, path: resolved), path: resolved)
    } catch {
      return .failed(reason: "'\(resolved)' cannot be read: \(error)")
    }
  }

  /// The sections of a template after its loops, includes and, for a nested one, its transform.
  func index(_ template: Node, path: String, given: [String: Resolved], isNested: Bool) -> TemplateIndex {
    let literals = given.compactMapValues(\.literals)
    let instance = Instance(path: path, parameters: literals)
    if let known = indexes[instance] { return known }
    var expansion = LanguageExtensions.expand(
      template, path: path, given: given, library: self, limits: limits)
    if isNested {
      let parameters = literals.mapValues { $0.node(at: template.location) }
      let transformed = expandNested(expansion.template, parameters, path)
      expansion = Expansion(
        template: transformed.template, problems: expansion.problems + transformed.problems)
    }
    let index = TemplateIndex(expansion.template, path: path, problems: expansion.problems)
    indexes[instance] = index
    return index
  }
}

/// A parameter's value that is known to the last character.
struct LiteralValue: Hashable {
  let texts: [String]
  let isList: Bool

  func node(at place: SourceLocation) -> Node {
    let nodes = texts.map { Node.string($0, at: place) }
    return isList ? .sequence(nodes, at: place) : nodes.first ?? .string("", at: place)
  }
}

extension Resolved {
  var literals: LiteralValue? {
    switch content {
    case .text(let text): text.literal.map { LiteralValue(texts: [$0], isList: false) }
    case .list(let elements): literals(of: elements)
    case .null, .map, .unresolved: nil
    }
  }

  private func literals(of elements: [Resolved]) -> LiteralValue? {
    var texts: [String] = []
    for element in elements {
      guard case .text(let text) = element.content, let literal = text.literal else { return nil }
      texts.append(literal)
    }
    return LiteralValue(texts: texts, isList: true)
  }
}
