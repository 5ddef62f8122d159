internal import FindingModel
internal import SecretDetection
internal import SecretFiles

extension FuzzTarget {
  private static let formats: [SecretContext.Format] = [.value, .code, .data, .environment, .unknown]

  private static let paths = [
    "a.py", "a.min.js", "a.sh", "a.yaml", ".env", "Dockerfile", "a.ipynb", "yarn.lock", "a.po", "a.md",
    "a.csv",
    "a.pem", "test/a", "a",
  ]

  /// Bytes as a file of each kind: places on lines that there are, and no value in what is said of one.
  static func secretFiles(_ bytes: [UInt8]) -> String? {
    let lines = bytes.count { $0 == 0x0A } + 1
    for path in paths {
      _ = KeyFile(path: path, head: bytes)
      for secret in FileSecrets.secrets(in: bytes, path: path) {
        guard (1...lines).contains(Int(secret.location.line)), secret.location.column > 0 else {
          return "the place \(secret.location) is outside of \(lines) lines"
        }
        if secret.secret.value.utf8.count > 8, "\(secret)".contains(secret.secret.value), secret.name == nil {
          return "a secret is shown"
        }
      }
    }
    return nil
  }

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
