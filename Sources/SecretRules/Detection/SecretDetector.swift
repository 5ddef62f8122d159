/// Finds secrets by their form.
///
/// Cost is linear in the length of the text.
enum SecretDetector {
  /// Texts beyond this many bytes are searched up to here; a template's own limit is below 1 MB.
  static let byteLimit = 1_000_000

  static func secrets(in text: String) -> [DetectedSecret] {
    let bytes = Array(text.utf8.prefix(byteLimit))
    guard bytes.count >= 12 else { return [] }
    var found = tokens(in: bytes)
    if let colon = bytes.firstIndex(of: 0x3A), colon + 2 < bytes.count {
      found += AddressDetector.addresses(in: bytes)
    }
    if bytes.contains(0x3D) { found += ConnectionStringDetector.secrets(in: text) }
    if text.utf8.count > 100, let key = PrivateKeyDetector.key(in: text) { found.append(key) }
    var seen: Set<DetectedSecret> = []
    return found.filter { seen.insert($0).inserted }
  }

  private static func tokens(in bytes: [UInt8]) -> [DetectedSecret] {
    var found: [DetectedSecret] = []
    var position = 0
    var isBoundary = true
    while position < bytes.count {
      let byte = bytes[position]
      if isBoundary, let (secret, end) = token(in: bytes, at: position) {
        found.append(secret)
        position = end
        isBoundary = false
        continue
      }
      isBoundary = !byte.isLetterOrDigit && byte != 0x5F
      position += 1
    }
    return found
  }

  private static func token(in bytes: [UInt8], at start: Int) -> (DetectedSecret, end: Int)? {
    for shape in TokenShape.byFirstByte[Int(bytes[start])] {
      guard let end = shape.end(in: bytes, at: start) else { continue }
      let value = String(decoding: bytes[start..<end], as: UTF8.self)
      return (DetectedSecret(shape.kind, value, publicPrefix: shape.prefix.count), end)
    }
    return WebTokenDetector.token(in: bytes, at: start)
  }
}

/// `eyJ….eyJ….…`: a token whose header can be decoded.
enum WebTokenDetector {
  static func token(in bytes: [UInt8], at start: Int) -> (DetectedSecret, end: Int)? {
    guard bytes[start...].starts(with: Array("eyJ".utf8)) else { return nil }
    let rest = bytes[start...].prefix { TokenShape.Alphabet.wordAndDot.contains($0) }
    let parts = rest.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].starts(with: Array("eyJ".utf8)), parts[2].count >= 16,
      let header = decoded(parts[0].prefix(2_000)),
      header.first == UInt8(ascii: "{"), String(decoding: header, as: UTF8.self).contains("\"alg\"")
    else { return nil }
    return (DetectedSecret(.webToken, String(decoding: rest, as: UTF8.self), publicPrefix: 3), rest.endIndex)
  }

  /// Base64 in the alphabet for addresses, without padding; `nil` for other bytes.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in text {
      guard let value = sextet(byte) else { return nil }
      buffer = (buffer << 6 | UInt32(value)) & 0xFFFF
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      result.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
    }
    return result
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2D: 62
    case 0x5F: 63
    default: nil
    }
  }
}
