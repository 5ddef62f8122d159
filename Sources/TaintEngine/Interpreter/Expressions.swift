internal import SourceModel

extension Interpreter {
  func evaluate(_ id: ExpressionID) -> Value {
    guard !isDead, mayGoOn(at: spot(id)) else {
      if steps > limits.steps { isDead = true }
      return .unknown
    }
    switch code[id] {
    case .missing: return .unknown
    case .literal(let literal): return evaluate(literal)
    case .name(let name): return lookUp(name)
    case .receiver: return currentReceiver
    case .parent: return parentValue()
    case .member(let base, let name):
      let value = evaluate(base)
      return eventAttribute(name, of: value, at: spot(id)) ?? member(name, of: value, at: spot(id))
    case .index(let base, let key):
      let value = evaluate(base)
      return index(value, by: evaluate(key), at: spot(id))
    case .slice(let base, let bounds):
      let value = evaluate(base)
      bounds.forEach { _ = evaluate($0) }
      return slice(value, at: spot(id))
    case .call(let call): return evaluate(call, id)
    case .operation(let sign, let operands): return evaluate(sign, operands, id)
    case .interpolation(let parts): return text(of: parts.map(evaluate), at: spot(id))
    case .sequence(let kind, let elements): return sequence(kind, elements, id)
    case .record(let entries): return record(entries, id)
    case .comprehension(let comprehension): return evaluate(comprehension, id)
    case .closure(let function): return functionValue(function, at: id)
    case .classValue(let definition): return classValue(definition)
    case .await(let value): return awaited(evaluate(value))
    case .yield(let value):
      frame.yielded = join(frame.yielded, value.map(evaluate) ?? .null)
      return .unknown
    case .conditional(let test, let then, let otherwise):
      return choose(
        decide(test), then: { self.evaluate(then) }, otherwise: { self.evaluate(otherwise) })
    case .assignment(let pattern, let value):
      let result = evaluate(value)
      if isDead { return .never }
      bind(pattern, to: result, isDeclaration: isPython, at: spot(value))
      return result
    case .module(let specifier): return imported(specifier, at: spot(id))
    }
  }

  func evaluate(_ literal: Literal) -> Value {
    switch literal {
    case .text(let text), .bytes(let text): .text(text)
    case .number(let number): .number(number)
    case .boolean(let value): value ? .yes : .no
    case .null: .null
    case .regularExpression(let pattern, let flags): Value(atoms: [.pattern(pattern, flags: flags)])
    }
  }

  /// One of two values by a condition; either side is run under what the condition says.
  func choose(_ decided: Decision, then: () -> Value, otherwise: () -> Value) -> Value {
    if isDead { return .never }
    if decided.truth == true {
      assume(decided.proof?.whenTrue)
      return then()
    }
    if decided.truth == false {
      assume(decided.proof?.whenFalse)
      return otherwise()
    }
    return merge([
      inBranch {
        assume(decided.proof?.whenTrue)
        return then()
      },
      inBranch {
        assume(decided.proof?.whenFalse)
        return otherwise()
      },
    ])
  }

  /// Promises are their values; what an executor resolved is found in the promise's `value`.
  func awaited(_ value: Value) -> Value {
    value
  }

  // MARK: Names

  func lookUp(_ name: String) -> Value {
    let key = key(name)
    if let isGlobal = frame.outerNames[key.raw], isGlobal, frame.module >= 0 {
      if let value = heap.read(module.scope, key) { return value }
    }
    var scope: ObjectID? = frame.scope
    while let current = scope {
      if let value = heap.read(current, key) { return value }
      guard case .scope(let parent) = heap.kind(current) else { break }
      scope = parent
    }
    return builtin(name)
  }

  /// The scope that has a name, from the innermost on.
  func scope(of name: String) -> ObjectID? {
    let key = key(name)
    if let isGlobal = frame.outerNames[key.raw], isGlobal, frame.module >= 0 { return module.scope }
    var scope: ObjectID? = frame.scope
    while let current = scope {
      if heap.read(current, key) != nil { return current }
      guard case .scope(let parent) = heap.kind(current) else { return nil }
      scope = parent
    }
    return nil
  }

  private func builtin(_ name: String) -> Value {
    switch name {
    case "undefined" where !isPython: return .null
    case "NaN" where !isPython, "Infinity" where !isPython: return Value(isOpen: true)
    case "__name__" where isPython: return Value(atoms: [.literal(moduleName)], isOpen: false)
    case "__file__", "__filename__", "__dirname", "__filename":
      return Value(atoms: [.text([.open])])
    case "arguments" where !isPython: return argumentsObject()
    case "globalThis", "window", "global": return library("global")
    default:
      if frame.module >= 0, let module = module.openImports.first, !PythonCore.builtins.contains(name) {
        return library(module + "." + name)
      }
      return library(name)
    }
  }

  private var moduleName: String {
    let file = code.path.split(separator: "/").last.map(String.init) ?? code.path
    return file.hasSuffix(".py") ? String(file.dropLast(3)) : file
  }

