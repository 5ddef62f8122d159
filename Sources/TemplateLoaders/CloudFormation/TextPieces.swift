internal import ApplicationModel

/// Cuts texts that may have open parts.
enum TextPieces {
  /// Cuts at every delimiter in the literal parts; references and open parts stay whole.
  static func split(_ text: Text, by delimiter: String) -> [Text] {
    guard !delimiter.isEmpty else { return [text] }
    var pieces: [Text] = []
    var current: [Text.Part] = []
    for part in text.parts {
      guard case .literal(let literal) = part else {
        current.append(part)
        continue
      }
      let segments = split(literal, by: Array(delimiter.utf8))
      for (position, segment) in segments.enumerated() {
        if position > 0 {
          pieces.append(Text(current))
          current = []
        }
        current.append(.literal(segment))
      }
    }
    return pieces + [Text(current)]
  }

  /// Without spaces at both ends, as the members of a comma-delimited list are read.
  static func trimmed(_ text: Text) -> Text {
    var parts = text.parts
    if case .literal(let first) = parts.first {
      parts[0] = .literal(String(first.drop(while: \.isWhitespace)))
    }
    if let index = parts.indices.last, case .literal(let last) = parts[index] {
      parts[index] = .literal(String(last.reversed().drop(while: \.isWhitespace).reversed()))
    }
    return Text(parts)
  }

  /// Whether no value of the open parts can hold the delimiter, so that cutting is exact.
  static func isSafe(_ delimiter: String, in text: Text) -> Bool {
    text.parts.allSatisfy { part in
      switch part {
      case .literal: return true
      case .reference: return false
      case .open(let expression):
        guard case .pseudoParameter(let name) = expression.origin, name == expression.text else {
          return false
        }
        // Regions, account numbers, partitions and domains: letters, digits, hyphens, dots.
        return ["AWS::Region", "AWS::AccountId", "AWS::Partition", "AWS::URLSuffix"].contains(name)
          && !delimiter.utf8.contains {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "-.".utf8.contains($0)
          }
      }
    }
  }

  /// Bytes it takes, roughly: what counts is that no text grows for free.
  static func size(of text: Text) -> Int {
    text.parts.reduce(0) { sum, part in
      if case .literal(let literal) = part { sum + literal.utf8.count } else { sum + 16 }
    }
  }

  private static func split(_ text: String, by delimiter: [UInt8]) -> [String] {
    var segments: [String] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while let next = bytes[index...].firstIndex(of: delimiter[0]) {
      if bytes[next...].starts(with: delimiter) {
        segments.append(String(text[start..<next]))
        start = bytes.index(next, offsetBy: delimiter.count)
        index = start
      } else {
        index = bytes.index(after: next)
      }
    }
    segments.append(String(text[start...]))
    return segments
  }
}
