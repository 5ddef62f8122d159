internal import ApplicationModel
internal import Documents
internal import FindingModel

/// JSON that a template holds as text, such as a state machine's `DefinitionString`.
enum EmbeddedJSON {
  /// Open parts of the text come back as open parts of the strings they stand in.
  ///
  /// - Parameters:
  ///   - lines: Where each line of the text stands; a block of the file knows that without.
  ///   - substitutions: Values of `${name}` placeholders that are not CloudFormation's own.
  /// - Returns: `nil` if the text is no JSON or YAML map, or too large with its substitutions.
  ///   Places are those of its lines where these are known, else those of the whole text.
  static func parse(
    _ text: Text, at location: SourceLocation, lines: [SourceLocation]? = nil, substitutions: [NamedText] = []
  ) -> Resolved? {
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
    guard let node = document(source, path: location.path), node.isMapping else { return nil }
    return restore(node, parts: parts, at: TextPlace(location, lines: lines, text: source))
  }

  private static func document(_ source: String, path: String) -> Node? {
    let bytes = Array(source.utf8)
    // What is lost is only the reason: the caller reports the whole text as unread.
    if let node = try? Document.parse(bytes, path: path) { return node }
    return BarePlaceholders.quoted(bytes).flatMap { try? Document.parse($0, path: path) }
  }

  /// A private-use character on each side of a number survives any JSON or YAML reader.
  private static func mark(_ index: Int) -> String { "\u{E000}\(index)\u{E001}" }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  private static func restore(_ node: Node, parts: [Text.Part], at place: TextPlace) -> Resolved {
    let location = place.place(of: node.location)
    switch node.content {
    case .scalar(let scalar):
      if scalar.kind == .null { return Resolved(.null, at: location) }
      return Resolved(.text(restore(scalar.text, parts: parts)), at: location)
    case .sequence(let elements):
      return Resolved(.list(elements.map { restore($0, parts: parts, at: place) }), at: location)
    case .mapping(let entries):
      let restored = entries.map { entry in
        ResolvedEntry(
          restore(entry.key, parts: parts).pattern, at: place.place(of: entry.keyLocation),
          restore(entry.value, parts: parts, at: place))
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

/// Where the lines of a text stand in the file it is written in.
private struct TextPlace {
  private let location: SourceLocation
  /// Whether the text is a block, `|`: each of its lines is one of the file, from the line after the sign on.
  private let isBlock: Bool
  private let known: [SourceLocation]?

  init(_ location: SourceLocation, lines known: [SourceLocation]?, text: String) {
    self.location = location
    self.known = known
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + (text.hasSuffix("\n") ? 0 : 1)
    // The sign stands before the text, and the last line may be followed by nothing or by an empty one.
    let span = Int(location.endLine) - Int(location.line)
    isBlock = lines > 2 && (lines...(lines + 1)).contains(span)
  }

  func place(of place: SourceLocation) -> SourceLocation {
    if let known {
      let index = Int(place.line) - 1
      return known.indices.contains(index) ? known[index] : location
    }
    guard isBlock else { return location }
    let line = Int(location.line) + Int(place.line)
    return SourceLocation(path: location.path, line: line, column: 1)
  }
}
