internal import ApplicationModel

/// Finds `{{resolve:service:key}}` in texts.
enum DynamicReferences {
  private static let opening = "{{resolve:"
  private static let closing = "}}"

  /// The text with every complete dynamic reference as one open part.
  ///
  /// References and open parts inside one become `${…}` in its key.
  static func open(in text: Text) -> Text {
    let isNeeded = text.parts.contains { part in
      // Almost no text has one, and every text comes by here.
      if case .literal(let literal) = part { literal[...].range(of: opening) != nil } else { false }
    }
    guard isNeeded else { return text }
    var parts: [Text.Part] = []
    // What was met since the last `{{resolve:`, which only counts once it is closed.
    var inside: [Text.Part]?
    for part in text.parts {
      guard case .literal(let literal) = part else {
        if inside != nil { inside?.append(part) } else { parts.append(part) }
        continue
      }
      scan(literal, inside: &inside, parts: &parts)
    }
    if let inside { parts += [.literal(opening)] + inside }
    return Text(parts)
  }

  private static func scan(_ literal: String, inside: inout [Text.Part]?, parts: inout [Text.Part]) {
    var rest = literal[...]
    while !rest.isEmpty {
      if let collected = inside {
        guard let end = rest.range(of: closing) else {
          inside = collected + [.literal(String(rest))]
          return
        }
        let key = Text(collected + [.literal(String(rest[..<end.lowerBound]))])
        parts.append(.open(expression(of: key)))
        inside = nil
        rest = rest[end.upperBound...]
      } else {
        guard let start = rest.range(of: opening) else {
          parts.append(.literal(String(rest)))
          return
        }
        parts.append(.literal(String(rest[..<start.lowerBound])))
        inside = []
        rest = rest[start.upperBound...]
      }
    }
  }

  private static func expression(of inner: Text) -> Expression {
    let pattern = inner.pattern
    let written = ExpressionText.shortened(opening + pattern + closing)
    guard let colon = pattern.firstIndex(of: ":") else { return Expression(written) }
    let key = String(pattern[pattern.index(after: colon)...])
    return Expression(
      written, origin: .dynamicReference(service: String(pattern[..<colon]), key: key))
  }
}

extension Substring {
  /// The first occurrence; the standard library's own search works on characters and is slower than it need be.
  fileprivate func range(of other: String) -> Range<Index>? {
    let needle = Array(other.utf8)
    guard let first = needle.first else { return nil }
    var index = utf8.startIndex
    while let start = utf8[index...].firstIndex(of: first) {
      if utf8[start...].starts(with: needle) {
        return start..<utf8.index(start, offsetBy: needle.count)
      }
      index = utf8.index(after: start)
    }
    return nil
  }
}
