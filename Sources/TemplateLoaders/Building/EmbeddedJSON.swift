internal import ApplicationModel
internal import FindingModel

/// JSON that a template holds as text, such as a state machine's `DefinitionString`.
enum EmbeddedJSON {
  /// Open parts of the text come back as open parts of the strings they stand in.
  ///
  /// - Parameter substitutions: Values of `${name}` placeholders that are not CloudFormation's own.
  /// - Returns: `nil` if the text is no JSON or YAML map, or too large with its substitutions; places are those of the whole text.
  static func parse(_ text: Text, at location: SourceLocation, substitutions: [NamedText] = []) -> Resolved? {
    var placeholders = Placeholders(substitutions, escaping: escaped)
    guard let parts = placeholders.fill(text)?.parts else { return nil }
    var source = ""
    for (index, part) in parts.enumerated() {
      if case .literal(let literal) = part {
        source += literal
      } else {
        source += mark(index)
      }
    }
    guard let node = try? Document.parse(Array(source.utf8), path: location.path), node.isMapping else {
      // What is lost is only the reason: the caller reports the whole text as unread.
      return nil
    }
    return restore(node, parts: parts, at: location)
  }

  /// A private-use character on each side of a number survives any JSON or YAML reader.
  private static func mark(_ index: Int) -> String { "\u{E000}\(index)\u{E001}" }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  private static func restore(_ node: Node, parts: [Text.Part], at location: SourceLocation) -> Resolved {
    switch node.content {
    case .scalar(let scalar):
      if scalar.kind == .null { return Resolved(.null, at: location) }
      return Resolved(.text(restore(scalar.text, parts: parts)), at: location)
    case .sequence(let elements):
      return Resolved(.list(elements.map { restore($0, parts: parts, at: location) }), at: location)
    case .mapping(let entries):
      let restored = entries.map { entry in
        ResolvedEntry(
          restore(entry.key, parts: parts).pattern, at: location,
          restore(entry.value, parts: parts, at: location))
      }
      return Resolved(.map(restored), at: location)
    }
  }

  private static func restore(_ text: String, parts: [Text.Part]) -> Text {
    guard text.contains("\u{E000}") else { return Text(text) }
    var result: [Text.Part] = []
    for (position, piece) in text.split(separator: "\u{E000}", omittingEmptySubsequences: false).enumerated()
    {
      guard position > 0, let end = piece.firstIndex(of: "\u{E001}"), let index = Int(piece[..<end]),
        parts.indices.contains(index)
      else {
        result.append(.literal(String(piece)))
        continue
      }
      result.append(parts[index])
      result.append(.literal(String(piece[piece.index(after: end)...])))
    }
    return Text(result)
  }
}
