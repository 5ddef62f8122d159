internal import FindingModel

/// Names inside an SPDX document: letters, digits, full stops and hyphens.
enum SPDXIdentifier {
  private static let readableLength = 80

  /// `SPDXRef-npm-lodash-4.17.20-` and a hash, because two names may differ in other characters only.
  static func element(_ reference: String) -> String {
    "SPDXRef-" + readable(reference.dropFirst(reference.hasPrefix("pkg:") ? 4 : 0)) + "-" + hash(reference)
  }

  static func licence(_ words: String) -> String { "LicenseRef-" + readable(words[...]) + "-" + hash(words) }

  private static func readable(_ text: Substring) -> String {
    let characters = text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        byte
      default: UInt8(ascii: "-")
      }
    }
    let words = characters.prefix(readableLength).split(separator: UInt8(ascii: "-"))
    let joined = words.joined(separator: [UInt8(ascii: "-")])
    return words.isEmpty ? "x" : String(decoding: Array(joined), as: UTF8.self)
  }

  private static func hash(_ text: String) -> String {
    String(StableHash.hexadecimal(of: [text]).prefix(16))
  }
}
