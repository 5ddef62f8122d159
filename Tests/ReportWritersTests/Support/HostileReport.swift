import FindingModel

/// A report in which every text is an attack on whoever shows it.
enum HostileReport {
  static let attacks = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "'-alert(1)-'",
    "\u{1B}[2J\u{1B}[31mowned\u{1B}[0m",
    "\u{1B}]8;;https://evil.example\u{7}click\u{1B}]8;;\u{7}",
    "\u{9B}2J\u{90}q\u{9C}",
    "\u{202E}gnp.exe\u{2066}",
    "line one\r\nline two\u{2028}three\u{0}",
    "{\"a\": \"\\\"}",
    "[click](https://evil.example)",
    "javascript:alert(1)",
    "//evil.example/share",
    "https://evil.example/../..",
    "\\\\evil\\share\\..\\c$",
    "a%2F..%00?query#fragment",
    "日本語テンプレート e\u{301}\u{301}\u{301} 👩‍👩‍👧‍👦",
    "",
    " \t ",
  ]

  static func report(_ attack: String) -> ScanReport {
    let place = SourceLocation(path: attack, line: -3, column: 0, endLine: Int(Int32.max), endColumn: -1)
    let finding = Finding(
      rule: attack, risk: .eventInjection, weaknesses: [-1, 0, Int.max], severity: .critical,
      confidence: .low, title: attack, message: attack, remediation: attack + "\n\n" + attack,
      subject: .resource(name: attack, type: attack), application: attack, functions: [attack],
      location: place, trace: [TraceStep(at: place, note: attack)], references: [attack],
      discriminator: attack, condition: attack)
    let shared = Finding(
      rule: attack, risk: .flowManipulation, weaknesses: [], severity: .info, confidence: .high,
      title: attack, message: attack, remediation: attack, subject: .package(name: attack, version: attack),
      application: attack, functions: [attack, "other"], location: place, references: [],
      discriminator: attack)
    let function = FunctionSummary(
      name: attack, application: attack, runtime: attack, handler: attack, location: place,
      exposure: .internet, exposurePaths: [attack], riskScore: Int.max, verdict: .fix, verdictReason: attack,
      risks: [.eventInjection: .critical])
    return ScanReport(
      toolVersion: attack, asOf: attack, functions: [function],
      findings: [
        ReportedFinding(finding), ReportedFinding(shared),
        ReportedFinding(finding, suppression: Suppression(reason: attack, until: attack, location: place)),
      ], notChecked: [NotChecked(path: attack, reason: attack)],
      unresolved: [Unresolved(at: place, expression: attack)], notices: [attack],
      statistics: ScanStatistics(applications: -1, files: Int.max, rules: 0, width: Int.min))
  }

  static func rule(_ attack: String) -> RuleMetadata {
    RuleMetadata(
      id: attack, risk: .eventInjection, title: attack, severity: .critical, weaknesses: [-1, 0, Int.max],
      rationale: attack, blindSpots: attack, remediation: Remediation(attack, snippets: [.sam: attack]),
      references: [attack])
  }
}
