internal import FindingModel

// Where several folders are scanned at once, each path is given as the user would write it from where they are.
extension String {
  func prefixed(_ prefix: String) -> String { prefix.isEmpty ? self : prefix + "/" + self }
}

extension SourceLocation {
  func prefixed(_ prefix: String) -> SourceLocation {
    guard !prefix.isEmpty else { return self }
    return SourceLocation(
      path: path.prefixed(prefix), line: Int(line), column: Int(column), endLine: Int(endLine),
      endColumn: Int(endColumn))
  }
}

extension NotChecked {
  func prefixed(_ prefix: String) -> NotChecked {
    NotChecked(path: path.prefixed(prefix), reason: reason, isError: isError)
  }
}

extension Unresolved {
  func prefixed(_ prefix: String) -> Unresolved {
    Unresolved(at: location.prefixed(prefix), expression: expression)
  }
}

extension ReportedFinding {
  func prefixed(_ prefix: String) -> ReportedFinding {
    guard !prefix.isEmpty else { return self }
    var moved = Finding(
      rule: finding.rule, risk: finding.risk, weaknesses: finding.weaknesses, severity: finding.severity,
      confidence: finding.confidence, title: finding.title, message: finding.message,
      remediation: finding.remediation, subject: finding.subject,
      // A file that no application holds has none to name.
      application: finding.application.isEmpty ? "" : finding.application.prefixed(prefix),
      functions: finding.functions,
      location: finding.location.prefixed(prefix),
      trace: finding.trace.map { TraceStep(at: $0.location.prefixed(prefix), note: $0.note) },
      references: finding.references, discriminator: finding.discriminator, condition: finding.condition)
    moved.profile = finding.profile
    moved.package = finding.package
    return ReportedFinding(moved, suppression: suppression, baseline: baseline)
  }
}

extension Finding {
  /// The report's order: path, line, column, rule, subject.
  func precedes(_ other: Finding) -> Bool {
    if location != other.location { return location < other.location }
    if rule != other.rule { return rule < other.rule }
    if subject.key != other.subject.key { return subject.key < other.subject.key }
    return discriminator < other.discriminator
  }
}
