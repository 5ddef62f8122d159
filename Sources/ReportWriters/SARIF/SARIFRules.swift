import FindingModel

/// The two taxonomies of a log, with the place of every taxon that a rule refers to.
struct SARIFTaxonomies {
  private static let weaknessTaxonomy = SARIFLog.ToolComponentReference(name: "CWE", index: 0)
  private static let riskTaxonomy = SARIFLog.ToolComponentReference(name: "SAS", index: 1)

  static let references = [weaknessTaxonomy, riskTaxonomy]

  private let weaknesses: [Int]
  private let weaknessIndex: [Int: Int]

  init(rules: [RuleMetadata]) {
    weaknesses = Set(rules.flatMap(\.weaknesses)).sorted()
    weaknessIndex = Dictionary(uniqueKeysWithValues: zip(weaknesses, weaknesses.indices))
  }

  var components: [SARIFLog.ToolComponent] {
    [
      SARIFLog.ToolComponent(
        name: "CWE", organization: "MITRE", informationUri: "https://cwe.mitre.org/",
        shortDescription: SARIFLog.Message(text: "Common Weakness Enumeration"), isComprehensive: false,
        taxa: weaknesses.map { number in
          SARIFLog.ReportingDescriptor(
            id: String(number), helpUri: "https://cwe.mitre.org/data/definitions/\(number).html")
        }),
      SARIFLog.ToolComponent(
        name: "SAS", organization: "PureSec and Cloud Security Alliance",
        shortDescription: SARIFLog.Message(text: "The most critical risks of serverless applications"),
        isComprehensive: true,
        taxa: Risk.allCases.map { risk in
          SARIFLog.ReportingDescriptor(
            id: risk.id, name: upperCamelCase(risk.title),
            shortDescription: SARIFLog.Message(text: risk.title + "."))
        }),
    ]
  }

  func relationships(of rule: RuleMetadata) -> [SARIFLog.Relationship] {
    let numbers = rule.weaknesses.compactMap { number in
      weaknessIndex[number].map {
        SARIFLog.ReportingDescriptorReference(
          id: String(number), index: $0, toolComponent: Self.weaknessTaxonomy)
      }
    }
    let risk = SARIFLog.ReportingDescriptorReference(
      id: rule.risk.id, index: rule.risk.rawValue - 1, toolComponent: Self.riskTaxonomy)
    return (numbers + [risk]).map { SARIFLog.Relationship(target: $0, kinds: ["relevant"]) }
  }
}

extension SARIFLog.ReportingDescriptor {
  init(_ rule: RuleMetadata, taxonomies: SARIFTaxonomies) {
    id = rule.id
    name = upperCamelCase(rule.title)
    shortDescription = SARIFLog.Message(text: rule.title + ".")
    fullDescription = SARIFLog.Message(text: rule.rationale)
    help = SARIFLog.Message(text: rule.help(.text), markdown: rule.help(.markdown))
    defaultConfiguration = SARIFLog.ReportingConfiguration(level: rule.severity.sarifLevel)
    relationships = taxonomies.relationships(of: rule)
    properties = SARIFLog.RuleProperties(rule)
  }
}

extension SARIFLog.RuleProperties {
  init(_ rule: RuleMetadata) {
    let weaknesses = rule.weaknesses.map { number in
      // Code scanning groups by this spelling, with at least three digits.
      "external/cwe/cwe-" + String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
    }
    tags = ["security", "serverless", rule.risk.id] + weaknesses
    // What `strict` adds is true but often accepted on purpose, which a reader feels as imprecise.
    precision = rule.profile == .default ? "high" : "medium"
    problemSeverity = rule.severity.problemSeverity
    securitySeverity = rule.severity.securitySeverity
  }
}

extension Severity {
  var sarifLevel: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .info: "note"
    }
  }

  fileprivate var problemSeverity: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .info: "recommendation"
    }
  }

  /// Inside the ranges that code scanning shows as critical (above 9), high (7), medium (4) and low.
  fileprivate var securitySeverity: String {
    switch self {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "3.0"
    case .info: "1.0"
    }
  }
}

private enum HelpForm {
  case text
  case markdown

  func heading(_ title: String) -> String { self == .markdown ? "## \(title)" : "\(title):" }

  func snippet(_ code: String) -> String { self == .markdown ? "```yaml\n\(code)\n```" : code }

  func link(_ target: String) -> String { self == .markdown ? "- <\(target)>" : "- \(target)" }
}

extension RuleMetadata {
  fileprivate func help(_ form: HelpForm) -> String {
    var parts = [form.heading("Why it matters"), rationale, form.heading("What to do"), remediation.advice]
    for dialect in Dialect.allCases {
      guard let snippet = remediation.snippets[dialect] else { continue }
      parts += ["\(dialect.title):", form.snippet(snippet)]
    }
    if !blindSpots.isEmpty { parts += [form.heading("What it cannot see"), blindSpots] }
    if !references.isEmpty {
      parts += [form.heading("References"), references.map(form.link).joined(separator: "\n")]
    }
    return parts.joined(separator: "\n\n")
  }
}

/// `Function URL without authentication` as `FunctionURLWithoutAuthentication`.
private func upperCamelCase(_ title: String) -> String {
  title.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    .map { $0.prefix(1).uppercased() + $0.dropFirst() }
    .joined()
}