  private func argumentsObject() -> Value {
    let list = new(.list)
    for (index, value) in frame.arguments.enumerated() where index < 16 {
      heap.write(list, .element(index), value)
    }
    return .object(list)
  }

  var currentReceiver: Value {
    if let receiver = frame.receiver { return receiver }
    if !isPython, frame.module >= 0, frame.function == nil { return .object(module.exports) }
    return .unknown
  }

  private func parentValue() -> Value {
    guard let home = frame.home, case .classType(let type) = heap.kind(home) else { return .unknown }
    // Members are looked up in the bases; the receiver stays the instance.
    let bound = heap.add(
      .bound(function: join(type.bases), receiver: superReceiver, arguments: [], named: []))
    return .object(bound)
  }

  private var superReceiver: Value {
    isPython ? frame.arguments.first ?? .unknown : frame.receiver ?? .unknown
  }

  // MARK: Aggregates

  private func sequence(
    _ kind: Expression.SequenceKind, _ elements: [Expression.Element], _ id: ExpressionID
  ) -> Value {
    let list = new(kind == .set ? .set : .list, at: id)
    let isWeak = heap[list].isSummary
    var index: Int? = 0
    for element in elements {
      let value = evaluate(element.value)
      if isDead { return .never }
      if element.isSpread {
        if let items = elements0(of: value) {
          for item in items { add(item, to: list, &index, isWeak: isWeak) }
        } else {
          store(self.element(of: value, at: spot(element.value)), in: list, .rest, isWeak: true)
          index = nil
        }
      } else {
        add(value, to: list, &index, isWeak: isWeak)
      }
    }
    setCount(index, of: list)
    return .object(list)
  }

  private func add(_ value: Value, to list: ObjectID, _ index: inout Int?, isWeak: Bool) {
    guard let at = index, at < Self.elementLimit else {
      store(value, in: list, .rest, isWeak: true)
      index = nil
      return
    }
    store(value, in: list, .element(at), isWeak: isWeak)
    index = at + 1
  }

  /// Elements of a list that are told apart.
  static let elementLimit = 48

  func setCount(_ count: Int?, of list: ObjectID) {
    heap.write(list, .count, count.map { .number(Double($0)) } ?? .unknown)
  }

  private func record(_ entries: [Expression.Entry], _ id: ExpressionID) -> Value {
    let record = new(.record, at: id)
    for entry in entries {
      if isDead { return .never }
      switch entry {
      case .pair(let name, let value): store(evaluate(value), in: record, key(name))
      case .computed(let name, let value):
        let name = evaluate(name)
        storeIndexed(evaluate(value), in: record, by: name)
      case .spread(let source): spread(evaluate(source), into: record)
      case .method(let name, let function):
        let home = heap[record].isSummary ? nil : record
        store(functionValue(function, at: id, home: home), in: record, key(name))
      }
    }
    return .object(record)
  }

  /// `{...source}`, `Object.assign(record, source)`, `record.update(source)`.
  func spread(_ source: Value, into record: ObjectID) {
    for object in source.objects where object != record {
      switch heap.kind(object) {
      case .record, .instance, .map, .module, .list:
        for key in heap.keys(object) where key != .count {
          guard let value = heap.read(object, key) else { continue }
          store(value, in: record, key, isWeak: key.name == nil)
        }
      default: store(.object(object), in: record, .source, isWeak: true)
      }
    }
    guard source.isPlain else { return }
    store(
      Value(isOpen: source.isOpen, taints: source.taints, data: data.copy(into: record)), in: record, .source,
      isWeak: true)
    let spot = Spot(module: frame.module, range: SourceRange(0, 0))
    for part in data.touchedParts(of: source.data) {
      let key = data.key(of: part)
      let value =
        key.name.map { member(names[$0], of: source.with(objects: []), at: spot) }
        ?? heap.read(writtenData, CellKey(part))
      guard let value else { continue }
      let isNamed = key.name != nil
      store(value, in: record, isNamed || key.elementIndex != nil ? key : .rest, isWeak: !isNamed)
    }
  }

  private func evaluate(_ comprehension: Expression.Comprehension, _ id: ExpressionID) -> Value {
    let kind: ObjectKind =
      switch comprehension.kind {
      case .list, .generator: .list
      case .set: .set
      case .dictionary: .record
      }
    let made = new(kind, at: id)
    frame.loopDepth += 1
    let outcome = inBranch {
      for clause in comprehension.clauses {
        switch clause {
        case .each(let pattern, let source):
          let value = evaluate(source)
          bind(pattern, to: element(of: value, at: spot(source)), isDeclaration: true, at: spot(source))
        case .condition(let condition):
          let decided = decide(condition)
          if decided.truth == false { isDead = true }
          assume(decided.proof?.whenTrue)
        }
        if isDead { return .never }
      }
      if case .dictionary(let key) = comprehension.kind {
        let name = evaluate(key)
        storeIndexed(evaluate(comprehension.element), in: made, by: name)
      } else {
        store(evaluate(comprehension.element), in: made, .rest, isWeak: true)
      }
      return .never
    }
    frame.loopDepth -= 1
    merge([Outcome(changes: [:], isDead: false)] + [outcome])
    return .object(made)
  }
}
