internal import Digests
internal import PackageModel

/// Reads digests in the notations of lockfiles.
enum Integrity {
  /// Subresource integrity, `sha512-<base64> sha1-<base64>`; what is none is left out.
  static func subresource(_ text: String) -> [IntegrityHash] {
    text.split(separator: " ").prefix(countLimit).compactMap { part in
      // Options may follow a question mark.
      let digest = part.prefix { $0 != "?" }
      guard let dash = digest.firstIndex(of: "-"),
        let bytes = base64(digest[digest.index(after: dash)...])
      else { return nil }
      return checked(String(digest[..<dash]), bytes.hexadecimal)
    }
  }

  /// `sha256:<hexadecimal>` or `sha256=<hexadecimal>`.
  static func labelled(_ text: some StringProtocol) -> IntegrityHash? {
    guard let mark = text.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
    return checked(String(text[..<mark]), String(text[text.index(after: mark)...]))
  }

  /// A hash whose digits are as many as its algorithm gives; an unknown algorithm is believed.
  static func checked(_ algorithm: String, _ digits: String) -> IntegrityHash? {
    guard !digits.isEmpty, digits.utf8.count <= digitLimit, digits.utf8.allSatisfy(isHexadecimal) else {
      return nil
    }
    let hash = IntegrityHash(algorithm: algorithm, hexadecimal: digits)
    guard let expected = lengths[hash.algorithm] else { return hash }
    return digits.utf8.count == expected ? hash : nil
  }

  /// Of one package; some have a hash for every platform.
  static let countLimit = 500
  private static let digitLimit = 256
  private static let lengths = [
    "md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128,
  ]

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// Both alphabets, with or without padding; `nil` for anything else.
  static func base64(_ text: some StringProtocol) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="): continue
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result.isEmpty ? nil : result
  }
}
