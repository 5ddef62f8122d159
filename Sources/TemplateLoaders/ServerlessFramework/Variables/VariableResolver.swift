internal import Documents
internal import FindingModel

/// Resolves the variables of one service, on demand.
///
/// A reference to a whole object is followed one level at a time, so that a file may refer to values of the
/// very object it defines. Each text is resolved once; what comes from outside the files stays unresolved.
struct VariableResolver {
  let service: Node
  let path: String
  let options: ServerlessFramework.Options
  let files: any TemplateFiles
  let limits: VariableLimits
  var problems = ProblemList()
  var readFiles: [String: FileValue] = [:]

  /// A text at its place: what a cycle comes back to.
  private struct Key: Hashable {
    let place: SourceLocation
    let text: String
  }

  private var known: [Key: Node] = [:]
  /// Texts whose value is being computed.
  private var chain: Set<Key> = []
  /// Texts whose value is being copied into the result.
  private var copying: Set<Key> = []
  private var produced = 0
  private var indexes: [SourceLocation: [String: Int]] = [:]

  init(
    _ service: Node, path: String, options: ServerlessFramework.Options, files: any TemplateFiles,
    limits: VariableLimits
  ) {
    self.service = service
    self.path = path
    self.options = options
    self.files = files
    self.limits = limits
  }

  /// The node with every variable below it resolved.
  mutating func resolved(_ node: Node) -> Node { copy(node, depth: 0) }

  /// The resolved value of a top-level key.
  mutating func section(_ key: String) -> Node? {
    guard let node = service[key] else { return nil }
    let value = resolved(node)
    return value.isNull ? nil : value
  }
}

// MARK: - Copying

extension VariableResolver {
  private mutating func copy(_ node: Node, depth: Int) -> Node {
    produced += 1
    guard produced <= limits.nodes else {
      problems.once(
        "nodes", at: node.location,
        "the references of this service grow it beyond the limit of \(limits.nodes) values; the rest is not read"
      )
      return UnresolvedVariable.node(kind: "limit", expression: "", at: node.location)
    }
    guard depth < limits.depth else {
      problems.once(
        "depth", at: node.location, "references nest deeper than the limit of \(limits.depth) levels")
      return UnresolvedVariable.node(kind: "limit", expression: "", at: node.location)
    }
    switch node.content {
    case .scalar: return copyScalar(node, depth: depth)
    case .sequence(let elements):
      var copy = node
      copy.content = .sequence(elements.map { self.copy($0, depth: depth + 1) })
      return copy
    case .mapping(let entries): return copyMapping(node, entries, depth: depth)
    }
  }

  private mutating func copyScalar(_ node: Node, depth: Int) -> Node {
    guard let key = key(of: node) else { return node }
    if copying.contains(key) { return cycle(node, key.text) }
    let value = value(of: node)
    if value.scalar != nil { return value }
    copying.insert(key)
    defer { copying.remove(key) }
    return copy(value, depth: depth + 1)
  }

  private mutating func copyMapping(_ node: Node, _ entries: [Entry], depth: Int) -> Node {
    if UnresolvedVariable.kind(of: node) != nil { return node }
    var copy = node
    copy.content = .mapping(
      entries.map { entry in
        var entry = entry
        if entries.count == 1, entry.key == "Fn::GetAtt" { entry.value = rejoined(entry.value) }
        entry.value = self.copy(entry.value, depth: depth + 1)
        return entry
      })
    guard let (name, argument) = copy.intrinsic else { return copy }
    switch name {
    case "Fn::Sub": return substitution(copy, argument)
    case "Fn::GetAtt": return attribute(copy, argument)
    default: return copy
    }
  }

  /// `!GetAtt ${self:custom.table}.Arn` was cut at the dot inside the variable.
  private func rejoined(_ argument: Node) -> Node {
    let parts = argument.elements.compactMap(\.text)
    guard parts.count == 2, argument.elements.count == 2, parts[0].contains("${"),
      parts[0].count(where: { $0 == "{" }) > parts[0].count(where: { $0 == "}" })
    else { return argument }
    return .string(parts.joined(separator: "."), at: argument.location, isImplied: false)
  }

  private func attribute(_ node: Node, _ argument: Node) -> Node {
    guard let text = argument.text, let dot = text.firstIndex(of: ".") else { return node }
    let parts = [text[..<dot], text[text.index(after: dot)...]]
    let list = parts.map { Node.string(String($0), at: argument.location, isImplied: false) }
    return .mapping(
      [("Fn::GetAtt", .sequence(list, at: argument.location, isImplied: false))], at: node.location,
      isImplied: false)
  }

  /// A substitution whose text has unresolved parts becomes a join of substitutions: its argument must be text.
  private func substitution(_ node: Node, _ argument: Node) -> Node {
    let template = argument.elements.first ?? argument
    if UnresolvedVariable.kind(of: template) != nil { return template }
    guard let parts = Joins.parts(of: template) else { return node }
    let values = argument.elements.dropFirst().first
    let pieces = parts.map { part -> Node in
      guard let text = part.text, text.contains("${") else { return part }
      let inner = values.map { Node.sequence([part, $0], at: part.location, isImplied: false) } ?? part
      return .mapping([("Fn::Sub", inner)], at: part.location, isImplied: false)
    }
    return Joins.join(pieces, at: node.location, isImplied: false)
  }
}

