internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import DependencyAnalysis
internal import FindingModel
internal import PackageModel
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
  /// The application's name; `nil` where there is none.
  var application: String?

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
  /// Functions with what they carry, and lists of no function.
  var carriers: [PackageCarrier] {
    functions.compactMap { function in
      dependencies.functions[function.id].map {
        PackageCarrier(
          application: application ?? function.application, path: function.application,
          function: function.name,
          dependencies: $0)
      }
    }
      + dependencies.unowned.map {
        PackageCarrier(
          application: application ?? "packages", path: $0.lists.map(\.path).min() ?? "", function: nil,
          dependencies: $0)
      }
  }

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
  let id: String
  let name: String
  let application: String
  let runtime: String?
  let handler: String?
  let location: SourceLocation
  var exposure: Exposure
  var exposurePaths: [String]
  var data: String?
  let dialect: Dialect
  /// Folders and archives that are packaged into it.
  var packaged: [String] = []
  /// Programs that were read for it.
  var modules: Set<String> = []

  var carrier: Carrier {
    Carrier(
      function: name, application: application, dialect: dialect, exposure: exposure, roots: packaged,
      modules: modules)
  }
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
      judgement.application = application.name
      let carried = dependencies.analyse(graph, code)
      judgement.dependencies.functions.merge(carried.functions) { known, _ in known }
      let context = RuleContext(
        graph: graph.observing(code.observations(in: graph)), code: code, dependencies: carried, asOf: asOf,
        settings: settings)
      // Of a program without a template nobody knows the configuration, so only its code and packages are judged.
      for rule in rules
      where application.dialect.isTemplate || rule.basis == .code || rule.basis == .packages {
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
      merge(functions(of: context.graph, code: code), into: &judgement.functions)
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
    judgement.application = application.name
    for rule in rules where rule.basis == .packages {
      for case .fail(let findings) in rule.evaluate(in: context) {
        judgement.findings += findings.filter { profile == .strict || $0.profile == .default }
      }
    }
    judgement.dependencies = carried
    return judgement
  }

  private func functions(of graph: ApplicationGraph, code: ApplicationCode) -> [JudgedFunction] {
    graph.application.functions.map { function in
      var judged =
        graph.application.dialect.isTemplate ? deployed(function, in: graph) : program(function, in: graph)
      judged.packaged = function.packagedRoots(in: graph.application)
      judged.modules = Set(code[function]?.modules.keys.map(\.self) ?? [])
      return judged
    }
  }

  private func deployed(_ function: Function, in graph: ApplicationGraph) -> JudgedFunction {
    let paths = graph.exposurePaths(of: function)
    var summaries: [String] = []
    for path in paths where !summaries.contains(path.summary) { summaries.append(path.summary) }
    return JudgedFunction(
      id: function.id, name: function.name, application: graph.application.path,
      runtime: function.runtime.value,
      handler: function.handler.value, location: function.location,
      exposure: paths.first?.exposure ?? .nobody, exposurePaths: summaries,
      data: graph.dataSummary(of: function), dialect: graph.application.dialect)
  }

  /// A handler of which no template speaks.
  private func program(_ function: Function, in graph: ApplicationGraph) -> JudgedFunction {
    JudgedFunction(
      id: function.id, name: function.name, application: graph.application.path, runtime: nil,
      handler: function.handler.value,
      location: function.location, exposure: .account,
      exposurePaths: ["Callers that no template of the scanned files names"], data: nil,
      dialect: graph.application.dialect)
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
      all[index].modules.formUnion(function.modules)
      all[index].packaged += function.packaged.filter { !all[index].packaged.contains($0) }
      for path in function.exposurePaths where !all[index].exposurePaths.contains(path) {
        all[index].exposurePaths.append(path)
      }
    }
  }
}
