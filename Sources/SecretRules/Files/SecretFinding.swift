internal import FindingModel
internal import RuleModel
internal import SecretDetection
internal import SecretFiles

extension TreeRule {
  /// A finding for a secret in a file: what it is, what it opens, who carries it, and where else it stands.
  func finding(for placed: PlacedSecret, number: Int, in tree: TreeContext) -> Finding {
    let first = placed.first
    let carriers = tree.carriers(of: placed)
    let evidence = first.secret.evidence.map { "; \($0)" } ?? ""
    var message = "'\(first.location.path)' holds \(first.sentencePart)\(evidence)."
    message += " Whoever has it can \(first.secret.kind.power)."
    message += " " + CarrierSentence.text(for: carriers, file: first.file)
    if !placed.others.isEmpty { message += " It stands in \(placed.others.count + 1) places." }
    var trace = placed.others.map { TraceStep(at: $0.location, note: "the same secret") }
    if let partner = placed.partner {
      trace.insert(
        TraceStep(at: partner.location, note: "\(partner.secret.kind.title) that belongs to it"), at: 0)
    }
    return finding(
      message, at: first.location, carriers: carriers, severity: first.severity,
      confidence: first.confidence, profile: first.profile, trace: trace,
      advice: SecretAdvice.text(for: first.secret.kind, metadata.remediation.advice),
      discriminator: "\(first.secret.kind):\(first.name ?? ""):\(number)")
  }

  /// A finding about a file.
  func finding(
    _ message: String, at location: SourceLocation, carriers: [Carrier], severity: Severity,
    confidence: Confidence, profile: Profile = .default, trace: [TraceStep] = [], advice: String,
    discriminator: String
  ) -> Finding {
    let application = carriers.first?.application ?? ""
    let metadata = metadata
    var finding = Finding(
      rule: metadata.id, risk: metadata.risk, weaknesses: metadata.weaknesses, severity: severity,
      confidence: confidence, title: metadata.title, message: message, remediation: "",
      subject: .file(path: location.path), application: application,
      functions: Set(carriers.filter { $0.application == application }.map(\.function)).sorted(),
      location: location, trace: trace, references: metadata.references, discriminator: discriminator)
    finding.advise(
      advice, example: metadata.remediation.snippet(for: .ofFile(location.path, carriers.first?.dialect)))
    finding.profile = profile
    return finding
  }
}

extension Dialect {
  /// The language of a file's own examples; that of its application for what is no program.
  fileprivate static func ofFile(_ path: String, _ dialect: Dialect?) -> Dialect {
    let name = path.lowercased()
    if name.hasSuffix(".py") || name.hasSuffix(".ipynb") { return .python }
    if [".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"].contains(where: name.hasSuffix) {
      return .javaScript
    }
    if FileKind(path: path).content == .dockerfile { return .dockerfile }
    return dialect.map { $0.isTemplate ? $0 : .cloudFormation } ?? .cloudFormation
  }
}

extension [PlacedSecret] {
  /// Each with the number of those like it that stand before it in the same file: lines are no part of a fingerprint.
  var numbered: [(placed: PlacedSecret, number: Int)] {
    var counts: [String: Int] = [:]
    return map { placed in
      let key = "\(placed.first.location.path)\u{0}\(placed.first.secret.kind)\u{0}\(placed.first.name ?? "")"
      counts[key, default: 0] += 1
      return (placed, counts[key, default: 0])
    }
  }
}

extension FileSecret {
  /// `an AWS access key id: AKIA…(20 characters)`, `a password in 'DB_PASSWORD': …(9 characters)`.
  var sentencePart: String {
    let place = name.map { " in '\($0)'" } ?? ""
    // The kind `a secret by its name` would say the name's part twice.
    let title = secret.kind == .namedSecret ? "a secret" : secret.kind.title
    return "\(title)\(place): \(secret)"
  }
}

/// What functions have to do with a file.
enum CarrierSentence {
  static func text(for carriers: [Carrier], file: FileKind) -> String {
    guard let first = carriers.first else {
      return "No function's package is known to hold the file; whoever can read the repository has it."
    }
    let more = carriers.count - 1
    let others = more == 0 ? "" : more == 1 ? " and of one more function" : " and of \(more) more functions"
    return "It is part of the package of '\(first.function)', \(reach(of: first.exposure))\(others)."
  }

  private static func reach(of exposure: Exposure) -> String {
    switch exposure {
    case .internet: "which anyone on the internet can make run"
    case .authenticated: "which every user of the application can make run"
    case .otherAccount: "which another account can make run"
    case .account: "which the own account makes run"
    case .nobody: "which nobody from outside makes run"
    }
  }
}

/// What to do first: a secret that was deleted from a file is as good as before.
enum SecretAdvice {
  static func text(for kind: SecretKind, _ rest: String) -> String {
    let first =
      kind.isChosenByPeople
      ? "Change the secret where it is checked: deleting it here does not."
      : "Withdraw the secret where it was issued: deleting it here does not."
    let page = kind.withdrawal.map { " See \($0)." } ?? ""
    return first + page + " " + rest
  }
}
