internal import SecretDetection

extension FuzzTarget {
  private static let formats: [SecretContext.Format] = [.value, .code, .data, .environment, .unknown]

  /// Bytes as a file of each format: places inside of the bytes, in order, and nothing of a secret shown.
  static func secrets(_ bytes: [UInt8]) -> String? {
    for format in formats {
      var end = 0
      for match in SecretScanner.secrets(in: bytes, context: SecretContext(format)) {
        guard match.range.lowerBound >= end, match.range.upperBound <= bytes.count, !match.range.isEmpty
        else {
          return "the place \(match.range) is behind \(end), or outside of \(bytes.count) bytes"
        }
        end = match.range.upperBound
        let secret = match.secret
        if secret.value.utf8.count > 8, "\(secret)".contains(secret.value) { return "a secret is shown" }
      }
    }
    return nil
  }
}
