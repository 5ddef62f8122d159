internal import ApplicationModel
internal import Assurance
internal import FindingModel
internal import RuleCatalog
internal import RuleModel

/// Brings what the scans of all targets gave into one report, with suppressions and scores, sorted.
struct ReportAssembler {
  private let options: ScanOptions
  private let activeRules: Set<String>
  private let knownRules = Set(RuleCatalog.all.map { $0.metadata.id })
  private var judgements: [Judgement] = []
  private var findings: [ReportedFinding] = []
  private var functions: [FunctionSummary] = []
  private var notChecked: Set<NotChecked> = []
  private var unresolved: Set<Unresolved> = []
  private var notices: [String] = []
  private var files = 0

  init(_ options: ScanOptions, activeRules: Set<String>) {
    self.options = options
    self.activeRules = activeRules
  }

  /// - Parameter prefix: What stands before paths in the report where several folders are scanned.
  mutating func add(_ outcome: TargetScan.Outcome, prefix: String) {
    let applied = ledger(of: outcome).apply(to: outcome.findings, activeRules: activeRules)
    let byFunction = FindingsByFunction(applied.findings)
    judgements += outcome.judgements
    findings += applied.findings.map { $0.prefixed(prefix) }
    notices += applied.notices
    functions += outcome.judgements.flatMap(\.functions).map { summary(of: $0, findings: byFunction, prefix) }
    notChecked.formUnion(outcome.notChecked.map { $0.prefixed(prefix) })
    unresolved.formUnion(outcome.judgements.flatMap(\.unresolved).map { $0.prefixed(prefix) })
    files += outcome.files
  }

  func report() -> ScanReport {
    ScanReport(
      toolVersion: options.toolVersion, asOf: options.asOf.description,
      functions: functions.sorted {
        ($0.application, $0.location, $0.name) < ($1.application, $1.location, $1.name)
      },
      findings: findings.sorted { $0.finding.precedes($1.finding) },
      notChecked: notChecked.sorted { ($0.path, $0.reason) < ($1.path, $1.reason) },
      unresolved: unresolved.sorted { ($0.location, $0.expression) < ($1.location, $1.expression) },
      notices: Staleness.notices(asOf: options.asOf) + CarriedPackages.notices(judgements, options) + notices,
      statistics: ScanStatistics(
        applications: judgements.count, files: files, rules: activeRules.count, width: options.width))
  }

  private func ledger(of outcome: TargetScan.Outcome) -> SuppressionLedger {
    var ledger = SuppressionLedger(asOf: options.asOf, knownRules: knownRules)
    ledger.add(outcome.suppressions, malformed: outcome.malformed)
    for item in outcome.judgements.flatMap(\.suppressions) {
      ledger.add(
        rule: item.rule, reason: item.reason, until: item.until, subject: item.subject,
        application: item.location.path, at: item.location)
    }
    return ledger
  }

  private func summary(
    of function: JudgedFunction, findings: FindingsByFunction, _ prefix: String
  ) -> FunctionSummary {
    let own = findings[function.application, function.name]
    let decision = VerdictRule.verdict(findings: own, exposure: function.exposure, data: function.data)
    let risks = Dictionary(own.map { ($0.risk, $0.severity) }, uniquingKeysWith: max)
    return FunctionSummary(
      name: function.name, application: function.application.prefixed(prefix), runtime: function.runtime,
      handler: function.handler, location: function.location.prefixed(prefix), exposure: function.exposure,
      exposurePaths: function.exposurePaths,
      riskScore: RiskScore.score(of: own, exposure: function.exposure), verdict: decision.verdict,
      verdictReason: decision.reason, risks: risks)
  }
}

/// Active findings by the functions they affect, so that a large report costs no more per function than a small one.
private struct FindingsByFunction {
  private struct Key: Hashable {
    let application: String
    let function: String
  }

  private var findings: [Key: [Finding]] = [:]

  init(_ reported: [ReportedFinding]) {
    for item in reported where item.isActive {
      for function in item.finding.functions {
        findings[Key(application: item.finding.application, function: function), default: []].append(
          item.finding)
      }
    }
  }

  subscript(application: String, function: String) -> [Finding] {
    findings[Key(application: application, function: function)] ?? []
  }
}
