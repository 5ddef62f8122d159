package import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import SourceModel
package import TaintEngine

/// Reads the code of an application's functions: finds the handlers, runs the engine, joins what they exchange.
package struct CodeAnalyser: Sendable {
  let library: ModuleLibrary
  let engine: TaintEngine
  private let threads: Int

  package init(files: any CodeFiles, engine: TaintEngine, threads: Int = 1) {
    self.library = ModuleLibrary(files: files, engine: engine)
    self.engine = engine
    self.threads = threads
  }

  package func analyse(_ graph: ApplicationGraph) -> ApplicationCode {
    let all = graph.application.functions
    let works = all.map { Work($0, in: graph) }
    // Many functions of a service often share one handler.
    var firsts: [Work: Int] = [:]
    for (index, work) in works.enumerated() where firsts[work] == nil { firsts[work] = index }
    let read = firsts.values.sorted().parallelMap(threads: threads) {
      (works[$0], self.read(all[$0], in: graph))
    }
    let known = Dictionary(read) { first, _ in first }
    let codes = all.indices.map { $0 }.parallelMap(threads: threads) { index in
      var code = known[works[index]] ?? FunctionCode()
      code.cloudCalls = CloudCallReader(graph: graph, function: all[index]).calls(of: code.analysis)
      code.openNeeds = OpenNeedReader.needs(of: code.analysis)
      return (all[index].id, code)
    }
    let functions = Dictionary(codes) { _, last in last }
    return Linker.link(functions, in: graph) { id, constants in
      guard let function = graph.function(id), let entry = functions[id]?.entry,
        case .found(let located) = HandlerLocator(graph: graph, library: library).locate(function)
      else { return nil }
      let analysis = engine.analyse(entry.narrowed(to: constants), in: located.modules)
      return analysis.incomplete.isEmpty ? analysis.flows : nil
    }
  }

  /// What decides over the result for a function.
  private struct Work: Hashable, Sendable {
    let code: CodeSource
    let handler: String?
    let runtime: String?
    let layers: [String]
    let events: [EventSchema]
    let answersCaller: Bool
    let variables: Set<String>
    let path: String

    init(_ function: Function, in graph: ApplicationGraph) {
      code = function.code
      handler = function.handler.value
      runtime = function.runtime.value
      layers = function.layers.map { $0.value.value?.pattern ?? "" }
      events = function.schemas(in: graph)
      answersCaller = function.answersCallers
      variables = function.variablesSet
      path = function.location.path
    }
  }

  private func read(_ function: Function, in graph: ApplicationGraph) -> FunctionCode {
    var code = FunctionCode()
    switch HandlerLocator(graph: graph, library: library).locate(function) {
    case .unread(let unread):
      code.unread = unread
    case .found(let located):
      let entry = EntryPoint(
        module: located.path, names: located.names, parameters: Self.parameters(located.language),
        answersCaller: function.answersCallers, events: function.schemas(in: graph),
        variables: function.variablesSet)
      analyse(entry, in: located.modules, into: &code)
      code.externalImports = ModuleImports.external(in: code.modules, located.modules)
      // A file that no template speaks of is looked at without what belongs to it.
      guard graph.application.dialect.isTemplate else { return code }
      code.missingImports = MissingImports(
        modules: located.modules, hasOpenLayers: !located.modules.hasAllLayers(of: function)
      ).missing(in: code.modules)
    }
    return code
  }

  private static func parameters(_ language: SourceLanguage) -> [EntryPoint.Parameter] {
    language == .python ? [.event, .context] : [.event, .context, .callback]
  }

  private func analyse(_ entry: EntryPoint, in modules: FunctionModules, into code: inout FunctionCode) {
    code.entry = entry
    guard let module = modules.module(entry.module) else {
      code.unread = FunctionCode.Unread(
        reason: "the file of its handler cannot be read", at: .start(of: entry.module), isError: true)
      return
    }
    code.handler =
      engine.candidates(in: module).first { $0.names == entry.names }?.location ?? .start(of: entry.module)
    code.analysis = engine.analyse(entry, in: modules)
    for path in code.analysis.modules.sorted() { code.modules[path] = modules.module(path) }
  }
}

extension Function {
  /// Variables that the template gives a value, known or not; an empty one counts as none for most code.
  fileprivate var variablesSet: Set<String> {
    Set(environment.filter { !$0.value.isAbsent && $0.value.value?.literal != "" }.map(\.name))
  }
}
