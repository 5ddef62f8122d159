internal import FindingModel

/// A token that is known by a form of its own.
struct TokenDetector: Detector {
  /// What the issuer lets one verify about a token beyond its form.
  enum Outcome {
    /// It is none: its checksum is wrong, or its body cannot be decoded.
    case refuted
    case plausible
    /// It is one; with a clause that says why.
    case verified(String)
    /// It is one that opens little; with a clause that says why.
    case weak(String)
  }

  typealias Check = @Sendable ([UInt8]) -> Outcome

  let kind: SecretKind
  let pattern: TokenPattern
  private let confidence: Confidence
  private let severity: Severity?
  private let check: Check?
  private let isPublicPrefix: Bool
  /// Bytes between the start of a token and the literal by which it is found.
  private let distance: Int

  /// - Parameters:
  ///   - notation: See ``TokenPattern``.
  ///   - severity: If it is not the kind's own, as with keys for tests.
  /// - Returns: `nil` if the notation is wrong, which a test of the tables looks for.
  init?(
    _ kind: SecretKind, _ notation: String, _ confidence: Confidence = .high, severity: Severity? = nil,
    check: Check? = nil
  ) {
    guard let pattern = TokenPattern(notation), !pattern.anchors.literals.isEmpty else { return nil }
    distance = pattern.anchors.distance
    self.kind = kind
    self.pattern = pattern
    self.confidence = confidence
    self.severity = severity
    self.check = check
    isPublicPrefix = pattern.publicPrefix > 2
  }

  var anchors: [Anchor] { pattern.anchors.literals.map { Anchor($0) } }

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    let start = anchor - distance
    guard start >= 0, bytes.isBoundary(before: start) || !bytes[start].isLetterOrDigit,
      let end = pattern.end(in: bytes, at: start), bytes.isBoundary(after: end),
      !pattern.continues(with: bytes[end])
    else { return nil }
    let token = bytes.array(start..<end)
    let body = pattern.secretPart(of: token)
    guard Plausibility.isRandom(body) else { return nil }
    switch check?(token) ?? .plausible {
    case .refuted: return nil
    case .plausible: return match(token, start..<end, confidence, severity, nil)
    case .verified(let evidence): return match(token, start..<end, .high, severity, evidence)
    case .weak(let evidence): return match(token, start..<end, confidence, .low, evidence)
    }
  }

  private func match(
    _ token: [UInt8], _ range: Range<Int>, _ confidence: Confidence, _ severity: Severity?,
    _ evidence: String?
  ) -> RankedMatch {
    let secret = DetectedSecret(
      kind, String(decoding: token, as: UTF8.self), publicPrefix: isPublicPrefix ? pattern.publicPrefix : 0,
      confidence: confidence, severity: severity, evidence: evidence)
    return RankedMatch(secret, at: range, .form)
  }
}
