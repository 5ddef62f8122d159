internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import DependencyAnalysis
internal import EnforcementPlanning
package import EnforcementPolicy
package import FindingModel
internal import TaintEngine

/// discover → load → read the code → plan: the work of `parapet protect generate`.
package struct ProtectionRun: Sendable {
  package struct Planned: Sendable {
    /// The path of the template or program.
    package let application: String
    package let policy: EnforcementPolicy
  }

  package struct Outcome: Sendable {
    /// By application and name.
    package let policies: [Planned]
    package let notChecked: [NotChecked]
  }

  private let options: ScanOptions
  private let planner: PolicyPlanner

  /// - Parameters:
  ///   - options: Rules, dates and thresholds in it are not looked at.
  ///   - seed: Of the decoys.
  package init(_ options: ScanOptions, seed: DecoySeed) {
    self.options = options
    planner = PolicyPlanner(seed: seed)
  }

  /// - Throws: ``ScanError`` for a path that does not exist.
  package func run() throws(ScanError) -> Outcome {
    var policies: [Planned] = []
    var notChecked: Set<NotChecked> = []
    for target in try ProjectLoading(options).targets() {
      var loaded = ProjectLoading(options).load(target)
      let packages = ProjectLoading(options).packages(of: &loaded)
      let files = SourceTree(loaded.tree, sources: loaded.sources, besides: packages.installed)
      let analyser = CodeAnalyser(files: files, engine: .standard, threads: options.threads)
      let dependencies = DependencyAnalyser(packages: packages.packages, advisories: nil)
      let planned = loaded.applications.parallelMap(threads: options.threads) { scenarios in
        plan(scenarios, analyser, dependencies, target.prefix)
      }
      policies += planned.flatMap(\.self)
      if planned.allSatisfy(\.isEmpty) {
        policies += programs(of: loaded, analyser, dependencies, target.prefix)
      }
      notChecked.formUnion((loaded.notChecked + packages.notChecked).map { $0.prefixed(target.prefix) })
    }
    return Outcome(
      policies: policies.sorted {
        ($0.application, $0.policy.function) < ($1.application, $1.policy.function)
      },
      notChecked: notChecked.sorted { ($0.path, $0.reason) < ($1.path, $1.reason) })
  }

  /// Of several scenarios the first that has the function: they differ in configuration, hardly in code.
  private func plan(
    _ scenarios: [Application], _ analyser: CodeAnalyser, _ dependencies: DependencyAnalyser, _ prefix: String
  ) -> [Planned] {
    var planned: [Planned] = []
    var seen: Set<String> = []
    for scenario in scenarios {
      let declared = ApplicationGraph(scenario)
      let code = analyser.analyse(declared)
      let graph = declared.adding(code.dataFlows)
      let carried = dependencies.analyse(graph, code)
      for function in scenario.functions where seen.insert(function.id).inserted {
        let facts = FunctionFacts(
          function: function, application: scenario, code: code[function], dependencies: carried[function],
          exposure: graph.exposurePaths(of: function).first?.exposure ?? .nobody)
        planned.append(
          Planned(application: scenario.path.prefixed(prefix), policy: planner.policy(for: facts)))
      }
    }
    return planned
  }

  /// Where no template names a function, programs that look like handlers.
  private func programs(
    of loaded: ProjectLoading.LoadedTarget, _ analyser: CodeAnalyser, _ dependencies: DependencyAnalyser,
    _ prefix: String
  ) -> [Planned] {
    loaded.sources.parallelMap(threads: options.threads) { path in
      analyser.application(ofProgram: path, besides: []).map { plan([$0], analyser, dependencies, prefix) }
        ?? []
    }.flatMap(\.self)
  }
}
