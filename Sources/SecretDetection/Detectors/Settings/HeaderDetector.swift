internal import FindingModel

/// `Basic …` that decodes to a user and a password, `Bearer …` with a random token.
struct HeaderDetector: Detector {
  let anchors = [Anchor("basic ", ignoresCase: true), Anchor("bearer ", ignoresCase: true)]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    guard bytes.isBoundary(before: anchor) else { return nil }
    return bytes[anchor + 1].lowercased == UInt8(ascii: "a")
      ? basic(bytes, from: anchor + 6, context) : bearer(bytes, from: anchor + 7, context)
  }

  private func basic(_ bytes: ByteView, from start: Int, _ context: SecretContext) -> RankedMatch? {
    let end = bytes.end(of: .paddedBase64, from: start, limit: 300)
    guard end - start >= 12, let password = Credentials.password(inBase64: bytes.array(start..<end), context)
    else {
      return nil
    }
    return RankedMatch(
      DetectedSecret(.basicAuthorization, password, evidence: "it decodes to a user and a password"),
      at: start..<end, .form)
  }

  private func bearer(_ bytes: ByteView, from start: Int, _ context: SecretContext) -> RankedMatch? {
    let end = bytes.end(of: .percentEncoded, from: start, limit: 400)
    let token = bytes.text(start..<end)
    guard (20..<400).contains(end - start), context.trustsNames, !context.isTest,
      SecretValue.looksRandom(token),
      Plausibility.isRandom(Array(token.utf8)), !CodeReference.isOne(token)
    else { return nil }
    return RankedMatch(DetectedSecret(.bearerToken, token, confidence: .medium), at: start..<end, .named)
  }
}

/// A user and a password with a colon between them.
enum Credentials {
  static func password(inBase64 text: [UInt8], _ context: SecretContext) -> String? {
    guard let decoded = Base64.decoded(text), decoded.count >= 6,
      decoded.allSatisfy({ (0x20...0x7E).contains($0) }),
      let colon = decoded.firstIndex(of: UInt8(ascii: ":")),
      colon > 0
    else { return nil }
    let user = String(decoding: decoded[..<colon], as: UTF8.self)
    let password = String(decoding: decoded[(colon + 1)...], as: UTF8.self)
    return PasswordText.isPlausible(password, user: user, isFile: true) && !context.isTest ? password : nil
  }
}
