internal import ApplicationModel

/// The `${name}` placeholders of a state machine's definition, filled from its `DefinitionSubstitutions`.
///
/// Each is filled once: what a value holds is not looked at again, as in Step Functions. Values that name each
/// other would otherwise double with every name.
struct Placeholders {
  /// Bytes of text that placeholders may make in one definition; Step Functions itself stops at 1 MB.
  static let byteLimit = 1 << 20

  private let values: [String: [Text.Part]]
  private var bytesLeft = byteLimit

  /// - Parameter escaping: What becomes of a value's literal text, such as the escapes of JSON.
  init(_ substitutions: [NamedText], escaping: (String) -> String = { $0 }) {
    let known = substitutions.compactMap { item in
      item.value.value.map { text in
        let parts = text.parts.map { part -> Text.Part in
          if case .literal(let literal) = part { .literal(escaping(literal)) } else { part }
        }
        return (item.name, parts)
      }
    }
    values = Dictionary(known) { first, _ in first }
  }

  /// - Returns: `nil` where the limit is passed.
  mutating func fill(_ text: Text) -> Text? {
    if values.isEmpty { return text }
    var parts: [Text.Part] = []
    for part in text.parts {
      guard case .literal(let literal) = part else {
        parts.append(part)
        continue
      }
      guard fill(literal, into: &parts) else { return nil }
    }
    return Text(parts)
  }

  private mutating func fill(_ literal: String, into parts: inout [Text.Part]) -> Bool {
    let bytes = literal.utf8
    var start = bytes.startIndex
    var position = start
    while let sign = bytes[position...].firstIndex(of: UInt8(ascii: "$")) {
      position = bytes.index(after: sign)
      guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "{") else { continue }
      let name = bytes[bytes.index(after: position)...].prefix { !"${}".utf8.contains($0) }
      position = name.endIndex
      guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "}"),
        let value = values[String(decoding: name, as: UTF8.self)]
      else { continue }
      bytesLeft -= value.reduce(0) { $0 + Self.size(of: $1) }
      guard bytesLeft >= 0 else { return false }
      position = bytes.index(after: position)
      parts.append(.literal(String(decoding: bytes[start..<sign], as: UTF8.self)))
      parts += value
      start = position
    }
    parts.append(.literal(String(decoding: bytes[start...], as: UTF8.self)))
    return true
  }

  private static func size(of part: Text.Part) -> Int {
    // References and open parts stand for short texts; counting them bounds the list of parts, too.
    if case .literal(let literal) = part { literal.utf8.count } else { 16 }
  }
}
