internal import Documents
internal import FindingModel

/// A value of the generated template before it has a place.
///
/// What the framework adds is written down as a literal; `written` carries what the user wrote into it,
/// with its own place.
enum Draft: Sendable {
  case text(String)
  case integer(Int)
  case flag(Bool)
  case list([Draft])
  case map([(String, Draft)])
  case written(Node)
  /// Dropped from the list or map it stands in.
  case absent

  /// `absent` for a property that the user left out.
  static func optional(_ node: Node?) -> Draft {
    guard let node, !node.isNull else { return .absent }
    return .written(node)
  }

  static func ref(_ name: String) -> Draft { ["Ref": .text(name)] }

  static func attribute(_ attribute: String, of name: String) -> Draft {
    ["Fn::GetAtt": [.text(name), .text(attribute)]]
  }

  static func sub(_ text: String) -> Draft { ["Fn::Sub": .text(text)] }

  /// Text if every part is known text, and otherwise `Fn::Join` over an empty separator.
  static func joined(_ parts: Draft...) -> Draft { joined(parts) }

  static func joined(_ parts: [Draft]) -> Draft { .map([("Fn::Join", [.text(""), .list(parts)])]) }

  /// `arn:<partition>:service:<region>:<account>:rest` of the stack's own region and account.
  static func arn(_ service: String, _ rest: Draft...) -> Draft {
    let own: [Draft] = [
      "arn:", .ref("AWS::Partition"), .text(":\(service):"), .ref("AWS::Region"), ":", .ref("AWS::AccountId"),
      ":",
    ]
    return joined(own + rest)
  }
}

extension Draft: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: Draft...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Draft)...) { self = .map(elements) }
}

extension Draft {
  var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }

  /// The value with everything implied standing at `place`.
  func node(at place: SourceLocation) -> Node {
    switch self {
    case .text(let text): return .string(text, at: place)
    case .integer(let value): return .integer(value, at: place)
    case .flag(let value): return .boolean(value, at: place)
    case .written(let node): return node
    case .absent: return .null(at: place)
    case .list(let elements):
      return .sequence(elements.filter { !$0.isAbsent }.map { $0.node(at: place) }, at: place)
    case .map(let pairs):
      let entries = pairs.filter { !$0.1.isAbsent }.map { key, draft in
        let value = draft.node(at: place)
        return Entry(key, at: value.isImplied ? place : value.location, value)
      }
      return Joins.simplified(Node(.mapping(entries), at: place, isImplied: true))
    }
  }
}

/// `Fn::Join` over an empty separator: the form in which text with unknown parts is kept.
enum Joins {
  /// Merges neighbouring texts and nested joins, down to plain text where nothing is unknown.
  static func simplified(_ node: Node) -> Node {
    guard let parts = parts(of: node) else { return node }
    return join(parts, at: node.location, isImplied: node.isImplied)
  }

  static func join(_ parts: [Node], at place: SourceLocation, isImplied: Bool) -> Node {
    var merged: [Node] = []
    for part in parts.flatMap({ Self.parts(of: $0) ?? [$0] }) {
      guard let text = part.text else {
        if !part.isNull { merged.append(part) }
        continue
      }
      if let last = merged.last?.text {
        merged[merged.count - 1] = .string(last + text, at: place, isImplied: isImplied)
      } else if !text.isEmpty {
        merged.append(.string(text, at: place, isImplied: isImplied))
      }
    }
    if merged.isEmpty { return .string("", at: place, isImplied: isImplied) }
    if merged.count == 1 { return merged[0] }
    let list = Node.sequence(merged, at: place, isImplied: isImplied)
    let empty = Node.string("", at: place)
    let arguments = Node.sequence([empty, list], at: place, isImplied: isImplied)
    return .mapping([("Fn::Join", arguments)], at: place, isImplied: isImplied)
  }

  /// The parts of a join over an empty separator.
  static func parts(of node: Node) -> [Node]? {
    guard let (name, argument) = node.intrinsic, name == "Fn::Join", argument.elements.count == 2,
      argument.elements[0].scalar?.text == "", argument.elements[1].isSequence
    else { return nil }
    return argument.elements[1].elements
  }
}
