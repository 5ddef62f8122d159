internal import ApplicationModel
internal import Documents

/// Writes a value the way a person would in a YAML template, `!GetAtt Table.Arn`, and not longer than a line.
enum ExpressionText {
  /// Longest text made, in characters.
  static let limit = 100

  static func of(_ node: Node) -> String {
    var text = ""
    append(node, to: &text, depth: 0)
    return shortened(text)
  }

  /// The text on one line, cut at the limit.
  static func shortened(_ text: String) -> String {
    let line = String(text.prefix(limit + 1).map { $0.isNewline ? " " : $0 })
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }

  private static func append(_ node: Node, to text: inout String, depth: Int) {
    // Text is only cut at the end, so this is what bounds the work.
    guard text.utf8.count <= limit * 4, depth < 12 else { return }
    switch node.content {
    case .scalar(let scalar): text += scalar.text.prefix(limit + 1)
    case .sequence(let elements): list(elements, to: &text, depth: depth)
    case .mapping(let entries):
      if let intrinsic = node.intrinsic {
        call(intrinsic.name, intrinsic.argument, to: &text, depth: depth)
      } else {
        map(entries, to: &text, depth: depth)
      }
    }
  }

  private static func call(_ name: String, _ argument: Node, to text: inout String, depth: Int) {
    if name == UnresolvedMarker.key, let written = argument["expression"]?.text {
      text += written.prefix(limit + 1)
      return
    }
    text += "!" + (name.hasPrefix("Fn::") ? name.dropFirst(4) : name[...]).prefix(limit) + " "
    if name == "Fn::GetAtt", !argument.elements.isEmpty, argument.elements.allSatisfy({ $0.text != nil }) {
      text += argument.elements.compactMap(\.text).joined(separator: ".").prefix(limit + 1)
    } else if argument.isSequence {
      list(argument.elements, to: &text, depth: depth)
    } else if argument.text == "" {
      text += "\"\""
    } else {
      append(argument, to: &text, depth: depth + 1)
    }
  }

  private static func list(_ elements: [Node], to text: inout String, depth: Int) {
    text += "["
    for (position, element) in elements.enumerated() {
      if position > 0 { text += ", " }
      item(element, to: &text, depth: depth)
      if text.utf8.count > limit * 4 { return }
    }
    text += "]"
  }

  private static func map(_ entries: [Entry], to text: inout String, depth: Int) {
    text += "{"
    for (position, entry) in entries.enumerated() {
      if position > 0 { text += ", " }
      text += entry.key.prefix(limit) + ": "
      item(entry.value, to: &text, depth: depth)
      if text.utf8.count > limit * 4 { return }
    }
    text += "}"
  }

  private static func item(_ node: Node, to text: inout String, depth: Int) {
    guard let scalar = node.scalar, scalar.kind == .string else {
      append(node, to: &text, depth: depth + 1)
      return
    }
    let isPlain =
      !scalar.text.isEmpty
      && scalar.text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_./:*".unicodeScalars.contains($0)
      }
    text += isPlain ? String(scalar.text.prefix(limit + 1)) : "\"" + scalar.text.prefix(limit + 1) + "\""
  }
}
