/// What is known about a rule before it looks at anything; the page, `explain` and SARIF are made of it.
package struct RuleMetadata: Hashable, Sendable {
  /// `sas2-url-auth-none`: also the name of the fixture folder and of the page.
  package let id: String
  package let risk: Risk
  /// The problem in a few words, without a final stop: `Function URL without authentication`.
  package let title: String
  /// The severity of an ordinary case; a finding may carry another with a reason in its message.
  package let severity: Severity
  package let profile: Profile
  /// CWE numbers, most specific first; never empty.
  package let weaknesses: [Int]
  /// Ids of the same check in other tools, `checkov:CKV_AWS_258`; empty where none has it.
  package let peers: [String]
  /// Why it matters, in two to five sentences, for someone who has never met the problem.
  package let rationale: String
  /// When the rule stays silent or may be wrong.
  package let blindSpots: String
  package let remediation: Remediation
  /// Pages of the platform's documentation the rule rests on; never empty.
  package let references: [String]

  package init(
    id: String, risk: Risk, title: String, severity: Severity, profile: Profile = .default,
    weaknesses: [Int], peers: [String] = [], rationale: String, blindSpots: String,
    remediation: Remediation, references: [String]
  ) {
    self.id = id
    self.risk = risk
    self.title = title
    self.severity = severity
    self.profile = profile
    self.weaknesses = weaknesses
    self.peers = peers
    self.rationale = rationale
    self.blindSpots = blindSpots
    self.remediation = remediation
    self.references = references
  }
}

/// How much the user wants to hear.
package enum Profile: String, CaseIterable, Hashable, Sendable {
  /// What most teams would act on today.
  case `default`
  /// Everything, hygiene included.
  case strict
}

/// What to do about a finding.
package struct Remediation: Hashable, Sendable {
  /// One to three sentences in the imperative.
  package let advice: String
  /// An example per dialect; a dialect without one of its own is shown CloudFormation's.
  package let snippets: [Dialect: String]
  /// Examples for what a finding may be about instead of the ordinary subject; an empty text for none at all.
  package let variants: [ExampleKind: [Dialect: String]]

  package init(
    _ advice: String, snippets: [Dialect: String] = [:], variants: [ExampleKind: [Dialect: String]] = [:]
  ) {
    self.advice = advice
    self.snippets = snippets
    self.variants = variants
  }

  /// - Parameter kind: What the finding is about; a kind without examples of its own is shown the ordinary ones.
  package func snippet(for dialect: Dialect, about kind: ExampleKind? = nil) -> String? {
    let snippets = kind.flatMap { variants[$0] } ?? self.snippets
    // A SAM template accepts every CloudFormation resource, and so does `resources` of serverless.yml.
    let snippet = snippets[dialect] ?? (dialect.isTemplate ? snippets[.cloudFormation] : nil)
    return snippet?.isEmpty == true ? nil : snippet
  }
}

/// What an example configures, where a rule is about several things that are written differently.
package struct ExampleKind: Hashable, Sendable, ExpressibleByStringLiteral {
  /// In a sentence: `an HTTP API`.
  package let title: String

  package init(stringLiteral title: String) { self.title = title }

  package static let restAPI: ExampleKind = "a REST API"
  package static let httpAPI: ExampleKind = "an HTTP API"
  package static let webSocketAPI: ExampleKind = "a WebSocket API"
  package static let graphQL: ExampleKind = "a GraphQL API"
  package static let functionURL: ExampleKind = "a function URL"
}