// MARK: - Values

extension VariableResolver {
  /// What may be a variable: a text with `$` in it.
  private func key(of node: Node) -> Key? {
    guard let scalar = node.scalar, scalar.kind == .string, scalar.text.utf8.contains(UInt8(ascii: "$"))
    else {
      return nil
    }
    return Key(place: node.location, text: scalar.text)
  }

  /// The value of a text; of a mapping or sequence, itself: its variables stay until they are asked for.
  mutating func value(of node: Node) -> Node {
    guard let key = key(of: node) else { return node }
    if let value = known[key] { return value }
    guard key.text.utf8.count <= limits.text else { return tooLong(node) }
    guard let text = VariableText(key.text, nesting: limits.nesting) else { return node }
    if text.isCutShort {
      problems.add(
        at: node.location,
        "a variable is nested deeper than the limit of \(limits.nesting) or never ends; it is taken as text",
        isError: false)
    }
    guard !chain.contains(key) else { return cycle(node, key.text) }
    guard chain.count < limits.chain else {
      problems.once(
        "chain", at: node.location, "variables refer to variables more than \(limits.chain) times in a row")
      return UnresolvedVariable.node(kind: "limit", expression: key.text, at: node.location)
    }
    chain.insert(key)
    let value = value(of: text, in: node)
    chain.remove(key)
    known[key] = value
    return value
  }

  private mutating func value(of text: VariableText, in node: Node) -> Node {
    if text.parts.count == 1, case .variable(let variable) = text.parts[0] {
      return whole(variable, at: node.location)
    }
    var parts: [Node] = []
    var size = 0
    for part in text.parts {
      let piece: Node
      switch part {
      case .text(let text): piece = .string(text, at: node.location, isImplied: false)
      case .variable(let variable): piece = embedded(variable, at: node.location)
      }
      let inner = Joins.parts(of: piece) ?? [piece]
      size += inner.reduce(0) { $0 + ($1.text?.utf8.count ?? 0) }
      parts += inner
      guard size <= limits.text, parts.count <= limits.text else { return tooLong(node) }
    }
    return Joins.join(parts, at: node.location, isImplied: false)
  }

  private mutating func tooLong(_ node: Node) -> Node {
    problems.once(
      "text", at: node.location, "a text is longer than the limit of \(limits.text) bytes once it is resolved"
    )
    return UnresolvedVariable.node(kind: "limit", expression: "", at: node.location)
  }

  private mutating func cycle(_ node: Node, _ text: String) -> Node {
    problems.add(at: node.location, "the variables of '\(text)' refer to themselves")
    return UnresolvedVariable.node(kind: "self", expression: text, at: node.location)
  }

  private mutating func whole(_ variable: VariableText.Variable, at place: SourceLocation) -> Node {
    switch outcome(of: variable, at: place) {
    case .value(let node): return node
    case .foreign: return .string(variable.text, at: place, isImplied: false)
    case .unresolved(let kind):
      return UnresolvedVariable.node(kind: kind, expression: variable.text, at: place)
    case .missing(let kind, let reason):
      if let reason { problems.add(at: place, "'\(variable.text)' has no value: \(reason)", isError: false) }
      return UnresolvedVariable.node(kind: kind, expression: variable.text, at: place)
    }
  }

  private mutating func embedded(_ variable: VariableText.Variable, at place: SourceLocation) -> Node {
    let node = whole(variable, at: place)
    if node.scalar != nil || node.intrinsic != nil { return node }
    problems.add(
      at: place, "'\(variable.text)' is a list or a map, which cannot stand inside a text", isError: false)
    return UnresolvedVariable.node(kind: "self", expression: variable.text, at: place)
  }
}

// MARK: - Walking

extension VariableResolver {
  /// What a path of keys leads to.
  enum Walk {
    case found(Node)
    case missing
    /// The way leads through a value that is not known.
    case unresolved(kind: String)
  }

  /// Follows keys and positions from a node, resolving what stands in the way.
  mutating func walk(_ keys: [Substring], from start: Node) -> Walk {
    var node = value(of: start)
    for key in keys {
      if let kind = UnresolvedVariable.kind(of: node) { return .unresolved(kind: kind) }
      guard let next = child(String(key), of: node) else { return .missing }
      node = value(of: next)
    }
    return .found(node)
  }

  private mutating func child(_ key: String, of node: Node) -> Node? {
    switch node.content {
    case .scalar: return nil
    case .sequence(let elements):
      guard let position = Int(key), elements.indices.contains(position) else { return nil }
      return elements[position]
    case .mapping(let entries):
      // A scan per reference would be quadratic for a large map that everything refers to.
      guard entries.count > 32 else { return node[key] }
      if indexes[node.location] == nil {
        indexes[node.location] = Dictionary(
          entries.indices.map { (entries[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
      }
      guard let position = indexes[node.location]?[key], entries.indices.contains(position),
        entries[position].key == key
      else { return node[key] }
      return entries[position].value
    }
  }
}
