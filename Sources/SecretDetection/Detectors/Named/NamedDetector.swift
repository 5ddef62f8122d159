internal import FindingModel

/// Constants beside names that promise a secret: `DATADOG_API_KEY = "…"`, `password: …`.
struct NamedDetector: Detector {
  let anchors = [
    "password", "passwd", "passphrase", "passcode", "_pass", "pwd", "secret", "token", "apikey", "api_key",
    "api-key",
    "accesskey", "access_key", "access-key", "privatekey", "private_key", "authkey", "auth_key", "credential",
    "_key",
    "-key", "license",
  ].map { Anchor($0, ignoresCase: true) }

  func match(in bytes: ByteView, at anchor: Int, context: SecretContext) -> RankedMatch? {
    guard context.trustsNames, let assignment = Assignment(bytes, around: anchor, context: context),
      (6...Assignment.valueLimit).contains(assignment.value.count)
    else { return nil }
    guard isKey(bytes.array(assignment.value)) else { return nil }
    let value = bytes.text(assignment.value)
    if AWSSecret.isOne(value, name: assignment.name) {
      let secret = DetectedSecret(
        .awsSecretKey, value, confidence: context.isTest ? .low : .high, evidence: "its name says what it is")
      return RankedMatch(secret, at: assignment.value, .structure)
    }
    if let service = Service.of(name: assignment.name, value: value) {
      let secret = DetectedSecret(
        service, value, confidence: context.isTest ? .low : .medium, evidence: "its name and form fit")
      return RankedMatch(secret, at: assignment.value, .service)
    }
    guard !context.isTest, let confidence = Names.confidence(name: assignment.name, value: value) else {
      return nil
    }
    return RankedMatch(
      DetectedSecret(.namedSecret, value, confidence: confidence), at: assignment.value, .named)
  }

  /// Without blanks, and more than a word; most constants beside such names are no more than that.
  private func isKey(_ value: [UInt8]) -> Bool {
    var digits = 0
    var capitals = 0
    var smalls = 0
    var signs = 0
    for byte in value {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A: capitals += 1
      case 0x61...0x7A: smalls += 1
      case 0x2D, 0x2E, 0x5F: continue
      case 0x21...0x7E: signs += 1
      default: return false
      }
    }
    return digits > 0 || signs > 1 || (capitals > 1 && smalls > 1)
  }
}
