package import FindingModel

/// The score of a CVSS vector, computed from its metrics.
package struct CVSSScore: Hashable, Sendable {
  /// Longest vector that is read, in bytes; one of version 4 with every metric has about 230.
  package static let lengthLimit = 512

  /// `2.0`, `3.0`, `3.1` or `4.0`.
  package let version: String
  /// From 0 to 10, with one decimal.
  ///
  /// Of versions 2 and 3 the base score; version 4 has one score, of all metrics that the vector gives.
  package let base: Double

  /// - Parameter vector: `CVSS:3.1/AV:N/…`, or `AV:N/AC:L/Au:N/…` of version 2, also in parentheses.
  /// - Returns: `nil` for a vector that breaks the specification.
  package init?(vector: String) {
    guard vector.utf8.count <= Self.lengthLimit else { return nil }
    if let metrics = Self.metrics(of: vector, "CVSS:3.1/", CVSS3.metrics, mandatory: CVSS3.mandatory) {
      self.init(version: "3.1", base: CVSS3.base(metrics))
    } else if let metrics = Self.metrics(of: vector, "CVSS:4.0/", CVSS4.metrics, mandatory: CVSS4.mandatory) {
      self.init(version: "4.0", base: CVSS4(metrics).score)
    } else if let metrics = Self.metrics(of: vector, "CVSS:3.0/", CVSS3.metrics, mandatory: CVSS3.mandatory) {
      self.init(version: "3.0", base: CVSS3.base(metrics))
    } else if let metrics = CVSSMetrics(
      Self.secondVersion(vector), known: CVSS2.metrics, mandatory: CVSS2.mandatory)
    {
      self.init(version: "2.0", base: CVSS2.base(metrics))
    } else {
      return nil
    }
  }

  private init(version: String, base: Double) {
    self.version = version
    self.base = base
  }

  private static func metrics(
    of vector: String, _ prefix: String, _ known: KeyValuePairs<String, String>, mandatory: Int
  ) -> CVSSMetrics? {
    guard vector.hasPrefix(prefix) else { return nil }
    return CVSSMetrics(vector.dropFirst(prefix.count), known: known, mandatory: mandatory)
  }

  /// Version 2 has no prefix of its own; some write one, others parentheses.
  private static func secondVersion(_ vector: String) -> Substring {
    if vector.hasPrefix("("), vector.hasSuffix(")") { return vector.dropFirst().dropLast() }
    return vector.hasPrefix("CVSS:2.0/") ? vector.dropFirst("CVSS:2.0/".count) : vector[...]
  }

  /// To one decimal; half of a tenth is rounded up, also where a double is a trifle below it.
  ///
  /// - Parameter score: Not negative.
  static func rounded(_ score: Double) -> Double {
    Double(Int(score * 10 + 0.5 + 1e-9)) / 10
  }

  /// By the specification's bands, of version 2 by those of the NVD; `nil` for a score of zero.
  package var severity: Severity? {
    switch base {
    case ..<0.1: nil
    case ..<4: .low
    case ..<7: .medium
    case ..<9: .high
    default: version == "2.0" ? .high : .critical
    }
  }
}
