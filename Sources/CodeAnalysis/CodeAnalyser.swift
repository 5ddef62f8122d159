package import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import SourceModel
package import TaintEngine

/// Reads the code of an application's functions: finds the handlers, runs the engine, joins what they exchange.
package struct CodeAnalyser: Sendable {
  let library: ModuleLibrary
  let engine: TaintEngine

  package init(files: any CodeFiles, engine: TaintEngine) {
    self.library = ModuleLibrary(files: files)
    self.engine = engine
  }

  package func analyse(_ graph: ApplicationGraph) -> ApplicationCode {
    var functions: [String: FunctionCode] = [:]
    var known: [Work: FunctionCode] = [:]
    for function in graph.application.functions {
      let work = Work(function, in: graph)
      var code: FunctionCode
      if let done = known[work] {
        // Many functions of a service often share one handler.
        code = done
      } else {
        code = read(function, in: graph)
        known[work] = code
      }
      code.cloudCalls = CloudCallReader(graph: graph, function: function).calls(of: code.analysis)
      functions[function.id] = code
    }
    return Linker.link(functions, in: graph)
  }

  /// What decides over the result for a function.
  private struct Work: Hashable {
    let code: CodeSource
    let handler: String?
    let runtime: String?
    let layers: [String]
    let events: [EventSchema]
    let answersCaller: Bool
    let path: String

    init(_ function: Function, in graph: ApplicationGraph) {
      code = function.code
      handler = function.handler.value
      runtime = function.runtime.value
      layers = function.layers.map { $0.value.value?.pattern ?? "" }
      events = function.schemas(in: graph)
      answersCaller = function.answersCallers
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
        answersCaller: function.answersCallers, events: function.schemas(in: graph))
      analyse(entry, in: located.modules, into: &code)
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
