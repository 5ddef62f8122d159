/// How much a finding matters if it is true.
package enum Severity: Int, CaseIterable, Hashable, Sendable {
  case info
  case low
  case medium
  case high
  case critical

  package var name: String {
    switch self {
    case .info: "info"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  /// - Returns: `nil` for a word that is no severity; case does not matter.
  package init?(name: String) {
    guard let match = Severity.allCases.first(where: { $0.name == name.lowercased() }) else { return nil }
    self = match
  }
}

extension Severity: Comparable {
  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// How sure the engine is that a finding is true.
package enum Confidence: Int, CaseIterable, Hashable, Sendable {
  case low
  case medium
  case high

  package var name: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }
}

extension Confidence: Comparable {
  package static func < (left: Confidence, right: Confidence) -> Bool { left.rawValue < right.rawValue }
}
