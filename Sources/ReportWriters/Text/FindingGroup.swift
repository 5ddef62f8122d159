import FindingModel

/// Findings that are read together: those of one function, or of one other subject.
struct FindingGroup {
  let application: String
  let title: String
  /// `nil` for a subject that no function or several functions depend on.
  let function: FunctionSummary?
  /// Worst first, then as in the report.
  let findings: [ReportedFinding]

  private struct Key: Hashable {
    let application: String
    let subject: Subject
  }

  /// Groups of functions as in the function table, then the others, worst first.
  static func all(of findings: [ReportedFinding], functions: [FunctionSummary]) -> [FindingGroup] {
    let byKey = Dictionary(grouping: findings) { reported in
      Key(application: reported.finding.application, subject: reported.finding.owner)
    }
    let summaries = Dictionary(
      functions.map { (Key(application: $0.application, subject: .function(name: $0.name)), $0) },
      uniquingKeysWith: { first, _ in first })
    return byKey.map { key, findings in
      FindingGroup(
        application: key.application, title: title(of: key.subject), function: summaries[key],
        findings: worstFirst(findings))
    }
    .sorted(by: precedes)
  }

  private static func title(of subject: Subject) -> String {
    if case .function(let name) = subject { return name }
    return "\(subject.name) (\(subject.kind))"
  }

  private static func worstFirst(_ findings: [ReportedFinding]) -> [ReportedFinding] {
    // Sorting is not promised to be stable, so the order of the report takes part.
    findings.enumerated().sorted { left, right in
      let severities = (left.element.finding.severity, right.element.finding.severity)
      return severities.0 == severities.1 ? left.offset < right.offset : severities.0 > severities.1
    }
    .map(\.element)
  }

  private static func precedes(_ left: FindingGroup, _ right: FindingGroup) -> Bool {
    if left.application != right.application { return left.application < right.application }
    let scores = (left.function?.riskScore ?? -1, right.function?.riskScore ?? -1)
    if scores.0 != scores.1 { return scores.0 > scores.1 }
    let worst = (left.findings.first?.finding.severity, right.findings.first?.finding.severity)
    if let first = worst.0, let second = worst.1, first != second { return first > second }
    return left.title < right.title
  }
}

extension Finding {
  /// What it is listed under: the only function it affects, or else its subject.
  fileprivate var owner: Subject { onlyFunction.map { .function(name: $0) } ?? subject }
}

extension [FunctionSummary] {
  /// Highest score first, then by application and name.
  var riskiestFirst: [FunctionSummary] {
    sorted { left, right in
      if left.riskScore != right.riskScore { return left.riskScore > right.riskScore }
      if left.application != right.application { return left.application < right.application }
      return left.name < right.name
    }
  }
}
