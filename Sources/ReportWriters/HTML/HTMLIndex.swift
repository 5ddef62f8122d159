import FindingModel

/// The report as the page needs it: functions by risk, findings by severity, and numbers for both.
struct HTMLIndex {
  let functions: [FunctionSummary]
  let findings: [ReportedFinding]
  let applications: [String]
  /// Active findings per function and risk, as numbers of findings.
  let cells: [[Risk: [Int]]]
  private let functionNumbers: [FunctionKey: Int]

  private struct FunctionKey: Hashable {
    let application: String
    let name: String
  }

  init(_ report: ScanReport) {
    let functions = report.functions.riskiestFirst
    let numbers = Dictionary(
      zip(functions.map { FunctionKey(application: $0.application, name: $0.name) }, functions.indices),
      uniquingKeysWith: { first, _ in first })
    func numbered(_ finding: Finding) -> [Int] {
      finding.functions.compactMap { numbers[FunctionKey(application: finding.application, name: $0)] }
    }
    // Worst first; among equals those of the riskiest function, then as in the report.
    let findings = report.findings.enumerated()
      .map { (offset: $0.offset, reported: $0.element, rank: numbered($0.element.finding).min() ?? Int.max) }
      .sorted { left, right in
        let severities = (left.reported.finding.severity, right.reported.finding.severity)
        if severities.0 != severities.1 { return severities.0 > severities.1 }
        return (left.rank, left.offset) < (right.rank, right.offset)
      }
      .map(\.reported)
    var cells = Array(repeating: [Risk: [Int]](), count: functions.count)
    for (number, reported) in findings.enumerated() where reported.isActive {
      for function in numbered(reported.finding) {
        cells[function][reported.finding.risk, default: []].append(number)
      }
    }
    self.functions = functions
    self.findings = findings
    self.cells = cells
    functionNumbers = numbers
    applications = Set(functions.map(\.application) + findings.map(\.finding.application)).sorted()
  }

  /// Names of the functions a finding affects, with their numbers where the report lists them.
  func affected(by finding: Finding) -> [(name: String, number: Int?)] {
    finding.functions.map {
      ($0, functionNumbers[FunctionKey(application: finding.application, name: $0)])
    }
  }
}

/// What the page's script filters by; the page itself is complete without it.
struct HTMLData: Encodable {
  let applications: [String]
  let functions: [Function]
  let findings: [Entry]

  struct Function: Encodable {
    let name: String
    let application: Int?
    let exposure: String
    let verdict: String
  }

  struct Entry: Encodable {
    let severity: String
    let risk: String
    let application: Int?
    let functions: [Int]
    let suppressed: Bool
  }

  init(_ index: HTMLIndex) {
    let numbers = Dictionary(uniqueKeysWithValues: zip(index.applications, index.applications.indices))
    applications = index.applications
    functions = index.functions.map {
      Function(
        name: $0.name, application: numbers[$0.application], exposure: $0.exposure.name,
        verdict: $0.verdict.rawValue)
    }
    findings = index.findings.map { reported in
      Entry(
        severity: reported.finding.severity.name, risk: reported.finding.risk.id,
        application: numbers[reported.finding.application],
        functions: index.affected(by: reported.finding).compactMap(\.number),
        suppressed: !reported.isActive)
    }
  }
}
