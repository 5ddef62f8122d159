internal import FindingModel

/// An identifier that follows from the content: the same document has the same, any other another.
enum ContentIdentifier {
  /// Stands in a document until the rest of it is known.
  static let placeholder = "urn:uuid:"

  /// The document with its identifier, which is made from all the rest.
  ///
  /// - Parameter text: JSON with ``placeholder`` as the whole of one string. A text of the scanned files that says the
  ///   same comes after it, or has its quotation marks escaped.
  static func fill(_ text: String) -> String {
    let uuid = uuid(of: [text])
    return text.replacing("\"\(placeholder)\"", with: "\"\(placeholder)\(uuid)\"", maxReplacements: 1)
  }

  /// A UUID of version 8, which RFC 9562 leaves to the maker: made of a hash, without clock or chance.
  static func uuid(of parts: [String]) -> String {
    var digits = Array(StableHash.hexadecimal(of: parts).utf8)
    digits[12] = UInt8(ascii: "8")
    // The variant is `10` in the upper two bits.
    digits[16] = Array("89ab".utf8)[Int(digits[16]) & 3]
    let text = String(decoding: digits, as: UTF8.self)
    var groups: [Substring] = []
    var rest = text[...]
    for length in [8, 4, 4, 4, 12] {
      groups.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return groups.joined(separator: "-")
  }
}
