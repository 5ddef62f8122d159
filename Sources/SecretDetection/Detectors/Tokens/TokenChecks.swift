internal import Digests

/// What issuers let one verify about their tokens.
enum TokenChecks {
  /// Six digits of base 62 at the end are the checksum of the thirty before them.
  ///
  /// https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  @Sendable static func gitHub(_ token: [UInt8]) -> TokenDetector.Outcome {
    hasChecksum(token) ? .verified("its checksum is right") : .refuted
  }

  /// As GitHub's; not documented as firmly, so a wrong one refutes nothing.
  @Sendable static func npm(_ token: [UInt8]) -> TokenDetector.Outcome {
    hasChecksum(token) ? .verified("its checksum is right") : .plausible
  }

  private static func hasChecksum(_ token: [UInt8]) -> Bool {
    CRC32.checksum(token.dropFirst(4).prefix(30)).base62 == Array(token.suffix(6))
  }

  /// Seven digits of base 36 at the end are the checksum of everything before them.
  @Sendable static func routable(_ token: [UInt8]) -> TokenDetector.Outcome {
    CRC32.checksum(token.dropLast(7)).base36 == Array(token.suffix(7))
      ? .verified("its checksum is right") : .plausible
  }

  /// Eight hexadecimal digits at the end are the checksum of what stands before the last sign, low byte first.
  @Sendable static func grafana(_ token: [UInt8]) -> TokenDetector.Outcome {
    let checksum = CRC32.checksum(token.dropLast(9)).byteSwapped
    let bytes = stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: checksum >> UInt32($0)) }
    return bytes.hexadecimal.utf8.elementsEqual(token.suffix(8))
      ? .verified("its checksum is right") : .refuted
  }

  /// Keys of the present generation hold the number of their account in bits 1 to 40 behind the prefix.
  ///
  /// https://awsteele.com/blog/2020/09/26/aws-access-key-format.html
  @Sendable static func awsAccount(_ token: [UInt8]) -> TokenDetector.Outcome {
    guard let account = account(ofAccessKey: token) else { return .plausible }
    guard account <= 999_999_999_999 else { return .refuted }
    let digits = String(account)
    return .verified(
      "it belongs to the account \(String(repeating: "0", count: 12 - digits.count))\(digits)")
  }

  /// `nil` for a key of the older generation, whose first bit is unset.
  private static func account(ofAccessKey token: [UInt8]) -> UInt64? {
    let bits = token.dropFirst(4).prefix(9).reduce(UInt64(0)) { $0 << 5 | UInt64(base32($1)) }
    // 45 bits: the generation, forty of the account, four of what follows.
    return bits >> 44 & 1 == 1 ? bits >> 4 & (1 << 40 - 1) : nil
  }

  private static func base32(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte - 0x41 : (0x32...0x37).contains(byte) ? byte - 0x32 + 26 : 0
  }

  /// A macaroon of the second version, whole to its signature.
  @Sendable static func pypi(_ token: [UInt8]) -> TokenDetector.Outcome {
    guard let bytes = Base64.decoded(token.dropFirst(5)), Macaroon.isWhole(bytes) else { return .refuted }
    return .verified("it decodes to a macaroon")
  }

  /// An object of JSON behind the last `_` before it.
  @Sendable static func jsonBody(_ token: [UInt8]) -> TokenDetector.Outcome {
    isObject(token.drop { $0 != UInt8(ascii: "_") }.dropFirst(), with: "\"k\"")
      ? .verified("it decodes to a key with its organisation") : .refuted
  }

  @Sendable static func jsonAll(_ token: [UInt8]) -> TokenDetector.Outcome {
    isObject(token[...], with: "\"n\"") ? .verified("it decodes to a key with its name") : .refuted
  }

  @Sendable static func onePassword(_ token: [UInt8]) -> TokenDetector.Outcome {
    isObject(token.dropFirst(4), with: "\"secretKey\"")
      ? .verified("it decodes to the credentials of a service account") : .refuted
  }

  @Sendable static func mapbox(_ token: [UInt8]) -> TokenDetector.Outcome {
    let payload = token.dropFirst(3).prefix { $0 != UInt8(ascii: ".") }
    return isObject(payload, with: "\"u\"") ? .verified("it decodes to the name of its account") : .refuted
  }

  /// `Z` is their escape: only `A` to `D` follow it, and no token is without one.
  @Sendable static func facebook(_ token: [UInt8]) -> TokenDetector.Outcome {
    let followers = zip(token, token.dropFirst()).filter { $0.0 == UInt8(ascii: "Z") }.map(\.1)
    let areEscapes = followers.allSatisfy { (0x41...0x44).contains($0) }
    return areEscapes && followers.count > 1 ? .plausible : .refuted
  }

  private static func isObject(_ text: ArraySlice<UInt8>, with name: String) -> Bool {
    guard let bytes = Base64.decoded(text), bytes.first == UInt8(ascii: "{") else { return false }
    return String(decoding: bytes, as: UTF8.self).contains(name)
  }
}

/// The binary form of macaroons, version 2: fields of a type, a length and so many bytes.
enum Macaroon {
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    var position = 1
    // A field of type 0 ends a section, two of them all caveats; then the signature follows.
    while position < bytes.count {
      let type = bytes[position]
      position += 1
      if type == 0 { continue }
      guard let length = varint(bytes, &position), length <= bytes.count - position else { return false }
      if type == 6 { return length == 32 && position + length == bytes.count }
      position += length
    }
    return false
  }

  /// At most two bytes: no field of a token is longer than 16 KB.
  private static func varint(_ bytes: [UInt8], _ position: inout Int) -> Int? {
    guard position < bytes.count else { return nil }
    let first = Int(bytes[position])
    position += 1
    guard first >= 0x80 else { return first }
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return first & 0x7F | Int(bytes[position]) << 7
  }
}
