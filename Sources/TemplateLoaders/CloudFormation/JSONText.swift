internal import ApplicationModel

/// Writes an evaluated value as JSON text, for `Fn::ToJsonString`; open parts stay open inside their quotes.
enum JSONText {
  static func of(_ value: Resolved) -> Text {
    var parts: [Text.Part] = []
    append(value, to: &parts)
    return Text(parts)
  }

  private static func append(_ value: Resolved, to parts: inout [Text.Part]) {
    switch value.content {
    case .null: parts.append(.literal("null"))
    case .unresolved(let expression): parts.append(.open(expression))
    case .text(let text):
      parts.append(.literal("\""))
      parts += text.parts.map { part in
        if case .literal(let literal) = part { .literal(escaped(literal)) } else { part }
      }
      parts.append(.literal("\""))
    case .list(let elements):
      parts.append(.literal("["))
      for (position, element) in elements.enumerated() {
        if position > 0 { parts.append(.literal(",")) }
        append(element, to: &parts)
      }
      parts.append(.literal("]"))
    case .map(let entries):
      parts.append(.literal("{"))
      for (position, entry) in entries.enumerated() {
        parts.append(.literal((position > 0 ? ",\"" : "\"") + escaped(entry.key) + "\":"))
        append(entry.value, to: &parts)
      }
      parts.append(.literal("}"))
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
