package import ApplicationModel
internal import Documents
package import FindingModel

/// Reads policies that are literal JSON text: managed policies, policies in code, policies of an account.
package enum PolicyText {
  /// Largest policy, in bytes; the platform's own limits are far below.
  package static let byteLimit = 1_048_576
  /// Deepest nesting of lists and records, the policy itself among them.
  package static let depthLimit = 16
  /// Most statements that are read; what is beyond counts as not understood.
  package static let statementLimit = 20_000

  package struct Reading: Sendable {
    /// What could not be read is in its `unresolved`, so that an evaluation depends on it.
    package let document: PolicyDocument
    /// Sentences for the reader, in the order of the text.
    package let problems: [String]
  }

  /// Total: hostile text gives an empty document with a problem.
  ///
  /// - Parameter location: The file's start, so that statements get their lines; or the place of the text.
  package static func read(_ text: String, at location: SourceLocation) -> Reading {
    let bytes = Array(text.utf8)
    guard bytes.count <= byteLimit else {
      return failed("the policy has \(bytes.count) bytes; at most \(byteLimit) are read", at: location)
    }
    do {
      let limits = DocumentLimits(bytes: byteLimit, depth: depthLimit, nodes: DocumentLimits.standard.nodes)
      let json = try JSONReader.parse(bytes, path: location.path, limits: limits)
      return PolicyReader(start: location).reading(of: json)
    } catch {
      return failed("the policy is not JSON: \(error)", at: location)
    }
  }

  fileprivate static func failed(_ problem: String, at location: SourceLocation) -> Reading {
    Reading(
      document: PolicyDocument(statements: [], location: location, unresolved: [Expression(problem)]),
      problems: [problem])
  }
}

/// A policy out of its document.
private struct PolicyReader {
  let start: SourceLocation
  private var problems: [String] = []

  init(start: SourceLocation) {
    self.start = start
  }

  func reading(of json: Node) -> PolicyText.Reading {
    guard let list = json.entry("Statement") else {
      return PolicyText.failed("the policy has no Statement", at: start)
    }
    var reader = self
    let items = items(of: list)
    let statements = items.prefix(PolicyText.statementLimit).compactMap {
      reader.statement($0.node, at: $0.place)
    }
    if items.count > PolicyText.statementLimit {
      reader.problems.append("\(items.count) statements; the first \(PolicyText.statementLimit) are read")
    }
    return PolicyText.Reading(
      document: PolicyDocument(
        statements: statements, location: start, unresolved: reader.problems.map { Expression($0) }),
      problems: reader.problems)
  }

  /// A policy within another file is somewhere on the line that holds it, and its own lines mean nothing.
  private func place(_ location: SourceLocation) -> SourceLocation {
    start == .start(of: start.path) ? location : start
  }

  /// The elements of a list, or the value itself at its name.
  private func items(of entry: Entry) -> [(node: Node, place: SourceLocation)] {
    entry.value.isSequence
      ? entry.value.elements.map { ($0, place($0.location)) } : [(entry.value, place(entry.keyLocation))]
  }

  private mutating func statement(_ json: Node, at location: SourceLocation) -> Statement? {
    guard json.isMapping else {
      problems.append("a statement that is no record at \(location)")
      return nil
    }
    return Statement(
      sid: json["Sid"]?.text, effect: effect(of: json, at: location), actions: matchers("Action", of: json),
      resources: matchers("Resource", of: json), principals: principals(of: json),
      conditions: conditions(of: json), location: location)
  }

  private mutating func effect(of json: Node, at location: SourceLocation) -> Value<Statement.Effect> {
    guard let entry = json.entry("Effect") else {
      problems.append("a statement without an Effect at \(location)")
      return .absent
    }
    let place = place(entry.keyLocation)
    guard let effect = entry.value.text.flatMap(Statement.Effect.init) else {
      problems.append("an Effect that is neither Allow nor Deny at \(place)")
      return .unresolved(Expression(entry.value.text ?? "Effect"), at: place)
    }
    return .known(effect, at: place)
  }

  private mutating func matchers(_ name: String, of json: Node) -> Matchers {
    if let entry = json.entry(name) { return .only(texts(of: entry)) }
    if let entry = json.entry("Not" + name) { return .allExcept(texts(of: entry)) }
    return .absent
  }

  private mutating func texts(of entry: Entry) -> [Located<Text>] {
    items(of: entry).compactMap { item in
      guard let text = item.node.text else {
        problems.append("a value of \(entry.key) that is no text at \(item.place)")
        return nil
      }
      return Located(Text(text), at: item.place)
    }
  }

  private mutating func principals(of json: Node) -> Principals {
    if let entry = json.entry("Principal") { return .only(principals(in: entry)) }
    if let entry = json.entry("NotPrincipal") { return .allExcept(principals(in: entry)) }
    return .absent
  }

  private mutating func principals(in entry: Entry) -> [Principal] {
    guard entry.value.isMapping else {
      return texts(of: entry).map {
        Principal(kind: $0.value.literal == "*" ? .anyone : .aws, value: $0.value, location: $0.location)
      }
    }
    var result: [Principal] = []
    for group in entry.value.entries {
      guard let kind = Principal.Kind(rawValue: group.key) else {
        problems.append("'\(group.key.prefix(40))' is no kind of principal at \(place(group.keyLocation))")
        continue
      }
      result += texts(of: group).map { item in
        let isAnyone = kind == .aws && item.value.literal == "*"
        return Principal(kind: isAnyone ? .anyone : kind, value: item.value, location: item.location)
      }
    }
    return result
  }

  private mutating func conditions(of json: Node) -> [PolicyCondition] {
    guard let block = json.entry("Condition") else { return [] }
    guard block.value.isMapping else {
      problems.append("a Condition that is no record at \(place(block.keyLocation))")
      return []
    }
    var result: [PolicyCondition] = []
    for operation in block.value.entries {
      guard operation.value.isMapping else {
        problems.append("a condition that is no record at \(place(operation.keyLocation))")
        continue
      }
      for key in operation.value.entries {
        result.append(
          PolicyCondition(
            operation: operation.key, key: key.key, values: texts(of: key).map(\.value),
            location: place(key.keyLocation)))
      }
    }
    return result
  }
}

extension Node {
  /// The entry of a name; JSON has each once, because the last of a repeated name is kept.
  fileprivate func entry(_ name: String) -> Entry? {
    entries.first { $0.key == name }
  }
}
