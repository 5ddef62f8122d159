internal import ApplicationModel
internal import Documents
internal import FindingModel

/// The functions that take lists and maps apart.
extension StackEvaluation {
  func select(_ argument: Node, _ node: Node) -> Resolved? {
    guard argument.elements.count == 2, let position = evaluate(argument.elements[0]),
      let list = evaluate(argument.elements[1])
    else { return wrong("'Fn::Select' needs an index and a list.", node) }
    if case .unresolved(let expression) = list.content { return unresolved(node, because: expression) }
    guard let positionText = text(of: position) else {
      return wrong("The index of 'Fn::Select' must be a number.", node)
    }
    guard let literal = positionText.literal else {
      return unresolved(node, because: positionText.expressions.first ?? Expression(""))
    }
    switch list.content {
    case .list(let elements):
      guard let index = Int(literal), elements.indices.contains(index) else {
        return wrong(
          "'Fn::Select' asks for element \(ExpressionText.shortened(literal)) of \(elements.count).", node)
      }
      var element = elements[index]
      element.location = node.location
      return element
    case .text(let text):
      // An attribute may be a list: `Fn::Select` of `Zone.NameServers`.
      guard let origin = origin(of: text) else { return wrong("'Fn::Select' needs a list.", node) }
      return unresolved(node, origin: origin)
    case .null, .map, .unresolved: return wrong("'Fn::Select' needs a list.", node)
    }
  }

  func split(_ argument: Node, _ node: Node) -> Resolved {
    guard argument.elements.count == 2, let delimiter = argument.elements[0].text, !delimiter.isEmpty,
      let source = evaluate(argument.elements[1]), let text = text(of: source)
    else { return wrong("'Fn::Split' needs a delimiter and a text.", node) }
    if let pending = text.expressions.first(where: \.isPending) { return unresolved(node, because: pending) }
    if !TextPieces.isSafe(delimiter, in: text), let origin = origin(of: text) {
      return unresolved(node, origin: origin)
    }
    let pieces = TextPieces.split(text, by: delimiter)
    guard session.charge(textBytes: TextPieces.size(of: text), values: pieces.count, at: node.location) else {
      return unresolved(node)
    }
    return resolved(.list(pieces.map { resolved(.text($0), node) }), node)
  }

  /// Where the first part that is not literal comes from.
  private func origin(of text: Text) -> Expression.Origin? {
    for part in text.parts {
      switch part {
      case .literal: continue
      case .open(let expression): return expression.origin
      case .reference(let reference):
        return .attribute(resource: reference.id, name: reference.attribute ?? "Ref")
      }
    }
    return nil
  }

  func length(_ argument: Node, _ node: Node) -> Resolved {
    guard let value = evaluate(argument) else { return wrong("'Fn::Length' needs a list.", node) }
    switch value.content {
    case .list(let elements): return resolved(.text(Text(String(elements.count))), node)
    case .unresolved(let expression): return unresolved(node, because: expression)
    case .text(let text):
      guard let origin = origin(of: text) else { return wrong("'Fn::Length' needs a list.", node) }
      return unresolved(node, origin: origin)
    case .null, .map: return wrong("'Fn::Length' needs a list.", node)
    }
  }

  func zones(_ argument: Node, _ node: Node) -> Resolved {
    guard argument.text != nil || argument.isNull || argument.intrinsic != nil else {
      return wrong("'Fn::GetAZs' needs a region.", node)
    }
    return unresolved(node, origin: .pseudoParameter("AWS::Region"))
  }

  func cidr(_ argument: Node, _ node: Node) -> Resolved {
    guard (2...3).contains(argument.elements.count) else {
      return wrong("'Fn::Cidr' needs a block, a count and the bits of each.", node)
    }
    var literals: [String] = []
    for element in argument.elements {
      guard let text = evaluate(element).flatMap(text) else {
        return wrong("'Fn::Cidr' needs a block, a count and the bits of each.", node)
      }
      if let pending = text.expressions.first(where: \.isPending) {
        return unresolved(node, because: pending)
      }
      guard let literal = text.literal else {
        return unresolved(node, origin: origin(of: text) ?? .other)
      }
      literals.append(literal)
    }
    // Blocks of IPv6 are only known once the network exists.
    guard let count = Int(literals[1]), let bits = literals.count == 3 ? Int(literals[2]) : 8,
      let blocks = CIDRBlocks.split(literals[0], count: count, bits: bits)
    else { return unresolved(node) }
    guard session.charge(values: blocks.count, at: node.location) else { return unresolved(node) }
    return resolved(.list(blocks.map { resolved(.text(Text($0)), node) }), node)
  }

  // MARK: - Mappings

  func findInMap(_ argument: Node, _ node: Node) -> Resolved? {
    let elements = argument.elements
    guard (3...4).contains(elements.count) else {
      return wrong("'Fn::FindInMap' needs a map and two keys.", node)
    }
    var keys: [Text] = []
    for element in elements.prefix(3) {
      guard let key = evaluate(element).flatMap(text) else {
        return wrong("'Fn::FindInMap' needs a map and two keys.", node)
      }
      keys.append(key)
    }
    let fallback = elements.count == 4 ? elements[3]["DefaultValue"] : nil
    let openKey = keys.lazy.flatMap(\.expressions).first
    guard let name = keys[0].literal else { return unresolved(node, because: openKey ?? Expression("")) }
    guard let rows = index.mappings[name] else {
      if let fallback { return evaluate(fallback) }
      return wrong("The template has no mapping '\(ExpressionText.shortened(name))'.", node)
    }
    guard openKey != nil else { return find(keys, in: rows, fallback, node) }
    return agreed(keys, rows, fallback, node, because: openKey ?? Expression(""))
  }

  private func find(
    _ keys: [Text], in rows: [String: [String: Node]], _ fallback: Node?, _ node: Node
  ) -> Resolved? {
    guard let first = keys[1].literal, let second = keys[2].literal else { return unresolved(node) }
    guard let found = rows[first]?[second] ?? fallback else {
      return wrong(
        "The mapping '\(ExpressionText.shortened(keys[0].pattern))' has no value for "
          + "'\(ExpressionText.shortened(first))' and '\(ExpressionText.shortened(second))'.", node)
    }
    return copy(of: found, for: node)
  }

  /// The value that every possible key leads to, if it is one and the same.
  private func agreed(
    _ keys: [Text], _ rows: [String: [String: Node]], _ fallback: Node?, _ node: Node,
    because open: Expression
  ) -> Resolved? {
    let matching = keys[1].literal.map { rows[$0].map { [$0] } ?? [] } ?? Array(rows.values)
    var candidates = matching.flatMap { row in
      keys[2].literal.map { row[$0].map { [$0] } ?? [] } ?? Array(row.values)
    }
    if let fallback { candidates.append(fallback) }
    guard session.charge(values: candidates.count, at: node.location) else { return unresolved(node) }
    guard let first = candidates.first else {
      return wrong("The mapping '\(ExpressionText.shortened(keys[0].pattern))' has no such value.", node)
    }
    guard !open.isPending, candidates.allSatisfy({ $0.hasSameContent(as: first) }) else {
      return unresolved(node, because: open)
    }
    return copy(of: first, for: node)
  }

  private func copy(of found: Node, for node: Node) -> Resolved? {
    guard session.charge(values: found.elements.count, at: node.location), var value = evaluate(found) else {
      return unresolved(node)
    }
    value.location = node.location
    return value
  }
}
