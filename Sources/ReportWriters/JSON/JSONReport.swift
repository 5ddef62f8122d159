import FindingModel

/// The JSON report, schema version 1: `docs/schema/report-1.schema.json` describes every field.
///
/// Keys are printed in the order of declaration. The schema only grows.
struct JSONReport: Encodable {
  let schemaVersion = 1
  let tool: Tool
  let asOf: String
  let functions: [Function]
  let findings: [ReportFinding]
  let notChecked: [Gap]
  let unresolved: [OpenExpression]

  struct Tool: Encodable {
    let name = "parapet"
    let version: String
  }

  struct Function: Encodable {
    let name: String
    let application: String
    let runtime: OrNull<String>
    let handler: OrNull<String>
    let exposure: String
    let riskScore: Int
    let verdict: String
    let risks: WorstSeverities
  }

  struct ReportFinding: Encodable {
    let rule: String
    let risk: String
    let cwe: [Int]
    let severity: String
    let confidence: String
    let title: String
    let message: String
    let remediation: String
    let function: OrNull<String>
    let location: Region
    /// Left out where the finding is about no package.
    let package: Package?
    let trace: [Step]
    let references: [String]
    let fingerprint: String
    let suppression: OrNull<Decision>
    let baseline: String
  }

  struct Package: Encodable {
    let ecosystem: String
    let name: String
    let version: OrNull<String>
    let path: [String]
    let reach: String
    let flaws: [Flaw]
    let fixedVersion: OrNull<String>
  }

  struct Flaw: Encodable {
    let id: String
    let aliases: [String]
    let severity: String
    let score: OrNull<Double>
    let exploited: Bool
  }

  struct Region: Encodable {
    let path: String
    let line: Int32
    let column: Int32
    let endLine: Int32
    let endColumn: Int32
  }

  struct Step: Encodable {
    let path: String
    let line: Int32
    let column: Int32
    let note: String
  }

  struct Decision: Encodable {
    let reason: String
    let until: OrNull<String>
    let path: String
    let line: Int32
  }

  struct Gap: Encodable {
    let path: String
    let reason: String
  }

  struct OpenExpression: Encodable {
    let path: String
    let line: Int32
    let expression: String
  }
}

/// A value that is printed as `null` where there is none; a plain optional would be left out.
struct OrNull<Value: Encodable>: Encodable {
  let value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// An object from risk to severity, in the order of the risks.
struct WorstSeverities: Encodable {
  let risks: [Risk: Severity]

  private struct RiskKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ risk: Risk) { stringValue = risk.id }
    init?(stringValue: String) { nil }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: RiskKey.self)
    for (risk, severity) in risks.sorted(by: { $0.key < $1.key }) {
      try container.encode(severity.name, forKey: RiskKey(risk))
    }
  }
}
