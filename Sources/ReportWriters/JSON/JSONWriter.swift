package import FindingModel
internal import JSONText

/// The report for programs.
package struct JSONWriter: Sendable {
  package init() {}

  package func write(_ report: ScanReport, to output: inout some TextOutputStream) {
    output.write(OrderedJSONEncoder(style: .indented).text(of: JSONReport(report)))
    output.write("\n")
  }
}

extension JSONReport {
  init(_ report: ScanReport) {
    tool = Tool(version: report.toolVersion)
    asOf = report.asOf
    functions = report.functions.map(Function.init)
    findings = report.findings.map(ReportFinding.init)
    notChecked = report.notChecked.map { Gap(path: $0.path, reason: $0.reason) }
    unresolved = report.unresolved.map {
      OpenExpression(path: $0.location.path, line: $0.location.line, expression: $0.expression)
    }
  }
}

extension JSONReport.Function {
  init(_ function: FunctionSummary) {
    name = function.name
    application = function.application
    runtime = OrNull(function.runtime)
    handler = OrNull(function.handler)
    exposure = function.exposure.name
    riskScore = function.riskScore
    verdict = function.verdict.rawValue
    risks = WorstSeverities(risks: function.risks)
  }
}

extension JSONReport.ReportFinding {
  init(_ reported: ReportedFinding) {
    let finding = reported.finding
    rule = finding.rule
    risk = finding.risk.id
    cwe = finding.weaknesses
    severity = finding.severity.name
    confidence = finding.confidence.name
    title = finding.title
    message = finding.messageWithCondition
    remediation = finding.remediation
    function = OrNull(finding.onlyFunction)
    location = JSONReport.Region(finding.location)
    package = finding.package.map(JSONReport.Package.init)
    trace = finding.trace.map(JSONReport.Step.init)
    references = finding.references
    fingerprint = finding.fingerprint
    suppression = OrNull(reported.suppression.map(JSONReport.Decision.init))
    baseline = reported.baseline.rawValue
  }
}

extension JSONReport.Region {
  init(_ location: SourceLocation) {
    path = location.path
    line = location.line
    column = location.column
    endLine = location.endLine
    endColumn = location.endColumn
  }
}

extension JSONReport.Step {
  init(_ step: TraceStep) {
    path = step.location.path
    line = step.location.line
    column = step.location.column
    note = step.note
  }
}

extension JSONReport.Decision {
  init(_ suppression: Suppression) {
    reason = suppression.reason
    until = OrNull(suppression.until)
    path = suppression.location.path
    line = suppression.location.line
  }
}
