import FindingModel

/// `1 function`, `2 functions`; `no functions` for none.
func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  switch number {
  case 0: "no \(plural ?? noun + "s")"
  case 1: "1 \(noun)"
  default: "\(number) \(plural ?? noun + "s")"
  }
}

/// Findings by severity, and those that do not count.
struct FindingCounts {
  private(set) var bySeverity: [Severity: Int] = [:]
  private(set) var active = 0
  private(set) var suppressed = 0
  private(set) var known = 0

  init(_ findings: [ReportedFinding]) {
    for reported in findings {
      guard reported.isActive else {
        suppressed += 1
        continue
      }
      active += 1
      bySeverity[reported.finding.severity, default: 0] += 1
      if reported.baseline == .unchanged { known += 1 }
    }
  }

  var worst: Severity? { bySeverity.keys.max() }

  /// `2 critical, 3 high`.
  var severities: String {
    Severity.worstFirst.compactMap { severity in
      bySeverity[severity].map { "\($0) \(severity.name)" }
    }
    .joined(separator: ", ")
  }

  /// `1 suppressed, 4 known from the baseline`; empty if neither happened.
  var setAside: String {
    [
      suppressed > 0 ? "\(suppressed) suppressed" : nil, known > 0 ? "\(known) known from the baseline" : nil,
    ]
    .compactMap { $0 }.joined(separator: ", ")
  }
}
