internal import FindingModel

/// `curl -u user:password …`, in whatever file runs or shows it.
struct CurlUserDetector: Detector {
  /// Bytes before the option in which the program's name is looked for.
  static let reach = 200

  let anchors = [Anchor(" -u "), Anchor(" -u\""), Anchor(" -u'"), Anchor("--user ")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    guard !context.isTest, context.trustsNames, isOfCurl(bytes, anchor) else { return nil }
    var start = anchor + (bytes[anchor] == UInt8(ascii: "-") ? 7 : 3)
    while [0x20, 0x22, 0x27, 0x5C].contains(bytes[start]), start < anchor + 12 { start += 1 }
    let end = bytes.end(of: Self.text, from: start, limit: 200)
    guard let colon = (start..<end).first(where: { bytes[$0] == UInt8(ascii: ":") }), colon > start else {
      return nil
    }
    let password = bytes.text((colon + 1)..<end)
    guard PasswordText.isPlausible(password, user: bytes.text(start..<colon), isFile: true) else {
      return nil
    }
    return RankedMatch(
      DetectedSecret(.basicAuthorization, password, confidence: .medium, evidence: "curl logs in with it"),
      at: (colon + 1)..<end, .form)
  }

  private func isOfCurl(_ bytes: ByteView, _ anchor: Int) -> Bool {
    var position = anchor
    while position > max(0, anchor - Self.reach), bytes[position - 1] != 0x0A {
      position -= 1
      if bytes.holds(Array("curl ".utf8), at: position) { return true }
    }
    return false
  }

  private static let text: ByteSet = ByteSet((0x21...0x7E).filter { ![0x22, 0x27, 0x5C, 0x60].contains($0) })
}
