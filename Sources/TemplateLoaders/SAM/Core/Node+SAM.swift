internal import Documents
internal import FindingModel

extension Node {
  /// The value of a key unless it is missing or null: SAM treats both alike.
  func present(_ key: String) -> Node? {
    guard let value = self[key], !value.isNull else { return nil }
    return value
  }

  var isIntrinsic: Bool { intrinsic != nil }

  /// `{Ref: name}`.
  var reference: String? {
    guard let (name, argument) = intrinsic, name == "Ref" else { return nil }
    return argument.text
  }

  var isNoValue: Bool { reference == "AWS::NoValue" }

  /// The parts of `{Fn::GetAtt: [id, attribute]}`, in either spelling.
  var attributeReference: (id: String, attribute: String)? {
    guard let (name, argument) = intrinsic, name == "Fn::GetAtt" else { return nil }
    if let text = argument.text, let dot = text.firstIndex(of: ".") {
      return (String(text[..<dot]), String(text[text.index(after: dot)...]))
    }
    let parts = argument.elements.compactMap(\.text)
    guard parts.count == argument.elements.count, parts.count >= 2 else { return nil }
    return (parts[0], parts.dropFirst().joined(separator: "."))
  }

  /// The resource that `{Ref: id}`, `{Fn::GetAtt: [id, …]}` or the bare text names.
  var namedResource: String? { reference ?? attributeReference?.id ?? text }

  /// The parts of `{Fn::If: [condition, then, otherwise]}`.
  var choice: (condition: String, then: Node, otherwise: Node)? {
    guard let (name, argument) = intrinsic, name == "Fn::If", argument.elements.count == 3,
      let condition = argument.elements[0].text
    else { return nil }
    return (condition, argument.elements[1], argument.elements[2])
  }

  /// Rebuilds an `Fn::If` with both of its branches changed; any other node is changed itself.
  func mapBranches(_ change: (Node) -> Node) -> Node {
    mapBranches(depth: 0, change)
  }

  private func mapBranches(depth: Int, _ change: (Node) -> Node) -> Node {
    // The document reader bounds nesting far above what an API definition needs.
    guard depth < 64, choice != nil, case .mapping(var entries) = content,
      case .sequence(var parts) = entries[0].value.content
    else { return change(self) }
    parts[1] = parts[1].mapBranches(depth: depth + 1, change)
    parts[2] = parts[2].mapBranches(depth: depth + 1, change)
    entries[0].value.content = .sequence(parts)
    var copy = self
    copy.content = .mapping(entries)
    return copy
  }

  /// Every value an `Fn::If` may take, or the node itself.
  var branches: [Node] {
    guard let (_, then, otherwise) = choice else { return [self] }
    return then.branches + otherwise.branches
  }

  /// The node with other keys, at the same place; keys that are not in the table stay as they are.
  func renamingKeys(_ names: [String: String]) -> Node {
    guard isPlainMapping else { return self }
    var copy = self
    copy.content = .mapping(entries.map { Entry(names[$0.key] ?? $0.key, at: $0.keyLocation, $0.value) })
    return copy
  }

  /// The elements of a list, or the node alone.
  var asList: [Node] { isSequence ? elements : [self] }
}
