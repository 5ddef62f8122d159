internal import ApplicationGraph
package import ApplicationModel
package import FindingModel

/// One thing that can be wrong.
///
/// A rule is a pure value: no clock, network, file or global; everything it may know is in its context.
package protocol Rule: Sendable {
  static var metadata: RuleMetadata { get }

  /// What it judges by; given by the protocol that a rule conforms to.
  static var basis: RuleBasis { get }

  init()

  /// One verdict for each subject the rule looks at.
  func evaluate(in context: RuleContext) -> [Verdict]
}

/// What rules judge by: which of them apply where only code or only manifests were read.
///
/// Asked instead of the type, because the runtime searches every conformance of the program for each type that it
/// has not seen: some milliseconds for all rules.
package enum RuleBasis: Sendable {
  /// What a template declares.
  case configuration
  case code
  /// What functions carry.
  case packages
  /// The files of the scanned folder.
  case files
}

extension Rule {
  package static var basis: RuleBasis { .configuration }

  package var basis: RuleBasis { Self.basis }
}

/// A rule that judges each function of an application.
package protocol FunctionRule: Rule {
  func evaluate(_ function: Function, in context: RuleContext) -> Verdict
}

extension FunctionRule {
  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.application.functions.map { evaluate($0, in: context) }
  }
}

/// A rule that judges each resource, role or other part of one kind.
package protocol SubjectRule: Rule {
  associatedtype Subject
  func subjects(in application: Application) -> [Subject]
  func evaluate(_ subject: Subject, in context: RuleContext) -> Verdict
}

extension SubjectRule {
  package func evaluate(in context: RuleContext) -> [Verdict] {
    subjects(in: context.application).map { evaluate($0, in: context) }
  }
}

extension Rule {
  package var metadata: RuleMetadata { Self.metadata }

  /// A finding of this rule about a resource.
  ///
  /// - Parameters:
  ///   - message: Sentences that name the subject, say what is wrong and what follows from it.
  ///   - functions: Those the flaw affects; found in the graph if not given.
  ///   - location: Where the flaw is written; the resource's own place if not given.
  ///   - severity: Only where the case is worse or better than the rule's ordinary one.
  ///   - discriminator: What tells two findings of this rule on the same resource apart.
  package func finding(
    _ message: String, about resource: some Resource, functions: [Function]? = nil,
    at location: SourceLocation? = nil, severity: Severity? = nil, confidence: Confidence = .high,
    trace: [TraceStep] = [], discriminator: String = "", in context: RuleContext
  ) -> Finding {
    var finding = finding(
      message, subject: resource.subject, name: resource.name,
      functions: functions ?? context.graph.functions(affectedBy: resource.id),
      at: location ?? resource.location, severity: severity, confidence: confidence, trace: trace,
      discriminator: discriminator, in: context)
    if context.application.dialect == .sam, let snippet = Self.metadata.remediation.snippet(for: .sam) {
      finding.advise(Self.metadata.remediation.advice, example: resource.inSAM(snippet))
    }
    return finding
  }

  /// A finding of this rule about anything.
  package func finding(
    _ message: String, subject: Subject, name: String, functions: [Function], at location: SourceLocation,
    severity: Severity? = nil, confidence: Confidence = .high, trace: [TraceStep] = [],
    discriminator: String = "", in context: RuleContext
  ) -> Finding {
    let metadata = Self.metadata
    return Finding(
      rule: metadata.id, risk: metadata.risk, weaknesses: metadata.weaknesses,
      severity: severity ?? metadata.severity, confidence: confidence, title: metadata.title,
      message: message,
      remediation: metadata.remediation.text(for: context.application.dialect, name: name),
      subject: subject, application: context.application.path,
      functions: Set(functions.map(\.name)).sorted(), location: location, trace: trace,
      references: metadata.references, discriminator: discriminator)
  }
}

extension Resource {
  /// What a finding about it is about.
  package var subject: Subject {
    switch type {
    case "AWS::Lambda::Function": .function(name: name)
    case "AWS::IAM::Role": .role(name: name)
    default: .resource(name: name, type: type)
    }
  }
}

extension Finding {
  /// Shows an example made for the case instead of the ordinary one of the rule; the advice stays.
  package mutating func show(example: String, of rule: RuleMetadata) {
    advise(rule.remediation.advice, example: example)
  }

  /// Gives advice made for the case, and an example only where one fits.
  package mutating func advise(_ advice: String, example: String? = nil) {
    let lines = (example ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let trimmed = lines.reversed().drop(while: \.isEmpty).reversed()
    remediation = ([advice] + (trimmed.isEmpty ? [] : ["", trimmed.joined(separator: "\n")]))
      .joined(separator: "\n")
  }
}

extension Remediation {
  /// Advice and, after an empty line, the snippet; `{name}` in a snippet stands for the subject.
  ///
  /// `{logicalID}` stands for the letters and digits of the name: logical ids have no others.
  package func text(for dialect: Dialect, name: String, about kind: ExampleKind? = nil) -> String {
    guard let snippet = snippet(for: dialect, about: kind) else { return advice }
    let id = String(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    return advice + "\n\n" + snippet.replacing("{name}", with: name).replacing("{logicalID}", with: id)
  }
}
