internal import FindingModel

/// `eyJ….eyJ….…`: a token whose header and claims decode, and whose signature has the length of its algorithm.
struct WebTokenDetector: Detector {
  /// Bytes of the longest of the three parts.
  static let partLimit = 4_000

  let anchors = [Anchor("eyJ")]

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    let previous = bytes[anchor - 1]
    guard bytes.isBoundary(before: anchor), !ByteSet.wordAndDot.contains(previous) || isEscaped(bytes, anchor)
    else {
      return nil
    }
    var ends: [Int] = []
    var start = anchor
    for _ in 0..<3 {
      let end = bytes.end(of: .word, from: start, limit: Self.partLimit)
      ends.append(end)
      guard bytes[end] == UInt8(ascii: "."), ends.count < 3 else { break }
      start = end + 1
    }
    guard ends.count == 3, bytes.holds(Array("eyJ".utf8), at: ends[0] + 1),
      let header = Self.object(bytes.array(anchor..<ends[0])), let algorithm = header.text(of: "alg"),
      let claims = Self.object(bytes.array((ends[0] + 1)..<ends[1])), claims.isAboutSomebody,
      !claims.isExample,
      let signature = Base64.decoded(bytes.array((ends[1] + 1)..<ends[2])),
      Self.fits(signature.count, algorithm)
    else { return nil }
    let value = bytes.text(anchor..<ends[2])
    guard let secret = secret(value, claims, algorithm, context) else { return nil }
    return RankedMatch(secret, at: anchor..<ends[2], .structure)
  }

  private func isEscaped(_ bytes: ByteView, _ position: Int) -> Bool {
    bytes[position - 2] == UInt8(ascii: "\\") || bytes[position - 3] == UInt8(ascii: "%")
  }

  private func secret(
    _ value: String, _ claims: Claims, _ algorithm: String, _ context: SecretContext
  ) -> DetectedSecret? {
    if claims.text(of: "iss")?.contains("supabase") == true {
      // The anonymous key is made to be public.
      guard claims.text(of: "role") == "service_role" else { return nil }
      return DetectedSecret(
        .supabaseServiceKey, value, publicPrefix: 3, evidence: "it decodes to the role service_role")
    }
    let confidence: Confidence = context.isTest || context.format == .prose ? .low : .medium
    if algorithm.lowercased() == "none" {
      return DetectedSecret(
        .webToken, value, publicPrefix: 3, confidence: confidence, severity: .low,
        evidence: "it is not signed, so anybody can write one")
    }
    if let expiry = claims.number(of: "exp"), let today = context.today, expiry < today.secondsSince1970 {
      return DetectedSecret(
        .webToken, value, publicPrefix: 3, confidence: confidence, severity: .low, evidence: "it has expired")
    }
    return DetectedSecret(
      .webToken, value, publicPrefix: 3, confidence: confidence,
      evidence: "its header and claims decode, and it is signed with \(algorithm.prefix(10))")
  }

  private static func fits(_ bytes: Int, _ algorithm: String) -> Bool {
    switch algorithm {
    case "HS256": bytes == 32
    case "HS384": bytes == 48
    case "HS512": bytes == 64
    case "ES256", "ES256K", "EdDSA": bytes == 64
    case "ES384": bytes == 96
    case "ES512": bytes == 132
    case "none", "None", "NONE": bytes < 128
    case _ where algorithm.hasPrefix("RS") || algorithm.hasPrefix("PS"): (128...1024).contains(bytes)
    default: false
    }
  }

  private static func object(_ part: [UInt8]) -> Claims? {
    guard let bytes = Base64.decoded(part), bytes.first == UInt8(ascii: "{"),
      bytes.last(where: { !ByteSet.whitespace.contains($0) }) == UInt8(ascii: "}")
    else { return nil }
    return Claims(text: String(decoding: bytes, as: UTF8.self))
  }
}

/// Fields of a decoded part; read by their names, wherever in it they stand.
private struct Claims {
  let text: String

  func text(of name: String) -> String? {
    guard let value = value(of: name), value.first == "\"" else { return nil }
    return String(value.dropFirst().prefix { $0 != "\"" })
  }

  func number(of name: String) -> Int? { value(of: name).flatMap { Int($0.prefix(while: \.isNumber)) } }

  private func value(of name: String) -> Substring? {
    guard let key = text.firstRange(of: "\"\(name)\"") else { return nil }
    let rest = text[key.upperBound...].drop(while: \.isWhitespace)
    return rest.first == ":" ? rest.dropFirst().drop(while: \.isWhitespace) : nil
  }

  /// Whether it has a claim by which a service knows whom it is for, or until when.
  var isAboutSomebody: Bool { Self.registered.isIn(text) }

  private static let registered = WordList(
    [
      "exp", "iat", "iss", "sub", "aud", "jti", "nbf", "uid", "user", "user_id", "userid", "email", "role",
      "scope", "id",
    ]
    .map { "\"\($0)\"" })

  private static let examples = WordList(["\"1234567890\"", "john doe", "\"example\"", "example.com"])

  /// What the pages that explain these tokens show.
  var isExample: Bool {
    Self.examples.isIn(text)
  }
}

extension CalendarDate {
  fileprivate var secondsSince1970: Int {
    CalendarDate(year: 1970, month: 1, day: 1).map { days(since: $0) * 86_400 } ?? 0
  }
}
