internal import ApplicationModel
internal import Assurance
internal import CodeAnalysis
internal import DependencyAnalysis
internal import FindingModel
internal import RuleModel
internal import TaintEngine

/// The scan of one folder, or of one file of a folder.
struct TargetScan: Sendable {
  let options: ScanOptions
  let rules: [any Rule]
  private let engine = TaintEngine.standard

  /// - Parameter rules: Those that are asked; without any, the outcome has no findings.
  init(_ options: ScanOptions, rules: [any Rule]) {
    self.options = options
    self.rules = rules
  }

  struct Outcome: Sendable {
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
    /// Programs that were read for some function.
    var modules: Set<String> { judgements.reduce(into: []) { $0.formUnion($1.modules) } }
  }

  /// - Throws: ``ScanError`` for a history that cannot be read.
  func run(_ target: ProjectLoading.Target, progress: Scan.Progress? = nil) throws(ScanError) -> Outcome {
    let project = ProjectLoading(options, searchesSecrets: judgesFiles)
    var loaded = project.load(target, progress: progress)
    let packages = project.packages(of: &loaded)
    let judge = judge(loaded, packages, in: folder(of: target))
    var outcome = Outcome(
      notChecked: loaded.notChecked + packages.notChecked, suppressions: loaded.suppressions,
      malformed: loaded.malformed, files: loaded.files,
      hasListProblems: packages.notChecked.contains(where: \.isError))
    outcome.judgements = loaded.applications.parallelMap(threads: options.threads) { judge.judge($0) }
    outcome.judgements += judgePrograms(of: loaded, besides: outcome.modules, judge)
    judgeUnowned(judge, into: &outcome)
    outcome.notChecked += outcome.judgements.flatMap(\.notChecked)
    try judgeFiles(of: target, loaded, into: &outcome)
    let places = outcome.modules.union(outcome.treeFindings.map(\.location.path))
    let (valid, malformed) = project.suppressions(
      ofFiles: loaded.included.union(places).subtracting(loaded.paths).sorted(), in: loaded.tree)
    outcome.suppressions += valid
    outcome.malformed += malformed
    return outcome
  }

  /// Whether a rule asks what stands in files themselves.
  var judgesFiles: Bool { rules.contains { $0.basis == .files } }

  private func folder(of target: ProjectLoading.Target) -> String? {
    target.prefix.isEmpty
      ? ApplicationNaming.folder(options) : target.prefix.split(separator: "/").last.map(String.init)
  }

  /// - Parameter folder: As which `parapet sbom` writes of the whole.
  private func judge(
    _ loaded: ProjectLoading.LoadedTarget, _ packages: PackageReading.Result, in folder: String?
  ) -> Judge {
    let files = SourceTree(loaded.tree, sources: loaded.sources, besides: packages.installed)
    return Judge(
      rules: rules, profile: options.profile, asOf: options.asOf, settings: options.settings,
      analyser: CodeAnalyser(files: files, engine: engine, threads: options.threads),
      dependencies: DependencyAnalyser(
        packages: packages.packages, advisories: options.advisories,
        exemptions: Exemptions.asking(options.exemptions, in: folder)))
  }

  /// Packages that no function carries: judged on their own where there is no function at all.
  private func judgeUnowned(_ judge: Judge, into outcome: inout Outcome) {
    let unowned = judge.dependencies.unused(by: outcome.judgements.map(\.dependencies))
    guard outcome.judgements.allSatisfy(\.functions.isEmpty) else {
      outcome.notChecked += UnownedPackages.notChecked(unowned)
      return
    }
    outcome.judgements += UnownedPackages.applications(of: unowned, judge.dependencies).map {
      judge.judge($0, $1)
    }
  }
}
