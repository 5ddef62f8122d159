internal import ApplicationModel
internal import Assurance
internal import CodeAnalysis
package import FindingModel
internal import RuleCatalog
internal import RuleModel
internal import TaintEngine
internal import TemplateLoaders

/// discover → load → judge → collect: the main job, and the only place with parallelism.
package struct Scan: Sendable {
  /// Called from any thread with the number of files done and of files in all.
  package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  private let options: ScanOptions
  private let engine = TaintEngine.standard

  package init(_ options: ScanOptions) {
    self.options = options
  }

  /// - Throws: ``ScanError`` for a path that does not exist; everything else is part of the report.
  package func run(progress: Progress? = nil) throws(ScanError) -> ScanReport {
    var collection = Collection()
    for target in try targets() {
      collection.add(scan(target, progress: progress), prefix: target.prefix)
    }
    return report(collection)
  }

  // MARK: Targets

  /// A folder, or one file of a folder.
  private struct Target {
    let root: String
    /// Files given by name; `nil` for the whole folder.
    let only: [String]?
    /// What stands before paths in the report where several folders are scanned.
    let prefix: String
  }

  private func targets() throws(ScanError) -> [Target] {
    var targets: [Target] = []
    for path in options.paths {
      guard let real = FileAccess.realPath(path), let kind = FileAccess.kind(of: real, followingLinks: true)
      else {
        throw .missingPath(path)
      }
      switch kind {
      case .folder:
        targets.append(
          Target(root: real, only: nil, prefix: options.paths.count > 1 ? Self.trimmed(path) : ""))
      case .file:
        let parts = real.split(separator: "/")
        let root = "/" + parts.dropLast().joined(separator: "/")
        let folder = Self.trimmed(path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
        targets.append(
          Target(
            root: root, only: [String(parts.last ?? "")],
            prefix: options.paths.count > 1 ? folder.joined(separator: "/") : ""))
      case .link, .other:
        throw .unreadablePath(path, reason: "it is neither a file nor a folder")
      }
    }
    return targets
  }

  private static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path == "." ? "" : String(path)
  }

  // MARK: One target

  /// Everything one file gave.
  private struct FileOutcome: Sendable {
    var path: String
    var scenarios: [Application] = []
    var notChecked: [NotChecked] = []
    var suppressions: [InlineSuppression] = []
    var malformed: [MalformedSuppression] = []
  }

  private struct TargetOutcome: Sendable {
    var judgements: [Judgement] = []
    var notChecked: [NotChecked] = []
    var suppressions: [InlineSuppression] = []
    var malformed: [MalformedSuppression] = []
    var files = 0
  }

  private func scan(_ target: Target, progress: Progress?) -> TargetOutcome {
    let tree = ScannedTree(root: target.root)
    var outcome = TargetOutcome()
    let paths: [String]
    var sources: [String] = []
    if let only = target.only {
      paths = only.filter { !Discovery.isSource($0) }
      sources = only.filter(Discovery.isSource)
      outcome.files = only.count
    } else {
      let excluded = IgnoreRules(options.excluded.joined(separator: "\n"))
      let discovered = Discovery.find(in: target.root, excluded: excluded)
      paths = discovered.paths
      sources = discovered.sources
      outcome.notChecked = discovered.notChecked
      outcome.files = discovered.fileCount
    }
    let total = paths.count
    let isNamed = target.only != nil
    let loaded: [FileOutcome] = paths.parallelMap(
      threads: options.threads, progress: { done in progress?(done, total) },
      { path in load(path, tree: tree, isNamed: isNamed) })
    // A file that another template includes is judged there, with the values it is given there.
    let included = tree.included(among: paths)
    let own = loaded.filter { isNamed || !included.contains($0.path) }
    let files = SourceTree(root: target.root, sources: sources)
    let judge = judge(CodeAnalyser(files: files, engine: engine))
    let applications = own.map(\.scenarios).filter { !$0.isEmpty }
    outcome.judgements = applications.parallelMap(threads: options.threads) { judge.judge($0) }
    let read = outcome.judgements.reduce(into: Set<String>()) { $0.formUnion($1.modules) }
    let programs = sources.filter { !read.contains($0) }.parallelMap(threads: options.threads) { path in
      judge.analyser.application(ofProgram: path).map { judge.judge([$0]) }
    }
    outcome.judgements += programs.compactMap(\.self)
    outcome.notChecked += own.flatMap(\.notChecked)
    outcome.notChecked += outcome.judgements.flatMap(\.notChecked)
    for file in loaded {
      outcome.suppressions += file.suppressions
      outcome.malformed += file.malformed
    }
    let modules = outcome.judgements.reduce(into: Set<String>()) { $0.formUnion($1.modules) }
    readSuppressions(
      ofFiles: tree.askedPaths.union(modules).subtracting(paths).sorted(), tree: tree, into: &outcome)
    return outcome
  }

  private var rules: [any Rule] {
    RuleCatalog.rules(in: options.profile).filter { !options.disabledRules.contains($0.metadata.id) }
  }

  private func judge(_ analyser: CodeAnalyser) -> Judge {
    Judge(rules: rules, asOf: options.asOf, settings: options.settings, analyser: analyser)
  }

  private func load(_ path: String, tree: ScannedTree, isNamed: Bool) -> FileOutcome {
    var outcome = FileOutcome(path: path)
    let limits = options.loading.limits
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.read(tree.root + "/" + path, limit: limits.bytes)
    } catch {
      // A large file that nobody named is data more often than a template; it is listed, not counted as an error.
      let isLarge = if case .tooLarge = error { true } else { false }
      outcome.notChecked.append(
        NotChecked(
          path: path,
          reason: isLarge
            ? "\(error) (the limit is \(limits.bytes) bytes)" : "the file cannot be read: \(error)",
          isError: isNamed || !isLarge))
      return outcome
    }
    guard isNamed || TemplateLoader.mayBeTemplate(bytes, path: path) else { return outcome }
    // Few files hold one: the search of the bytes spares the rest the decoding.
    if bytes.containsText("parapet:ignore") {
      (outcome.suppressions, outcome.malformed) = InlineSuppressions.read(
        String(decoding: bytes, as: UTF8.self), path: path)
    }
    do {
      guard let loaded = try TemplateLoader.load(bytes, path: path, options: options.loading, files: tree)
      else {
        if isNamed {
          outcome.notChecked.append(
            NotChecked(
              path: path,
              reason:
                "it is no CloudFormation, SAM or Serverless Framework template: it has neither Resources "
                + "with AWS types nor a service with an aws provider"))
        }
        return outcome
      }
      outcome.scenarios = loaded.scenarios
      outcome.notChecked = loaded.problems.map { problem in
        NotChecked(
          path: problem.location.path,
          reason: "line \(problem.location.line), column \(problem.location.column): \(problem.message)",
          isError: problem.isError)
      }
    } catch {
      outcome.notChecked.append(NotChecked(path: path, reason: error.description))
    }
    return outcome
  }

  /// Files that templates include may hold findings, and so suppressions, without being templates themselves.
  private func readSuppressions(ofFiles paths: [String], tree: ScannedTree, into outcome: inout TargetOutcome)
  {
    for path in paths {
      // It was read before; a file that vanished since has no findings to suppress.
      guard let bytes = try? FileAccess.read(tree.root + "/" + path, limit: options.loading.limits.bytes)
      else {
        continue
      }
      let found = InlineSuppressions.read(String(decoding: bytes, as: UTF8.self), path: path)
      outcome.suppressions += found.valid
      outcome.malformed += found.malformed
    }
  }

  // MARK: Collecting

  private struct Collection {
    var outcomes: [(outcome: TargetOutcome, prefix: String)] = []

    mutating func add(_ outcome: TargetOutcome, prefix: String) {
      outcomes.append((outcome, prefix))
    }
  }

  private func report(_ collection: Collection) -> ScanReport {
    let active = Set(rules.map { $0.metadata.id })
    let known = Set(RuleCatalog.all.map { $0.metadata.id })
    var findings: [ReportedFinding] = []
    var functions: [FunctionSummary] = []
    var notChecked: Set<NotChecked> = []
    var unresolved: Set<Unresolved> = []
    var notices: [String] = Staleness.notices(asOf: options.asOf)
    for (outcome, prefix) in collection.outcomes {
      var ledger = SuppressionLedger(asOf: options.asOf, knownRules: known)
      ledger.add(outcome.suppressions, malformed: outcome.malformed)
      for judgement in outcome.judgements {
        for item in judgement.suppressions {
          ledger.add(
            rule: item.rule, reason: item.reason, until: item.until, subject: item.subject,
            application: item.location.path, at: item.location)
        }
      }
      let applied = ledger.apply(to: outcome.judgements.flatMap(\.findings), activeRules: active)
      let byFunction = FindingsByFunction(applied.findings)
      let relocated = applied.findings.map { $0.prefixed(prefix) }
      findings += relocated
      notices += applied.notices
      functions += outcome.judgements.flatMap(\.functions).map {
        summary(of: $0, findings: byFunction, prefix)
      }
      notChecked.formUnion(outcome.notChecked.map { $0.prefixed(prefix) })
      unresolved.formUnion(outcome.judgements.flatMap(\.unresolved).map { $0.prefixed(prefix) })
    }
    return ScanReport(
      toolVersion: options.toolVersion, asOf: options.asOf.description,
      functions: functions.sorted {
        ($0.application, $0.location, $0.name) < ($1.application, $1.location, $1.name)
      },
      findings: findings.sorted { $0.finding.precedes($1.finding) },
      notChecked: notChecked.sorted { ($0.path, $0.reason) < ($1.path, $1.reason) },
      unresolved: unresolved.sorted { ($0.location, $0.expression) < ($1.location, $1.expression) },
      notices: notices,
      statistics: ScanStatistics(
        applications: collection.outcomes.reduce(0) { $0 + $1.outcome.judgements.count },
        files: collection.outcomes.reduce(0) { $0 + $1.outcome.files }, rules: active.count,
        width: options.width))
  }

  private func summary(
    of function: JudgedFunction, findings: FindingsByFunction, _ prefix: String
  ) -> FunctionSummary {
    let own = findings[function.application, function.name]
    let decision = VerdictRule.verdict(findings: own, exposure: function.exposure, data: function.data)
    let risks = Dictionary(own.map { ($0.risk, $0.severity) }, uniquingKeysWith: max)
    return FunctionSummary(
      name: function.name, application: function.application.prefixed(prefix), runtime: function.runtime,
      handler: function.handler, location: function.location.prefixed(prefix), exposure: function.exposure,
      exposurePaths: function.exposurePaths,
      riskScore: RiskScore.score(of: own, exposure: function.exposure), verdict: decision.verdict,
      verdictReason: decision.reason, risks: risks)
  }
}

/// Active findings by the functions they affect, so that a large report costs no more per function than a small one.
private struct FindingsByFunction {
  private struct Key: Hashable {
    let application: String
    let function: String
  }

  private var findings: [Key: [Finding]] = [:]

  init(_ reported: [ReportedFinding]) {
    for item in reported where item.isActive {
      for function in item.finding.functions {
        findings[Key(application: item.finding.application, function: function), default: []].append(
          item.finding)
      }
    }
  }

  subscript(application: String, function: String) -> [Finding] {
    findings[Key(application: application, function: function)] ?? []
  }
}
