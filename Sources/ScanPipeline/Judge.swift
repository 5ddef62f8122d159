internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import DependencyAnalysis
internal import FindingModel
internal import RuleModel
internal import SourceModel
internal import TaintEngine

/// One application's findings and functions, over all scenarios.
struct Judgement: Sendable {
  var findings: [Finding] = []
  var functions: [JudgedFunction] = []
  var unresolved: [Unresolved] = []
  var suppressions: [DeclaredSuppression] = []
  var notChecked: Set<NotChecked> = []
  /// Programs that were read for some function.
  var modules: Set<String> = []
  /// What the functions carry, over all scenarios.
  var dependencies = ApplicationDependencies()

  /// What of the functions' code could not be read, or not to its end.
  mutating func add(_ code: ApplicationCode) {
    addMissingImports(of: code)
    for (_, function) in code.functions {
      modules.formUnion(function.modules.keys)
      if let unread = function.unread {
        notChecked.insert(
          NotChecked(
            path: unread.location.path,
            reason: "line \(unread.location.line): the code of a function was not read: "
              + unread.reason, isError: false))
      }
      for cut in function.analysis.incomplete {
        notChecked.insert(
          NotChecked(
            path: cut.location.path, reason: "line \(cut.location.line): analysis incomplete: \(cut.reason)",
            isError: false))
      }
      for module in function.modules.values {
        for gap in module.gaps {
          notChecked.insert(
            NotChecked(
              path: module.path,
              reason: "line \(module.location(of: gap.range).line): \(gap.reason.sentence)",
              isError: false))
        }
      }
    }
  }
}

extension Judgement {
  /// Whether packages were looked up.
  var carriesPackages: Bool {
    (Array(dependencies.functions.values) + dependencies.unowned).contains { !$0.packages.isEmpty }
  }

  /// Each name once, where it is imported first.
  fileprivate mutating func addMissingImports(of code: ApplicationCode) {
    let all = code.functions.values.flatMap(\.missingImports).sorted { $0.location < $1.location }
    var names: Set<String> = []
    for missing in all where names.insert(missing.name).inserted {
      let what =
        missing.isFile
        ? "is no file of the scanned tree"
        : "is neither a file of the scanned tree nor a package that the project names"
      notChecked.insert(
        NotChecked(
          path: missing.location.path,
          reason: "line \(missing.location.line): the import '\(missing.name)' is not followed: it \(what)",
          isError: false))
    }
  }
}

/// A function as the report needs it, before scores.
struct JudgedFunction: Sendable {
  let name: String
  let application: String
  let runtime: String?
  let handler: String?
  let location: SourceLocation
  var exposure: Exposure
  var exposurePaths: [String]
  var data: String?
}

/// Runs rules over the scenarios of one application and brings the verdicts together.
struct Judge: Sendable {
  let rules: [any Rule]
  let profile: Profile
  let asOf: CalendarDate
  let settings: RuleSettings
  let analyser: CodeAnalyser
  let dependencies: DependencyAnalyser

  func judge(_ scenarios: [Application]) -> Judgement {
    var merger = ScenarioMerger(scenarios: scenarios.map(\.scenario))
    var judgement = Judgement()
    var unresolved: Set<Unresolved> = []
    for (index, application) in scenarios.enumerated() {
      let declared = ApplicationGraph(application)
      let code = analyser.analyse(declared)
      let graph = declared.adding(code.dataFlows)
      judgement.add(code)
      let carried = dependencies.analyse(graph, code)
      judgement.dependencies.functions.merge(carried.functions) { known, _ in known }
      let context = RuleContext(
        graph: graph.observing(code.observations(in: graph)), code: code, dependencies: carried, asOf: asOf,
        settings: settings)
      // Of a program without a template nobody knows the configuration, so only its code and packages are judged.
      for rule in rules
      where application.dialect.isTemplate || rule is any FunctionCodeRule || rule is any PackageRule {
        for verdict in rule.evaluate(in: context) {
          switch verdict {
          case .pass, .notApplicable: continue
          case .fail(let findings):
            merger.add(findings.filter { profile == .strict || $0.profile == .default }, scenario: index)
          case .undetermined(let reason, let location):
            unresolved.insert(Unresolved(at: location, expression: reason))
          }
        }
      }
      unresolved.formUnion(application.unresolved)
      merge(functions(of: context.graph), into: &judgement.functions)
    }
    judgement.findings = SharedCause.merged(merger.findings)
    judgement.unresolved = unresolved.sorted { ($0.location, $0.expression) < ($1.location, $1.expression) }
    judgement.suppressions = Array(Set(scenarios.flatMap(\.suppressions))).sorted {
      $0.location < $1.location
    }
    return judgement
  }

  /// What manifests say that belong to no function.
  func judge(_ application: Application, _ carried: ApplicationDependencies) -> Judgement {
    let context = RuleContext(
      graph: ApplicationGraph(application), dependencies: carried, asOf: asOf, settings: settings)
    var judgement = Judgement()
    for rule in rules where rule is any PackageRule {
      for case .fail(let findings) in rule.evaluate(in: context) {
        judgement.findings += findings.filter { profile == .strict || $0.profile == .default }
      }
    }
    judgement.dependencies = carried
    return judgement
  }

  private func functions(of graph: ApplicationGraph) -> [JudgedFunction] {
    graph.application.functions.map { function in
      guard graph.application.dialect.isTemplate else { return program(function, in: graph) }
      let paths = graph.exposurePaths(of: function)
      var summaries: [String] = []
      for path in paths where !summaries.contains(path.summary) { summaries.append(path.summary) }
      return JudgedFunction(
        name: function.name, application: graph.application.path, runtime: function.runtime.value,
        handler: function.handler.value, location: function.location,
        exposure: paths.first?.exposure ?? .nobody,
        exposurePaths: summaries, data: graph.dataSummary(of: function))
    }
  }

  /// A handler of which no template speaks.
  private func program(_ function: Function, in graph: ApplicationGraph) -> JudgedFunction {
    JudgedFunction(
      name: function.name, application: graph.application.path, runtime: nil, handler: function.handler.value,
      location: function.location, exposure: .account,
      exposurePaths: ["Callers that no template of the scanned files names"], data: nil)
  }

  /// A function of several scenarios is as exposed as in the worst of them.
  private func merge(_ functions: [JudgedFunction], into all: inout [JudgedFunction]) {
    if all.isEmpty {
      all = functions
      return
    }
    let positions = Dictionary(all.indices.map { (all[$0].name, $0) }) { first, _ in first }
    for function in functions {
      guard let index = positions[function.name] else {
        all.append(function)
        continue
      }
      all[index].exposure = max(all[index].exposure, function.exposure)
      all[index].data = all[index].data ?? function.data
      for path in function.exposurePaths where !all[index].exposurePaths.contains(path) {
        all[index].exposurePaths.append(path)
      }
    }
  }
}
