internal import Documents
internal import FindingModel

/// Rewrites references to what has another logical id after the expansion.
///
/// `!Ref Function.Alias` means the alias that SAM made; a layer's id gets a digest of its content.
struct References {
  /// `Resource.Property` to logical id.
  let names: [String: String]
  /// Logical id to logical id.
  let renamed: [String: String]

  func rewrite(_ template: inout Node) {
    if names.isEmpty && renamed.isEmpty { return }
    guard case .mapping(var sections) = template.content else { return }
    for index in sections.indices where ["Resources", "Outputs"].contains(sections[index].key) {
      if let changed = visit(sections[index].value, depth: 0) { sections[index].value = changed }
    }
    template.content = .mapping(sections)
  }

  private func target(_ name: String) -> String? { names[name] ?? renamed[name] }

  /// The node with its references rewritten; `nil` if there are none, so that nothing is copied.
  private func visit(_ node: Node, depth: Int) -> Node? {
    // Deeper than any document the readers accept; the guard is for trees made by hand.
    guard depth < 1_000 else { return nil }
    switch node.content {
    case .scalar:
      return nil
    case .sequence(let elements):
      guard let changed = visit(elements, depth) else { return nil }
      return Node(.sequence(changed), at: node.location, isImplied: node.isImplied)
    case .mapping(let entries):
      guard let changed = visit(entries, depth) else { return nil }
      return Node(.mapping(changed), at: node.location, isImplied: node.isImplied)
    }
  }

  private func visit(_ elements: [Node], _ depth: Int) -> [Node]? {
    var result: [Node]?
    for (index, element) in elements.enumerated() {
      guard let changed = visit(element, depth: depth + 1) else { continue }
      if result == nil { result = elements }
      result?[index] = changed
    }
    return result
  }

  private func visit(_ entries: [Entry], _ depth: Int) -> [Entry]? {
    var result: [Entry]?
    for (index, entry) in entries.enumerated() {
      var value = entries.count == 1 ? intrinsic(entry) : nil
      if entry.key == "DependsOn" { value = rewrittenNames(entry.value) }
      value = visit(value ?? entry.value, depth: depth + 1) ?? value
      guard let value else { continue }
      if result == nil { result = entries }
      result?[index].value = value
    }
    return result
  }

  private func rewrittenNames(_ node: Node) -> Node? {
    if let name = node.text {
      return renamed[name].map { .string($0, at: node.location, isImplied: node.isImplied) }
    }
    guard node.elements.contains(where: { $0.text.map { renamed[$0] != nil } ?? false }) else { return nil }
    let names = node.elements.map { rewrittenNames($0) ?? $0 }
    return Node(.sequence(names), at: node.location, isImplied: node.isImplied)
  }

  /// The argument of an intrinsic after rewriting, if it changes.
  private func intrinsic(_ entry: Entry) -> Node? {
    let argument = entry.value
    switch entry.key {
    case "Ref":
      guard let id = argument.text.flatMap(target) else { return nil }
      return .string(id, at: argument.location, isImplied: argument.isImplied)
    case "Fn::GetAtt":
      return attribute(argument)
    case "Fn::Sub":
      if argument.text != nil { return substituted(argument) }
      guard let first = argument.elements.first.flatMap(substituted) else { return nil }
      let parts = [first] + argument.elements.dropFirst()
      return Node(.sequence(parts), at: argument.location, isImplied: argument.isImplied)
    default:
      return nil
    }
  }

  /// `[Function.Alias, Name]` and, as the short form reads, `[Function, Alias.Name]`.
  private func attribute(_ argument: Node) -> Node? {
    let text = argument.text ?? argument.elements.compactMap(\.text).joined(separator: ".")
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return nil }
    let place = argument.location
    if parts.count == 2, let id = names[text] { return .sequence([.string(id, at: place)], at: place) }
    var id = renamed[String(parts[0])]
    if id != nil {
      parts.removeFirst()
    } else if parts.count >= 3, let named = names["\(parts[0]).\(parts[1])"] {
      id = named
      parts.removeFirst(2)
    }
    guard let id else { return nil }
    return .sequence([id, parts.joined(separator: ".")].map { .string($0, at: place) }, at: place)
  }

  private func substituted(_ node: Node) -> Node? {
    // What the expansion itself wrote names everything by its final id.
    guard !node.isImplied, let text = node.text, text.utf8.contains(UInt8(ascii: "$")) else { return nil }
    let pieces = text.split(separator: "$", omittingEmptySubsequences: false)
    var result = String(pieces[0])
    for piece in pieces.dropFirst() {
      result += "$"
      guard piece.hasPrefix("{"), let end = piece.firstIndex(of: "}") else {
        result += piece
        continue
      }
      result += "{" + renamed(variable: String(piece[..<end].dropFirst())) + piece[end...]
    }
    return result == text ? nil : .string(result, at: node.location, isImplied: node.isImplied)
  }

  private func renamed(variable: String) -> String {
    if let id = target(variable) { return id }
    let parts = variable.split(separator: ".", omittingEmptySubsequences: false)
    for count in stride(from: min(2, parts.count - 1), to: 0, by: -1) {
      guard let id = target(parts[..<count].joined(separator: ".")) else { continue }
      return ([id] + parts[count...].map(String.init)).joined(separator: ".")
    }
    return variable
  }
}
