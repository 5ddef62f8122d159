/// Forty characters of base 64 near an access key id of AWS: its other half.
struct AWSSecretDetector: Detector {
  /// Bytes before and after the id in which the secret is looked for.
  static let reach = 300

  let anchors = [Anchor("AKIA"), Anchor("ASIA")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    let idEnd = bytes.end(of: .base32, from: anchor + 4, limit: 17)
    guard idEnd - anchor == 20, bytes.isBoundary(before: anchor), bytes.isBoundary(after: idEnd),
      Plausibility.isRandom(bytes.array((anchor + 4)..<idEnd))
    else { return nil }
    return secret(bytes, in: idEnd..<(idEnd + Self.reach))
      ?? secret(bytes, in: max(0, anchor - Self.reach)..<anchor)
  }

  private func secret(_ bytes: ByteView, in range: Range<Int>) -> RankedMatch? {
    var position = range.lowerBound
    while position < min(range.upperBound, bytes.count) {
      let end = bytes.end(of: .base64, from: position, limit: 64)
      if end - position == 40, bytes[position - 1] != UInt8(ascii: "="), bytes[end] != UInt8(ascii: "="),
        AWSSecret.isOne(bytes.array(position..<end)), bytes.isBoundary(before: position)
      {
        let secret = DetectedSecret(
          .awsSecretKey, bytes.text(position..<end), evidence: "an access key id stands beside it")
        return RankedMatch(secret, at: position..<end, .form)
      }
      position = max(end, position) + 1
    }
    return nil
  }
}

/// What can be said of a secret access key by itself.
package enum AWSSecret {
  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.count == 40 && bytes.allSatisfy(ByteSet.base64.contains)
      && bytes.contains { (0x41...0x5A).contains($0) } && bytes.contains { (0x61...0x7A).contains($0) }
      && bytes.contains { (0x30...0x39).contains($0) } && Plausibility.isRandom(bytes, minimum: 4)
  }

  /// Whether the name beside it says what it is: forty characters have no mark of their own.
  package static func isOne(_ value: String, name: String) -> Bool {
    // The length is the cheap question, and nearly every text of a template fails it.
    guard value.utf8.count == 40 else { return false }
    let name = name.lowercased().filter(\.isLetter)
    return (name.contains("secretaccesskey") || name.contains("awssecret")) && isOne(Array(value.utf8))
  }
}
