internal import FindingModel
internal import RuleModel
internal import SecretDetection
internal import SecretFiles

/// Runs the rules about files over what was found in them.
struct TreeJudge {
  let rules: [any Rule]
  let profile: Profile
  /// What the rules about applications found.
  let known: [Finding]
  let functions: [JudgedFunction]
  /// Templates: their own rules judge what stands in them.
  let templates: Set<String>

  /// What is judged, before what others report is taken away.
  struct Material {
    var secrets: [FileSecret] = []
    /// Of files that git ignores.
    var ignored: [FileSecret] = []
    /// Of archives.
    var bundled: [FileSecret] = []
    var past: [PastSecret] = []
    var keys: [KeyFile] = []
  }

  func verdict(on material: Material) -> Verdict {
    let carriers = carriers
    // A file that git ignores matters only where a package holds it.
    let ignored = TreeContext(secrets: [], carriers: carriers)
    let packaged =
      material.ignored.filter { !ignored.carriers(of: $0.location.path).isEmpty } + material.bundled
    let covered = CoveredSecrets(known, material.secrets + packaged)
    let judgesTemplates = rules.contains { $0.metadata.id == "sas7-hardcoded-secret" }
    let isOpen = { (secret: FileSecret) in
      !covered.contains(secret) && (judgesTemplates || !templates.contains(secret.location.path))
    }
    let tree = TreeContext(
      secrets: material.secrets.filter(isOpen), packaged: packaged.filter(isOpen),
      past: material.past.filter { !covered.contains($0.secret) }, keys: material.keys, carriers: carriers)
    let findings = rules.filter { $0.basis == .files }.compactMap { $0 as? any TreeRule }.flatMap {
      $0.findings(in: tree)
    }
    .filter { profile == .strict || $0.profile == .default }
    return Verdict(findings: findings, copies: covered.copies)
  }

  struct Verdict {
    var findings: [Finding]
    /// Other places of the secrets that rules about applications report, by those findings.
    var copies: [Finding: [SourceLocation]]
  }

  /// Functions of templates; programs alone count only where no template speaks of them.
  private var carriers: [Carrier] {
    let all = functions.map(\.carrier)
    let deployed = all.filter { $0.dialect.isTemplate }
    return deployed.isEmpty ? all : deployed
  }
}

/// Secrets of which a rule about applications says that they stand somewhere: their copies are the same cause.
private struct CoveredSecrets {
  /// Others speak of whole resources, or of what happens to a secret that stands elsewhere.
  private static let rules: Set<String> = [
    "sas7-env-plain-secret", "sas7-hardcoded-credential", "sas7-hardcoded-secret", "sas7-noecho-missing",
    "sas7-output-secret", "sas7-secret-parameter-default", "sas7-ssm-string-not-secure",
    "sas7-stage-variable-secret",
  ]

  private var lines: [String: [(lines: ClosedRange<Int32>, finding: Finding)]] = [:]
  private var findings: [String: Finding] = [:]
  private(set) var copies: [Finding: [SourceLocation]] = [:]

  init(_ findings: [Finding], _ secrets: [FileSecret]) {
    for finding in findings where Self.rules.contains(finding.rule) {
      for place in [finding.location] + finding.trace.map(\.location) {
        lines[place.path, default: []].append((place.line...max(place.line, place.endLine), finding))
      }
    }
    for secret in secrets {
      guard let finding = finding(at: secret.location), self.findings[secret.secret.value] == nil else {
        continue
      }
      self.findings[secret.secret.value] = finding
    }
    for secret in secrets where finding(at: secret.location) == nil {
      if let finding = self.findings[secret.secret.value] {
        copies[finding, default: []].append(secret.location)
      }
    }
  }

  func contains(_ secret: FileSecret) -> Bool {
    findings[secret.secret.value] != nil || finding(at: secret.location) != nil
  }

  private func finding(at place: SourceLocation) -> Finding? {
    lines[place.path]?.first { $0.lines.contains(place.line) }?.finding
  }
}
