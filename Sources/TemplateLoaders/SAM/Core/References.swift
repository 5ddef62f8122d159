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
      visit(&sections[index].value, depth: 0)
    }
    template.content = .mapping(sections)
  }

  private func target(_ name: String) -> String? { names[name] ?? renamed[name] }

  private func visit(_ node: inout Node, depth: Int) {
    // Deeper than any document the readers accept; the guard is for trees made by hand.
    guard depth < 1_000 else { return }
    switch node.content {
    case .scalar:
      break
    case .sequence(var elements):
      for index in elements.indices { visit(&elements[index], depth: depth + 1) }
      node.content = .sequence(elements)
    case .mapping(var entries):
      if entries.count == 1, rewriteIntrinsic(&entries[0]) {
        node.content = .mapping(entries)
        if entries[0].key != "Fn::Sub" { return }
      }
      for index in entries.indices {
        if entries[index].key == "DependsOn" { rewriteNames(&entries[index].value) }
        visit(&entries[index].value, depth: depth + 1)
      }
      node.content = .mapping(entries)
    }
  }

  private func rewriteNames(_ node: inout Node) {
    if let name = node.text, let id = renamed[name] {
      node = .string(id, at: node.location, isImplied: node.isImplied)
    } else if case .sequence(var elements) = node.content {
      for index in elements.indices { rewriteNames(&elements[index]) }
      node.content = .sequence(elements)
    }
  }

  private func rewriteIntrinsic(_ entry: inout Entry) -> Bool {
    switch entry.key {
    case "Ref":
      guard let name = entry.value.text, let id = target(name) else { return false }
      entry.value = .string(id, at: entry.value.location, isImplied: entry.value.isImplied)
    case "Fn::GetAtt":
      return rewriteAttribute(&entry.value)
    case "Fn::Sub":
      if let text = entry.value.text {
        entry.value = substituted(text, entry.value)
      } else if case .sequence(var parts) = entry.value.content, let text = parts.first?.text {
        parts[0] = substituted(text, parts[0])
        entry.value.content = .sequence(parts)
      }
    default:
      return false
    }
    return true
  }

  /// `[Function.Alias, Name]` and, as the short form reads, `[Function, Alias.Name]`.
  private func rewriteAttribute(_ argument: inout Node) -> Bool {
    let text = argument.text ?? argument.elements.compactMap(\.text).joined(separator: ".")
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return false }
    let place = argument.location
    if parts.count == 2, let id = names[text] {
      argument = .sequence([.string(id, at: place)], at: place)
      return true
    }
    if parts.count >= 3, let id = names["\(parts[0]).\(parts[1])"] {
      parts.removeFirst(2)
      argument = .sequence([id, parts.joined(separator: ".")].map { .string($0, at: place) }, at: place)
      return true
    }
    guard let id = renamed[String(parts[0])] else { return false }
    parts.removeFirst()
    argument = .sequence([id, parts.joined(separator: ".")].map { .string($0, at: place) }, at: place)
    return true
  }

  private func substituted(_ text: String, _ node: Node) -> Node {
    let pieces = text.split(separator: "${", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return node }
    var result = String(pieces[0])
    for piece in pieces.dropFirst() {
      result += "${"
      guard let end = piece.firstIndex(of: "}") else {
        result += piece
        continue
      }
      result += renamed(variable: String(piece[..<end])) + piece[end...]
    }
    return result == text ? node : .string(result, at: node.location, isImplied: node.isImplied)
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
