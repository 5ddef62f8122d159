package import FindingModel

/// The score of a CVSS vector, computed from its metrics.
package struct CVSSScore: Hashable, Sendable {
  /// Longest vector that is read, in bytes; one of version 4 with every metric has about 230.
  package static let lengthLimit = 512

  /// `2.0`, `3.0`, `3.1` or `4.0`.
  package let version: String
  /// From 0 to 10, with one decimal. Of versions 2 and 3 the base score; version 4 has one score, of all metrics
  /// that the vector gives.
  package let base: Double

  /// - Parameter vector: `CVSS:3.1/AV:N/…`, or `AV:N/AC:L/Au:N/…` of version 2, also in parentheses.
  /// - Returns: `nil` for a vector that breaks the specification.
  package init?(vector: String) {
    guard vector.utf8.count <= Self.lengthLimit else { return nil }
    return nil
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
