import FindingModel

/// What a result needs to know besides its finding.
struct SARIFContext {
  let ruleIndex: [String: Int]
  private let functionLocations: [String: [String: SourceLocation]]
  /// A run's results either all list suppressions or none does.
  let listsSuppressions: Bool

  init(_ report: ScanReport, rules: [RuleMetadata]) {
    ruleIndex = Dictionary(zip(rules.map(\.id), rules.indices), uniquingKeysWith: { first, _ in first })
    functionLocations = Dictionary(grouping: report.functions, by: \.application).mapValues { functions in
      Dictionary(functions.map { ($0.name, $0.location) }, uniquingKeysWith: { first, _ in first })
    }
    listsSuppressions = report.findings.contains { $0.suppression != nil }
  }

  func location(of function: String, in application: String) -> SourceLocation? {
    functionLocations[application]?[function]
  }
}

extension SARIFLog.Result {
  init(_ reported: ReportedFinding, in context: SARIFContext) {
    let finding = reported.finding
    ruleId = finding.rule
    ruleIndex = context.ruleIndex[finding.rule]
    level = finding.severity.sarifLevel
    message = SARIFLog.Message(plain: finding.messageWithCondition)
    locations = [SARIFLog.Location(finding.location)]
    partialFingerprints = SARIFLog.Fingerprints(parapet: finding.fingerprint)
    codeFlows = finding.trace.isEmpty ? nil : [SARIFLog.CodeFlow(finding.trace)]
    relatedLocations = Self.affectedFunctions(of: finding, in: context)
    suppressions =
      context.listsSuppressions
      ? reported.suppression.map { [SARIFLog.Suppression($0, of: finding)] } ?? [] : nil
    baselineState = reported.baseline.rawValue
    rank = Double(finding.severity.rawValue * 20 + finding.confidence.rawValue * 10)
    properties = SARIFLog.ResultProperties(
      risk: finding.risk.id, severity: finding.severity.name, confidence: finding.confidence.name,
      application: finding.application, subject: finding.subject.key, functions: finding.functions,
      package: finding.package.map(JSONReport.Package.init))
  }

  /// The functions it affects, unless it is located at the function itself.
  private static func affectedFunctions(
    of finding: Finding, in context: SARIFContext
  ) -> [SARIFLog.Location]? {
    let locations = finding.functions.compactMap { name in
      context.location(of: name, in: finding.application).map { (name, $0) }
    }
    .filter { $0.1 != finding.location }
    guard !locations.isEmpty else { return nil }
    return zip(1..., locations).map { id, affected in
      SARIFLog.Location(affected.1, note: "The function '\(affected.0)' is affected.", id: id)
    }
  }
}

extension SARIFLog.CodeFlow {
  init(_ trace: [TraceStep]) {
    threadFlows = [
      SARIFLog.ThreadFlow(
        locations: trace.enumerated().map { number, step in
          let isEnd = number == 0 || number == trace.count - 1
          return SARIFLog.ThreadFlowLocation(
            location: SARIFLog.Location(step.location, note: step.note), executionOrder: number,
            importance: isEnd ? "essential" : "important")
        })
    ]
  }
}

extension SARIFLog.Suppression {
  init(_ suppression: Suppression, of finding: Finding) {
    // A decision in a file of decisions is what the specification calls external.
    kind = suppression.location.path == finding.location.path ? "inSource" : "external"
    justification = suppression.reason.printableBlock
    location = SARIFLog.Location(suppression.location)
    properties = suppression.until.map(SARIFLog.SuppressionProperties.init)
  }
}
