/// Reads the template language of `Fn::Sub`.
enum Substitution {
  enum Piece: Hashable {
    case literal(String)
    /// What stands between `${` and `}`.
    case variable(String)
  }

  /// Splits a text into literals and variables; `${!Name}` is the literal `${Name}`, an unclosed `${` is literal.
  static func pieces(of text: String) -> [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var literalStart = 0
    var offset = 0
    func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while offset + 1 < bytes.count {
      guard bytes[offset] == UInt8(ascii: "$"), bytes[offset + 1] == UInt8(ascii: "{") else {
        offset += 1
        continue
      }
      guard let close = bytes[(offset + 2)...].firstIndex(of: UInt8(ascii: "}")) else { break }
      let name = slice(offset + 2..<close)
      if name.hasPrefix("!") {
        pieces.append(.literal(slice(literalStart..<offset) + "${" + name.dropFirst() + "}"))
        literalStart = close + 1
      } else if let variable = trimmed(name) {
        pieces.append(.literal(slice(literalStart..<offset)))
        pieces.append(.variable(variable))
        literalStart = close + 1
      }
      offset = close + 1
    }
    pieces.append(.literal(slice(literalStart..<bytes.count)))
    return pieces.filter { $0 != .literal("") }
  }

  /// `nil` for what cannot be a name, such as the `${x:-default}` of a shell script.
  private static func trimmed(_ name: String) -> String? {
    let trimmed = name.trimmingSpaces()
    guard !trimmed.isEmpty else { return nil }
    let isName = trimmed.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || ".:_-/".utf8.contains($0)
    }
    return isName && !trimmed.replacing("::", with: "").contains(":") ? trimmed : nil
  }
}
