internal import SourceModel

/// What functions that are written as values are called by those who read the program.
enum BoundNames {
  static func read(expressions: [Expression], statements: [Statement]) -> [FunctionID: String] {
    var names: [FunctionID: String] = [:]

    func name(_ value: ExpressionID, _ name: String, isWrapped: Bool = false) {
      switch expressions[Int(value.index)] {
      case .closure(let function): names[function] = names[function] ?? name
      case .call(let call) where !isWrapped:
        // `exports.handler = middy(async (event) => …)`.
        for argument in call.arguments {
          Self.named(argument.value, in: expressions) { names[$0] = names[$0] ?? name }
        }
      default: break
      }
    }

    func bind(_ pattern: Pattern, _ value: ExpressionID) {
      switch pattern {
      case .name(let text): name(value, text)
      case .place(let place):
        guard case .member(_, let key) = expressions[Int(place.index)], key != "exports" else { return }
        name(value, key)
      default: break
      }
    }

    for expression in expressions {
      switch expression {
      case .assignment(let pattern, let value): bind(pattern, value)
      case .record(let entries):
        for case .pair(let key, let value) in entries { name(value, key) }
      default: continue
      }
    }
    for case .bind(let binding) in statements {
      if let value = binding.value { bind(binding.pattern, value) }
    }
    return names
  }

  private static func named(
    _ value: ExpressionID, in expressions: [Expression], _ found: (FunctionID) -> Void
  ) {
    if case .closure(let function) = expressions[Int(value.index)] { found(function) }
  }
}
