internal import ApplicationModel
internal import Documents
internal import FindingModel

/// One pass over a template that replaces loops by what they make and includes by what they include.
struct MacroExpander {
  let session: EvaluationSession
  /// Evaluates collections and locations.
  let stack: StackEvaluation
  private var includes: [String] = []

  init(session: EvaluationSession, stack: StackEvaluation) {
    self.session = session
    self.stack = stack
  }

  static func isLoop(_ entry: Entry) -> Bool {
    entry.key == "Fn::ForEach" || entry.key.hasPrefix("Fn::ForEach::")
  }

  static func isTransform(_ key: String) -> Bool { key == "Fn::Transform" || key == "Transform" }

  mutating func expandTemplate(_ template: Node, path: String) -> Node {
    guard case .mapping(let entries) = template.content else { return template }
    // At the top `Transform` names macros; below, a property of that name is only a property.
    var result: [Entry] = []
    for entry in entries {
      if entry.key == "Transform", let included = include(entry.value, from: path) {
        result += expand(included.entries, from: path)
      } else {
        result.append(Entry(entry.key, at: entry.keyLocation, expand(entry.value, from: path)))
      }
    }
    var copy = template
    copy.content = .mapping(result.keepingLastOfEachKey())
    return copy
  }

  private mutating func expand(_ node: Node, from path: String) -> Node {
    guard session.enter(at: node.location) else {
      session.leave()
      return .null(at: node.location)
    }
    defer { session.leave() }
    var copy = node
    switch node.content {
    case .scalar: break
    case .sequence(let elements):
      var expanded: [Node] = []
      for element in elements { expanded.append(expand(element, from: path)) }
      copy.content = .sequence(expanded)
    case .mapping(let entries):
      if entries.count == 1, entries[0].key == "Fn::Transform",
        let included = include(entries[0].value, from: path)
      {
        return included
      }
      copy.content = .mapping(expand(entries, from: path).keepingLastOfEachKey())
    }
    return copy
  }

  private mutating func expand(_ entries: [Entry], from path: String) -> [Entry] {
    var result: [Entry] = []
    for entry in entries {
      if Self.isLoop(entry) {
        result += loop(entry, from: path)
      } else if entry.key == "Fn::Transform", entries.count > 1,
        let included = include(entry.value, from: path)
      {
        result += included.entries
      } else {
        result.append(Entry(entry.key, at: entry.keyLocation, expand(entry.value, from: path)))
      }
    }
    return result
  }

  // MARK: - Loops

  private mutating func loop(_ entry: Entry, from path: String) -> [Entry] {
    let arguments = entry.value.elements
    guard arguments.count == 3, let identifier = arguments[0].text, !identifier.isEmpty,
      arguments[2].isMapping
    else {
      fail("'Fn::ForEach' needs an identifier, a collection and a map.", entry.value.location)
      return []
    }
    guard let values = collection(arguments[1]) else {
      fail("The collection of '\(ExpressionText.shortened(entry.key))' is not known.", arguments[1].location)
      return []
    }
    var result: [Entry] = []
    for value in values {
      let copier = LoopCopier(identifier: identifier, value: value)
      for item in arguments[2].entries {
        guard let copy = copier.copy(item, charging: session) else { return result }
        result += expand([copy], from: path)
      }
    }
    return result
  }

  private func collection(_ node: Node) -> [String]? {
    guard let value = stack.evaluate(node), let literals = value.literals, literals.isList else { return nil }
    return literals.texts
  }

  // MARK: - Includes

  /// The content of a local file, expanded; `nil` for any other macro and for files elsewhere.
  private mutating func include(_ macro: Node, from path: String) -> Node? {
    guard macro["Name"]?.text == "AWS::Include",
      let node = macro[path: "Parameters", "Location"],
      let location = stack.evaluate(node).flatMap({ stack.text(of: $0) })?.literal,
      !location.isEmpty, !location.contains("://")
    else { return nil }
    switch session.library.template(location, from: path) {
    case .failed(let reason), .outside(let reason):
      fail("The include is not read: \(reason).", node.location)
      return nil
    case .read(let content, let included):
      guard !includes.contains(included), included != path, includes.count < session.limits.nesting else {
        fail("'\(included)' includes itself, or is included too deep.", node.location)
        return nil
      }
      guard session.countTemplate(at: node.location) else { return nil }
      includes.append(included)
      defer { includes.removeLast() }
      return expand(content, from: included)
    }
  }

  private func fail(_ message: String, _ place: SourceLocation) {
    session.add(TemplateProblem(at: place, message))
  }
}

/// Copies a loop's body for one value of its collection.
struct LoopCopier {
  private let identifier: String
  private let value: String
  private let marker: String
  private let alphanumericMarker: String
  /// `&{Identifier}` is the value without what a logical id cannot hold.
  private let alphanumericValue: String

  init(identifier: String, value: String) {
    self.identifier = identifier
    self.value = value
    marker = "${" + identifier + "}"
    alphanumericMarker = "&{" + identifier + "}"
    alphanumericValue = String(
      decoding: value.utf8.filter {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }, as: UTF8.self)
  }

  /// - Returns: `nil` once loops have made more than the session allows.
  func copy(_ entry: Entry, charging session: EvaluationSession) -> Entry? {
    guard let value = copy(entry.value, charging: session) else { return nil }
    return Entry(replaced(entry.key), at: entry.keyLocation, value)
  }

  private func copy(_ node: Node, charging session: EvaluationSession) -> Node? {
    guard session.charge(values: 1, at: node.location) else { return nil }
    if let call = node.intrinsic, call.name == "Ref", call.argument.text == identifier {
      return .string(value, at: node.location, isImplied: node.isImplied)
    }
    var result = node
    switch node.content {
    case .scalar(let scalar):
      let text = replaced(scalar.text)
      guard
        text.utf8.count == scalar.text.utf8.count
          || session.charge(textBytes: text.utf8.count, at: node.location)
      else { return nil }
      result.content = .scalar(Scalar(text, kind: scalar.kind))
    case .sequence(let elements):
      var copies: [Node] = []
      for element in elements {
        guard let copy = copy(element, charging: session) else { return nil }
        copies.append(copy)
      }
      result.content = .sequence(copies)
    case .mapping(let entries):
      var copies: [Entry] = []
      for entry in entries {
        guard let copy = copy(entry, charging: session) else { return nil }
        copies.append(copy)
      }
      result.content = .mapping(copies)
    }
    return result
  }

  private func replaced(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    let pieces = TextPieces.split(Text(text), by: marker).compactMap(\.literal).joined(separator: value)
    return TextPieces.split(Text(pieces), by: alphanumericMarker).compactMap(\.literal)
      .joined(separator: alphanumericValue)
  }
}
