internal import CodeAnalysis
internal import FindingModel
internal import SourceModel
internal import TaintEngine

/// Branches for an error that end the invocation as a success: `if (err) callback(null, …)`, `context.done()`.
enum ReportedSuccess {
  static func places(in code: FunctionCode) -> [SourceLocation] {
    var places: Set<SourceLocation> = []
    for reference in code.analysis.reached {
      guard let module = code.modules[reference.module], module.language != .python else { continue }
      let errors = reference.function.map { errorNames(of: module[$0]) } ?? []
      walk(reference.function.map { module[$0].body } ?? module.body, in: module) { branch, condition in
        if let condition {
          guard case .name(let name) = module[condition], errors.contains(name) else { return }
        }
        if let call = success(in: branch, of: module) { places.insert(module.location(of: call)) }
      }
    }
    return places.sorted()
  }

  /// The first parameter of a callback, where its name says that it is an error.
  private static func errorNames(of function: FunctionDefinition) -> Set<String> {
    guard let name = function.parameters.first?.name, ["err", "error", "e", "er"].contains(name) else {
      return []
    }
    return [name]
  }

  /// Visits what runs where something is true, and what runs where something was thrown.
  private static func walk(
    _ body: [StatementID], in module: SourceModule, visit: ([StatementID], ExpressionID?) -> Void
  ) {
    var waiting = body
    while let id = waiting.popLast() {
      switch module[id] {
      case .if(let condition, let then, let otherwise):
        visit(then, condition)
        waiting += then + otherwise
      case .attempt(let attempt):
        for handler in attempt.handlers { visit(handler.body, nil) }
        waiting += attempt.body + attempt.handlers.flatMap(\.body) + attempt.otherwise + attempt.always
      case .loop(let loop): waiting += loop.body + loop.otherwise
      case .choice(let choice): waiting += choice.cases.flatMap(\.body)
      case .block(let inner): waiting += inner
      default: continue
      }
    }
  }

  /// The call that says all went well, in a branch that does not also say the opposite.
  private static func success(in branch: [StatementID], of module: SourceModule) -> SourceRange? {
    var found: SourceRange?
    var waiting = branch
    while let id = waiting.popLast() {
      switch module[id] {
      case .block(let inner): waiting += inner
      case .throw: return nil
      // A condition within the branch may tell errors apart.
      case .if, .choice, .attempt: return nil
      case .expression(let expression), .return(let expression?):
        guard case .call(let call) = module[expression] else { continue }
        switch outcome(of: call, in: module) {
        case true?: found = module.range(of: expression)
        case false?: return nil
        case nil: continue
        }
      default: continue
      }
    }
    return found
  }

  /// Whether a call ends the invocation well or badly; `nil` for any other call.
  private static func outcome(of call: Expression.Call, in module: SourceModule) -> Bool? {
    let isEmpty = call.arguments.first.map { module[$0.value] == .literal(.null) } ?? true
    switch module[call.callee] {
    case .name("callback"), .name("cb"): return isEmpty
    case .member(let base, let name):
      guard case .name("context") = module[base] else { return nil }
      switch name {
      case "succeed": return true
      case "done": return isEmpty
      case "fail": return false
      default: return nil
      }
    default: return nil
    }
  }
}
