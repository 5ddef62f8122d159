internal import ApplicationModel
internal import Assurance
internal import CodeAnalysis
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
internal import RuleCatalog
internal import RuleModel
internal import SecretFiles
internal import TaintEngine
internal import TemplateLoaders

/// discover → load → judge → collect: the main job, in parallel over files and applications.
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
    for target in try ProjectLoading(options).targets() {
      collection.add(try scan(target, progress: progress), prefix: target.prefix)
    }
    return report(collection)
  }

  /// What functions carry, in the order of the report.
  struct Carried {
    var carriers: [PackageCarrier] = []
    var notChecked: [NotChecked] = []
    var notices: [String] = []
    /// Whether every list of packages was read to its end.
    var isComplete = true
  }

  /// - Throws: ``ScanError``.
  func carried() throws(ScanError) -> Carried {
    var result = Carried()
    var judgements: [Judgement] = []
    for target in try ProjectLoading(options).targets() {
      let outcome = try scan(target, progress: nil)
      judgements += outcome.judgements
      result.notChecked += outcome.notChecked.map { $0.prefixed(target.prefix) }
      result.isComplete = result.isComplete && !outcome.hasListProblems
      for judgement in outcome.judgements {
        result.carriers += judgement.carriers.map { $0.prefixed(target.prefix) }
      }
    }
    result.carriers.sort {
      ($0.application, $0.path, $0.function ?? "") < ($1.application, $1.path, $1.function ?? "")
    }
    result.notChecked.sort { ($0.path, $0.reason) < ($1.path, $1.reason) }
    result.notices = packageNotices(judgements)
    return result
  }

  private func packageNotices(_ judgements: [Judgement]) -> [String] {
    let notice =
      judgements.contains(where: \.carriesPackages) ? options.advisories?.notice(asOf: options.asOf) : nil
    return [notice].compactMap(\.self) + Exemptions.notices(judgements)
  }

  // MARK: One target

  private struct TargetOutcome: Sendable {
    var judgements: [Judgement] = []
    var notChecked: [NotChecked] = []
    var suppressions: [InlineSuppression] = []
    var malformed: [MalformedSuppression] = []
    var files = 0
    /// Whether a manifest, a lockfile or a bundle was not read to its end.
    var hasListProblems = false
    /// Findings about files, whichever application they belong to.
    var treeFindings: [Finding] = []

    var findings: [Finding] { judgements.flatMap(\.findings) + treeFindings }
  }

  private func scan(
    _ target: ProjectLoading.Target, progress: Progress?
  ) throws(ScanError) -> TargetOutcome {
    let project = ProjectLoading(options)
    var loaded = project.load(target, progress: progress)
    let packages = project.packages(of: &loaded)
    let files = SourceTree(loaded.tree, sources: loaded.sources, besides: packages.installed)
    let folder =
      target.prefix.isEmpty
      ? ApplicationNaming.folder(options) : target.prefix.split(separator: "/").last.map(String.init)
    let dependencies = DependencyAnalyser(
      packages: packages.packages, advisories: options.advisories,
      exemptions: Exemptions.asking(options.exemptions, in: folder))
    let judge = judge(CodeAnalyser(files: files, engine: engine, threads: options.threads), dependencies)
    var outcome = TargetOutcome(
      notChecked: loaded.notChecked + packages.notChecked,
      suppressions: loaded.suppressions,
      malformed: loaded.malformed,
      files: loaded.files, hasListProblems: packages.notChecked.contains(where: \.isError))
    outcome.judgements = loaded.applications.parallelMap(threads: options.threads) { judge.judge($0) }
    let read = outcome.judgements.reduce(into: Set<String>()) { $0.formUnion($1.modules) }
    let roots = loaded.applications.reduce(into: Set<String>()) { $0.formUnion($1.codeRoots) }
    let programs = loaded.sources.filter { !read.contains($0) }.parallelMap(threads: options.threads) {
      path in
      judge.analyser.application(ofProgram: path, besides: roots).map { (path, judge.judge([$0])) }
    }
    outcome.judgements += Self.withoutServants(programs.compactMap(\.self))
    let unowned = dependencies.unused(by: outcome.judgements.map(\.dependencies))
    if outcome.judgements.allSatisfy(\.functions.isEmpty) {
      outcome.judgements += UnownedPackages.applications(of: unowned, dependencies).map {
        judge.judge($0, $1)
      }
    } else {
      outcome.notChecked += UnownedPackages.notChecked(unowned)
    }
    outcome.notChecked += outcome.judgements.flatMap(\.notChecked)
    try judgeFiles(of: target, loaded, into: &outcome)
    let modules = outcome.judgements.reduce(into: Set<String>()) { $0.formUnion($1.modules) }
      .union(outcome.treeFindings.map(\.location.path))
    let (valid, malformed) = project.suppressions(
      ofFiles: loaded.included.union(modules).subtracting(loaded.paths).sorted(), in: loaded.tree)
    outcome.suppressions += valid
    outcome.malformed += malformed
    return outcome
  }

  /// Secrets in the files themselves, and on request in what they once held.
  private func judgeFiles(
    of target: ProjectLoading.Target, _ loaded: ProjectLoading.LoadedTarget, into outcome: inout TargetOutcome
  ) throws(ScanError) {
    guard rules.contains(where: { $0.basis == .files }) else { return }
    let files = TreeFiles(root: target.root, threads: options.threads, today: options.asOf)
    // What lies in archives was searched when they were opened.
    let own = files.search((loaded.paths + loaded.sources + loaded.others).filter { !$0.contains("!/") })
    let ignored = files.search(loaded.privates)
    var material = TreeJudge.Material(
      secrets: own.secrets, ignored: ignored.secrets, bundled: loaded.bundled.flatMap(\.secrets.secrets),
      keys: own.keys + ignored.keys + loaded.bundled.flatMap(\.secrets.keys))
    outcome.notChecked += own.notChecked + ignored.notChecked
    if let request = options.history {
      do {
        let history = try HistorySearch(
          root: target.root, request: request,
          excluded: IgnoreRules(excludedPatterns(below: target.root)), threads: options.threads,
          today: options.asOf
        )
        .search(besides: Set((own.secrets + ignored.secrets + material.bundled).map(\.secret)))
        material.past = history.past
        outcome.notChecked += history.notChecked
      } catch {
        throw .history(target.root, reason: "\(error)")
      }
    }
    let judge = TreeJudge(
      rules: rules, profile: options.profile, known: outcome.judgements.flatMap(\.findings),
      functions: outcome.judgements.flatMap(\.functions),
      templates: Set(loaded.applications.compactMap { $0.first?.path }))
    let verdict = judge.verdict(on: material)
    outcome.treeFindings = verdict.findings
    guard !verdict.copies.isEmpty else { return }
    for index in outcome.judgements.indices {
      outcome.judgements[index].findings = outcome.judgements[index].findings.map { finding in
        verdict.copies[finding].map(finding.standingToo) ?? finding
      }
    }
  }

  /// What the configuration and the folder's own list leave out; what git ignores was never committed.
  private func excludedPatterns(below root: String) -> String {
    // A list that cannot be read leaves nothing out; more is searched, never less.
    let own = (try? FileAccess.read(root + "/.parapetignore", limit: 1 << 20)) ?? []
    return options.excluded.joined(separator: "\n") + "\n" + String(decoding: own, as: UTF8.self)
  }

  /// Programs without those that another one imports: what takes an event there is given it by that one.
  private static func withoutServants(_ programs: [(path: String, judgement: Judgement)]) -> [Judgement] {
    let imports = Dictionary(programs.map { ($0.path, $0.judgement.modules) }) { first, _ in first }
    var importers: [String: [String]] = [:]
    for program in programs {
      for module in program.judgement.modules where module != program.path && imports[module] != nil {
        importers[module, default: []].append(program.path)
      }
    }
    return programs.filter { program in
      let isServant = importers[program.path, default: []].contains { importer in
        !program.judgement.modules.contains(importer)
      }
      return !isServant || program.judgement.functions.contains { $0.isNamedHandler }
    }.map(\.judgement)
  }

  private var rules: [any Rule] {
    RuleCatalog.rules(in: options.profile).filter { !options.disabledRules.contains($0.metadata.id) }
  }

  private func judge(_ analyser: CodeAnalyser, _ dependencies: DependencyAnalyser) -> Judge {
    Judge(
      rules: rules, profile: options.profile, asOf: options.asOf, settings: options.settings,
      analyser: analyser, dependencies: dependencies)
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
    notices += packageNotices(collection.outcomes.flatMap(\.outcome.judgements))
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
      let applied = ledger.apply(to: outcome.findings, activeRules: active)
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

extension JudgedFunction {
  /// Whether it is called what templates call handlers.
  fileprivate var isNamedHandler: Bool {
    let name = handler?.split(separator: ".").last?.lowercased() ?? ""
    return ["handler", "lambda_handler", "lambdahandler"].contains(name)
  }
}
