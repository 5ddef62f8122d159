internal import SourceModel

extension Interpreter {
  func bindParameters(_ definition: FunctionDefinition, _ arguments: Arguments, at spot: Spot) {
    var position = 0
    var used: Set<String> = []
    let function = name(of: definition, in: frame)
    for parameter in definition.parameters {
      switch parameter.kind {
      case .ordinary, .namedOnly:
        var value: Value?
        if parameter.kind == .ordinary {
          value = position < arguments.positional.count ? arguments.positional[position] : nil
          position += 1
        }
        if value == nil, let name = parameter.name {
          value = arguments.named(name)
          used.insert(name)
        } else if let name = parameter.name {
          used.insert(name)
        }
        bind(parameter, to: value, arguments, function, at: spot)
      case .rest:
        bind(
          parameter.pattern, to: remaining(arguments, from: position, at: spot), isDeclaration: true, at: spot
        )
      case .namedRest: bind(parameter.pattern, to: otherNamed(arguments, used), isDeclaration: true, at: spot)
      }
    }
  }

  /// The name that a function has or is bound to.
  func name(of definition: FunctionDefinition, in frame: Frame) -> String? {
    definition.name ?? frame.function.flatMap { modules[Int(frame.module)].boundNames[$0] }
  }

  private func bind(
    _ parameter: FunctionDefinition.Parameter, to value: Value?, _ arguments: Arguments, _ function: String?,
    at spot: Spot
  ) {
    var value = value
    if value == nil, let name = parameter.name {
      if parameter.kind == .ordinary, let rest = arguments.rest { value = rest }
      if let rest = arguments.namedRest { value = member(name, of: rest, at: spot, isField: true) }
    }
    guard var given = value else {
      // A default is evaluated where the function is, not where it is called: its names are the function's.
      let fallback = parameter.defaultValue.map(evaluate) ?? (isPython ? .unknown : .null)
      bind(parameter.pattern, to: fallback, isDeclaration: true, at: spot)
      return
    }
    if let fallback = parameter.defaultValue, !isPython { given = defaulted(given, fallback) }
    given = typed(given, parameter.typeName)
    if case .name(let name) = parameter.pattern {
      heap.write(frame.scope, key(name), noted(.passed(function, name), given, at: spot))
    } else if case .withDefault(.name(let name), let fallback) = parameter.pattern {
      heap.write(
        frame.scope, key(name), noted(.passed(function, name), defaulted(given, fallback), at: spot))
    } else {
      let passed = noted(.passed(function, nil), given, at: spot)
      bind(parameter.pattern, to: passed, isDeclaration: true, at: spot)
    }
  }

  /// Python's annotations are hints that nobody checks; only their library's models do.
  private func typed(_ value: Value, _ type: String?) -> Value { value }

  private func remaining(_ arguments: Arguments, from position: Int, at spot: Spot) -> Value {
    let list = new(.list)
    let items = arguments.positional.dropFirst(position)
    for (index, item) in items.enumerated() where index < Self.elementLimit {
      heap.write(list, .element(index), item)
    }
    if let rest = arguments.rest {
      heap.write(list, .rest, rest)
      setCount(nil, of: list)
    } else {
      setCount(items.count, of: list)
    }
    return .object(list)
  }

  private func otherNamed(_ arguments: Arguments, _ used: Set<String>) -> Value {
    let record = new(.record)
    for (name, value) in arguments.named where !used.contains(name) { heap.write(record, key(name), value) }
    if let rest = arguments.namedRest { spread(rest, into: record) }
    return .object(record)
  }
}
