internal import FindingModel
internal import PackageModel

/// How bad an advisory says a flaw is.
struct AdvisoryRating {
  let severity: Severity
  /// From 0 to 10; `nil` where no vector says it.
  let score: Double?

  init(_ advisory: Advisory) {
    let scores = advisory.vectors.compactMap { CVSSScore(vector: $0) }
    // The newest version of the standard that the source gives is the one it stands by.
    let best = scores.max { ($0.version, $0.base) < ($1.version, $1.base) }
    score = best?.base
    severity = best?.severity ?? Self.severity(word: advisory.severityWord) ?? .medium
  }

  private static func severity(word: String?) -> Severity? {
    switch word?.uppercased() {
    case "CRITICAL": .critical
    case "HIGH", "IMPORTANT": .high
    case "MODERATE", "MEDIUM": .medium
    case "LOW": .low
    default: nil
    }
  }

  /// `high, 7.5`.
  var phrase: String {
    guard let score else { return severity.name }
    return "\(severity.name), \(score.oneDecimal)"
  }
}

extension Double {
  /// `7.5`: one digit after the point, rounded.
  var oneDecimal: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
