/// One flaw of one subject, with the evidence for it.
package struct Finding: Hashable, Sendable {
  package let rule: String
  package let risk: Risk
  package let weaknesses: [Int]
  package var severity: Severity
  package var confidence: Confidence
  package let title: String
  /// Sentences that name the subject and what is wrong with it; never an unredacted secret.
  package var message: String
  /// Advice and, after a blank line, a snippet in the dialect of the file.
  package var remediation: String
  package let subject: Subject
  /// Path of the application the subject belongs to.
  package let application: String
  /// Names of the functions the flaw affects, sorted; empty for a flaw that touches none.
  package let functions: [String]
  package let location: SourceLocation
  /// Steps that lead to the flaw, in order; empty where the location says it all.
  package private(set) var trace: [TraceStep]
  package let references: [String]
  /// What tells this flaw from another of the same rule and subject: a route, a variable's name, an action.
  ///
  /// Independent of lines, because it is part of the fingerprint.
  package let discriminator: String
  /// The assumption under which the flaw exists, such as `Stage is prod`; `nil` if it always does.
  package var condition: String?
  /// Who wants to hear of this one, where the case is less sure than the rule's ordinary one.
  package var profile: Profile = .default
  /// The package it is about, if it is about one.
  package var package: PackageEvidence?

  package init(
    rule: String, risk: Risk, weaknesses: [Int], severity: Severity, confidence: Confidence, title: String,
    message: String, remediation: String, subject: Subject, application: String, functions: [String],
    location: SourceLocation, trace: [TraceStep] = [], references: [String], discriminator: String,
    condition: String? = nil
  ) {
    self.rule = rule
    self.risk = risk
    self.weaknesses = weaknesses
    self.severity = severity
    self.confidence = confidence
    self.title = title
    self.message = message
    self.remediation = remediation
    self.subject = subject
    self.application = application
    self.functions = functions
    self.location = location
    self.trace = trace
    self.references = references
    self.discriminator = discriminator
    self.condition = condition
  }

  /// The same finding about a secret, with the other places where it stands.
  package func standingToo(at places: [SourceLocation]) -> Finding {
    var finding = self
    finding.trace += places.sorted().map { TraceStep(at: $0, note: "the same secret") }
    finding.message +=
      " It also stands in '\(places.sorted().first?.path ?? "")'"
      + (places.count > 1 ? " and \(places.count - 1) more places." : ".")
    return finding
  }

  /// Stable across line shifts and machines: 32 hexadecimal digits over rule, path, subject and discriminator.
  package var fingerprint: String {
    StableHash.hexadecimal(of: [rule, location.path, subject.key, discriminator])
  }
}

/// What a finding is about.
package enum Subject: Hashable, Sendable {
  case application(name: String)
  case function(name: String)
  /// `type` is the platform's type name, `AWS::SQS::Queue`.
  case resource(name: String, type: String)
  case role(name: String)
  case parameter(name: String)
  case package(name: String, version: String)
  case file(path: String)

  package var name: String {
    switch self {
    case .application(let name), .function(let name), .role(let name), .parameter(let name): name
    case .resource(let name, _): name
    case .package(let name, let version): "\(name)@\(version)"
    case .file(let path): path
    }
  }

  /// Kind and name, for sorting and fingerprints.
  package var key: String {
    switch self {
    case .application: "application:\(name)"
    case .function: "function:\(name)"
    case .resource: "resource:\(name)"
    case .role: "role:\(name)"
    case .parameter: "parameter:\(name)"
    case .package: "package:\(name)"
    case .file: "file:\(name)"
    }
  }
}

/// One step of the way to a flaw.
package struct TraceStep: Hashable, Sendable {
  package let location: SourceLocation
  /// What happens here, `the queue's policy lets anyone send messages`.
  package let note: String

  package init(at location: SourceLocation, note: String) {
    self.location = location
    self.note = note
  }
}

/// What a rule says about one subject.
package enum Verdict: Sendable {
  case pass
  case notApplicable
  /// Neither a pass nor a finding: it reaches the report with its reason.
  case undetermined(reason: String, at: SourceLocation)
  case fail([Finding])
}
