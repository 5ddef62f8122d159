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

  func findings(for material: Material) -> [Finding] {
    let carriers = carriers
    // A file that git ignores matters only where a package holds it.
    let ignored = TreeContext(secrets: [], carriers: carriers)
    let covered = CoveredPlaces(known)
    let judgesTemplates = rules.contains { $0.metadata.id == "sas7-hardcoded-secret" }
    let isOpen = { (secret: FileSecret) in
      !covered.contains(secret.location) && (judgesTemplates || !templates.contains(secret.location.path))
    }
    let reported = Set(material.secrets.filter { !isOpen($0) }.map(\.secret))
    let tree = TreeContext(
      secrets: material.secrets.filter(isOpen),
      packaged: (material.ignored.filter { !ignored.carriers(of: $0.location.path).isEmpty }
        + material.bundled)
        .filter(isOpen),
      past: material.past.filter { !reported.contains($0.secret.secret) },
      keys: material.keys, carriers: carriers)
    return rules.filter { $0.basis == .files }.compactMap { $0 as? any TreeRule }.flatMap {
      $0.findings(in: tree)
    }
    .filter { profile == .strict || $0.profile == .default }
  }

  /// Functions of templates; programs alone count only where no template speaks of them.
  private var carriers: [Carrier] {
    let all = functions.map(\.carrier)
    let deployed = all.filter { $0.dialect.isTemplate }
    return deployed.isEmpty ? all : deployed
  }
}

/// Lines of which a rule about applications says that a secret stands there, so that none is reported twice.
private struct CoveredPlaces {
  /// Others speak of whole resources, or of what happens to a secret that stands elsewhere.
  private static let rules: Set<String> = [
    "sas7-env-plain-secret", "sas7-hardcoded-credential", "sas7-hardcoded-secret", "sas7-noecho-missing",
    "sas7-output-secret", "sas7-secret-parameter-default", "sas7-ssm-string-not-secure",
    "sas7-stage-variable-secret",
  ]

  private var lines: [String: [ClosedRange<Int32>]] = [:]

  init(_ findings: [Finding]) {
    for finding in findings where Self.rules.contains(finding.rule) {
      for place in [finding.location] + finding.trace.map(\.location) {
        lines[place.path, default: []].append(place.line...max(place.line, place.endLine))
      }
    }
  }

  func contains(_ place: SourceLocation) -> Bool {
    lines[place.path]?.contains { $0.contains(place.line) } ?? false
  }
}
