import FindingModel

/// The sample's functions and findings repeated under other names.
enum LargeReport {
  static func report(functions: Int, findings: Int) -> ScanReport {
    let shop = ShopReport.report
    let summaries = (0..<functions).map { number in
      let model = shop.functions[number % shop.functions.count]
      return FunctionSummary(
        name: "\(model.name)\(number)", application: "app\(number / 50)/template.yaml",
        runtime: model.runtime,
        handler: model.handler, location: model.location, exposure: model.exposure,
        exposurePaths: model.exposurePaths, riskScore: number % 101, verdict: model.verdict,
        verdictReason: model.verdictReason, risks: model.risks)
    }
    let flaws = (0..<findings).map { number in
      let model = shop.findings[number % shop.findings.count].finding
      let function = summaries[number % functions]
      return ReportedFinding(
        Finding(
          rule: model.rule, risk: model.risk, weaknesses: model.weaknesses, severity: model.severity,
          confidence: model.confidence, title: model.title, message: model.message,
          remediation: model.remediation, subject: .function(name: function.name),
          application: function.application, functions: [function.name],
          location: SourceLocation(path: function.application, line: number + 1, column: 5),
          trace: model.trace,
          references: model.references, discriminator: "\(number)"))
    }
    return ScanReport(
      toolVersion: shop.toolVersion, asOf: shop.asOf, functions: summaries,
      findings: flaws.sorted { $0.finding.location < $1.finding.location }, notChecked: shop.notChecked,
      unresolved: shop.unresolved, notices: shop.notices,
      statistics: ScanStatistics(applications: (functions + 49) / 50, files: 100, rules: 52, width: 100))
  }
}
