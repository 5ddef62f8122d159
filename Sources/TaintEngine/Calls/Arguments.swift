internal import SourceModel

/// What a call passes.
struct Arguments {
  var positional: [Value]
  var named: [(name: String, value: Value)] = []
  /// Elements of `...x` that do not have a known place.
  var rest: Value?
  /// `**x`.
  var namedRest: Value?
  /// Variables that stand in the positional places.
  var places: [[Refinement]] = []

  init(_ positional: [Value]) { self.positional = positional }

  var all: [Value] { positional + named.map(\.value) + [rest, namedRest].compactMap { $0 } }

  func value(_ position: Int, _ name: String? = nil) -> Value? {
    if position >= 0, position < positional.count { return positional[position] }
    if let name, let found = named.last(where: { $0.name == name }) { return found.value }
    if position >= positional.count, let rest { return rest }
    return nil
  }

  func named(_ name: String) -> Value? { named.last { $0.name == name }?.value }

  func dropFirst(_ count: Int = 1) -> Arguments {
    var copy = self
    copy.positional = Array(positional.dropFirst(count))
    copy.places = Array(places.dropFirst(count))
    return copy
  }

  /// What a value was constructed with.
  init(construction: [PassedArgument]) {
    self.init(construction.filter { $0.position != nil }.map(\.value))
    named = construction.compactMap { argument in argument.name.map { ($0, argument.value) } }
  }

  /// As facts about them are told.
  var passed: [PassedArgument] {
    positional.enumerated().map { PassedArgument(position: $0.offset, name: nil, value: $0.element) }
      + named.map { PassedArgument(position: nil, name: $0.name, value: $0.value) }
      + [rest, namedRest].compactMap { $0 }.map { PassedArgument(position: nil, name: nil, value: $0) }
  }
}

extension Interpreter {
  func arguments(of call: Expression.Call) -> Arguments {
    var result = Arguments([])
    for argument in call.arguments {
      let value = evaluate(argument.value)
      if isDead { return result }
      switch argument.kind {
      case .positional:
        if result.rest != nil {
          result.rest = result.rest.map { join($0, value) }
        } else {
          result.positional.append(value)
        }
      case .named(let name): result.named.append((name, value))
      case .spread: spreadPositional(value, into: &result, at: spot(argument.value))
      case .keywordSpread: spreadNamed(value, into: &result)
      }
    }
    return result
  }

  private func spreadPositional(_ value: Value, into arguments: inout Arguments, at spot: Spot) {
    if arguments.rest == nil, let items = elements0(of: value) {
      arguments.positional += items
    } else {
      let item = element(of: value, at: spot)
      arguments.rest = arguments.rest.map { join($0, item) } ?? item
    }
  }

  private func spreadNamed(_ value: Value, into arguments: inout Arguments) {
    var isKnown = !value.objects.isEmpty && value.taints.isEmpty && !value.isOpen
    for object in value.objects {
      guard heap.kind(object).isRecordLike else {
        isKnown = false
        continue
      }
      for key in heap.keys(object) {
        guard let name = key.name, let field = heap.read(object, key) else {
          isKnown = isKnown && key.name != nil
          continue
        }
        arguments.named.append((names[name], field))
      }
    }
    if !isKnown {
      arguments.namedRest = arguments.namedRest.map { join($0, value) } ?? value
    }
  }
}
