package import FindingModel

/// One value of a YAML or JSON document, with its place.
///
/// Short forms of intrinsics are already in their long form: `!Ref Table` reads as `{Ref: Table}` and
/// `!GetAtt Table.Arn` as `{Fn::GetAtt: [Table, Arn]}`.
package struct Node: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  package var content: Content
  package var location: SourceLocation
  /// Whether the platform or an expansion adds this silently; `location` is then what implied it.
  package var isImplied: Bool

  package init(_ content: Content, at location: SourceLocation, isImplied: Bool = false) {
    self.content = content
    self.location = location
    self.isImplied = isImplied
  }
}

/// A mapping's key and value; keys keep their order and their place.
package struct Entry: Sendable {
  package var key: String
  package var keyLocation: SourceLocation
  package var value: Node

  package init(_ key: String, at keyLocation: SourceLocation, _ value: Node) {
    self.key = key
    self.keyLocation = keyLocation
    self.value = value
  }
}

/// A scalar's text and how the document's language reads it.
package struct Scalar: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case string
    case integer
    case number
    case boolean
    case null
  }

  /// As written, without quotes; `~` and `null` are both of kind `null`.
  package let text: String
  package let kind: Kind

  package init(_ text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }
}

// MARK: - Reading

extension Node {
  package var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  package var elements: [Node] {
    if case .sequence(let elements) = content { elements } else { [] }
  }

  package var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  package var isSequence: Bool {
    if case .sequence = content { true } else { false }
  }

  /// A map that is written out, not one that an intrinsic stands for.
  package var isPlainMapping: Bool { isMapping && intrinsic == nil }

  package var isNull: Bool {
    if case .scalar(let scalar) = content { scalar.kind == .null } else { false }
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The text of any scalar but null: CloudFormation turns numbers and booleans into text where it wants text.
  package var text: String? {
    guard let scalar, scalar.kind != .null else { return nil }
    return scalar.text
  }

  /// A boolean, or the text `true` or `false` in any case, which CloudFormation accepts for one.
  package var boolean: Bool? {
    guard let scalar else { return nil }
    switch scalar.text.lowercased() {
    case "true": return true
    case "false": return false
    case "yes", "on": return scalar.kind == .boolean ? true : nil
    case "no", "off": return scalar.kind == .boolean ? false : nil
    default: return nil
    }
  }

  package var integer: Int? {
    guard let text else { return nil }
    if let value = Int(text) { return value }
    // 30.0 is how some serialisers write 30; a value out of range is no integer.
    guard let value = Double(text), value.rounded() == value, abs(value) < 9e15 else { return nil }
    return Int(value)
  }

  /// The value of the first entry with this key; cost grows with the number of entries.
  package subscript(key: String) -> Node? {
    entries.first { $0.key == key }?.value
  }

  /// Follows keys from mapping to mapping; `nil` as soon as one is missing.
  package subscript(path keys: String...) -> Node? {
    var node = self
    for key in keys {
      guard let next = node[key] else { return nil }
      node = next
    }
    return node
  }

  /// The function and its argument if this is `{Ref: …}`, `{Condition: …}` or `{Fn::…: …}` and nothing else.
  package var intrinsic: (name: String, argument: Node)? {
    guard case .mapping(let entries) = content, entries.count == 1, let entry = entries.first else {
      return nil
    }
    guard entry.key == "Ref" || entry.key == "Condition" || entry.key.hasPrefix("Fn::") else { return nil }
    return (entry.key, entry.value)
  }
}

// MARK: - Building

extension Node {
  package static func string(_ text: String, at location: SourceLocation, isImplied: Bool = true) -> Node {
    Node(.scalar(Scalar(text, kind: .string)), at: location, isImplied: isImplied)
  }

  package static func integer(_ value: Int, at location: SourceLocation, isImplied: Bool = true) -> Node {
    Node(.scalar(Scalar(String(value), kind: .integer)), at: location, isImplied: isImplied)
  }

  package static func boolean(_ value: Bool, at location: SourceLocation, isImplied: Bool = true) -> Node {
    Node(.scalar(Scalar(value ? "true" : "false", kind: .boolean)), at: location, isImplied: isImplied)
  }

  package static func null(at location: SourceLocation) -> Node {
    Node(.scalar(Scalar("null", kind: .null)), at: location, isImplied: true)
  }

  package static func sequence(_ elements: [Node], at location: SourceLocation, isImplied: Bool = true)
    -> Node
  {
    Node(.sequence(elements), at: location, isImplied: isImplied)
  }

  package static func mapping(
    _ pairs: [(String, Node)], at location: SourceLocation, isImplied: Bool = true
  ) -> Node {
    Node(.mapping(pairs.map { Entry($0.0, at: location, $0.1) }), at: location, isImplied: isImplied)
  }

  /// `{Ref: name}`.
  package static func ref(_ name: String, at location: SourceLocation) -> Node {
    .mapping([("Ref", .string(name, at: location))], at: location)
  }

  /// `{Fn::GetAtt: [name, attribute]}`.
  package static func attribute(_ attribute: String, of name: String, at location: SourceLocation) -> Node {
    let parts = [name, attribute].map { Node.string($0, at: location) }
    return .mapping([("Fn::GetAtt", .sequence(parts, at: location))], at: location)
  }

  /// `{Fn::Sub: text}`.
  package static func sub(_ text: String, at location: SourceLocation) -> Node {
    .mapping([("Fn::Sub", .string(text, at: location))], at: location)
  }

  /// Replaces the value of a key, or appends the entry; does nothing to a node that is no mapping.
  package mutating func set(_ key: String, to value: Node) {
    guard case .mapping(var entries) = content else { return }
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append(Entry(key, at: value.location, value))
    }
    content = .mapping(entries)
  }

  /// Removes a key and returns its value.
  @discardableResult
  package mutating func remove(_ key: String) -> Node? {
    guard case .mapping(var entries) = content, let index = entries.firstIndex(where: { $0.key == key })
    else {
      return nil
    }
    let entry = entries.remove(at: index)
    content = .mapping(entries)
    return entry.value
  }

  package mutating func append(_ element: Node) {
    guard case .sequence(var elements) = content else { return }
    elements.append(element)
    content = .sequence(elements)
  }
}

// MARK: - Comparing

extension Node {
  /// Same structure and same text, wherever it stands; the order of a mapping's keys does not matter.
  package func hasSameContent(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left), .scalar(let right)):
      return left == right
    case (.sequence(let left), .sequence(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.hasSameContent(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      return left.count == right.count
        && left.allSatisfy { entry in other[entry.key].map { entry.value.hasSameContent(as: $0) } ?? false }
    default:
      return false
    }
  }
}
