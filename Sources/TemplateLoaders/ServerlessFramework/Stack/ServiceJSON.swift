internal import Documents

/// Compact JSON of a node, for properties that hold JSON as text.
enum ServiceJSON {
  static func of(_ node: Node) -> String {
    var text = ""
    write(node, to: &text)
    return text
  }

  /// The JSON as a text; the node itself where it holds references, which only the platform can fill in.
  static func draft(_ node: Node) -> Draft {
    if node.scalar?.kind == .string { return .written(node) }
    return hasIntrinsics(node)
      ? .written(node) : .written(.string(of(node), at: node.location, isImplied: false))
  }

  private static func hasIntrinsics(_ node: Node) -> Bool {
    if node.intrinsic != nil { return true }
    return node.elements.contains(where: hasIntrinsics) || node.entries.contains { hasIntrinsics($0.value) }
  }

  private static func write(_ node: Node, to text: inout String) {
    switch node.content {
    case .scalar(let scalar):
      switch scalar.kind {
      case .string: quote(scalar.text, to: &text)
      case .integer, .number: text += scalar.text
      case .boolean: text += node.boolean == true ? "true" : "false"
      case .null: text += "null"
      }
    case .sequence(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        write(element, to: &text)
      }
      text += "]"
    case .mapping(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += "," }
        quote(entry.key, to: &text)
        text += ":"
        write(entry.value, to: &text)
      }
      text += "}"
    }
  }

  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
