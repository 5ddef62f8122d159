internal import FindingModel

/// `PuTTY-User-Key-File-3: ssh-ed25519` with its private lines.
struct PuTTYKeyDetector: Detector {
  let anchors = [Anchor("PuTTY-User-Key-File-")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    let text = bytes.text(anchor..<(anchor + 8_000))
    guard let lines = text.firstRange(of: "Private-Lines: "),
      text.contains("Private-MAC: ") || text.contains("Private-Hash: ")
    else { return nil }
    let rest = text[lines.upperBound...].drop(while: \.isNumber)
    let body = rest.utf8.prefix(7_000).drop { ByteSet.whitespace.contains($0) }
      .prefix { ByteSet.paddedBase64.contains($0) || ByteSet.whitespace.contains($0) }
      .prefix { $0 != UInt8(ascii: ":") }
    guard body.count >= 40 else { return nil }
    let isOpen = text.contains("Encryption: none")
    let secret = DetectedSecret(
      isOpen ? .privateKey : .encryptedPrivateKey, String(body.prefix(200)) ?? "",
      confidence: context.isTest ? .low : .high, evidence: "it is a PuTTY key file")
    let length = text[..<lines.upperBound].utf8.count + body.count
    return RankedMatch(secret, at: anchor..<(anchor + length), .structure)
  }
}
