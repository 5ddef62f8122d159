internal import CodeAnalysis
internal import FindingModel
internal import SourceModel
internal import TaintEngine

/// Handlers of errors that catch everything and do nothing, in code that the function reaches.
enum SwallowedErrors {
  static func places(in code: FunctionCode) -> [SourceLocation] {
    var places: [SourceLocation] = []
    for reference in code.analysis.reached.sorted(by: { $0.sortKey < $1.sortKey }) {
      guard let module = code.modules[reference.module] else { continue }
      let body = reference.function.map { module[$0].body } ?? module.body
      walk(body, in: module) { attempt in
        // An attempt to clean up may fail; nobody can do anything about it.
        guard !attempt.body.isEmpty, !isCleanup(attempt.body, in: module) else { return }
        for handler in attempt.handlers where isEmpty(handler, in: module) && catchesAll(handler, in: module)
        {
          places.append(module.location(of: handler.range))
        }
      }
    }
    return places
  }

  private static func walk(_ body: [StatementID], in module: SourceModule, visit: (Statement.Attempt) -> Void)
  {
    var waiting = body
    while let id = waiting.popLast() {
      switch module[id] {
      case .attempt(let attempt):
        visit(attempt)
        waiting += attempt.body + attempt.handlers.flatMap(\.body) + attempt.otherwise + attempt.always
      case .if(_, let then, let otherwise): waiting += then + otherwise
      case .loop(let loop): waiting += loop.body + loop.otherwise
      case .with(let with): waiting += with.body
      case .choice(let choice): waiting += choice.cases.flatMap(\.body)
      case .block(let inner): waiting += inner
      default: continue
      }
    }
  }

  private static func isEmpty(_ handler: Statement.Handler, in module: SourceModule) -> Bool {
    handler.body.allSatisfy { id in
      if case .block(let inner) = module[id] { inner.isEmpty } else { false }
    }
  }

  private static func catchesAll(_ handler: Statement.Handler, in module: SourceModule) -> Bool {
    if handler.types.isEmpty { return true }
    return handler.types.contains { id in
      if case .name(let name) = module[id] { name == "Exception" || name == "BaseException" } else { false }
    }
  }

  private static func isCleanup(_ body: [StatementID], in module: SourceModule) -> Bool {
    body.count == 1
      && body.allSatisfy { id in
        guard case .expression(let expression) = module[id] else { return false }
        let text = module.source(of: module.range(of: expression)).lowercased()
        return ["close", "remove", "unlink", "rmtree", "delete", "cleanup", "quit", "disconnect"].contains(
          where: text.contains)
      }
  }
}

extension FunctionReference {
  fileprivate var sortKey: (String, Int32) { (module, function?.index ?? -1) }
}

extension FunctionCode {
  /// A number for the place that does not change when lines move: how many such handlers stand before it.
  func ordinal(of place: SourceLocation) -> String {
    String(SwallowedErrors.places(in: self).filter { $0.path == place.path && $0 < place }.count)
  }
}
