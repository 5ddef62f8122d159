internal import SourceModel

/// What was learnt of a function: results of earlier calls, by what they were given and what they read.
struct FunctionMemory {
  struct Entry {
    let scope: ObjectID
    let receiver: Value?
    let arguments: [Value]
    let named: [(name: String, value: Value)]
    let reads: Changes
    let writes: Changes
    let result: Value
    let thrown: Value
    let neverReturns: Bool
    let refined: [Refinement?]
    let cells: [Cell?]
    let context: Int
  }

  var entries: [Entry] = []
  var steps = 0
  /// Once a function has cost too much: what all its calls together were given.
  var widened: (receiver: Value?, arguments: [Value])?

  static let entryLimit = 24
}

/// A call that has not come back.
struct ActiveCall {
  let key: FunctionKey
  var isEntry = false
  /// What it is known to return so far, for calls of itself.
  var result: Value
  var isRecursive = false
}

extension Interpreter {
  func functionValue(_ id: FunctionID, at site: ExpressionID? = nil, home: ObjectID? = nil) -> Value {
    let definition = code[id]
    let receiver = definition.isArrow && !isPython ? currentReceiver : nil
    let object = new(
      .function(
        FunctionValue(
          module: frame.module, function: id, scope: frame.scope, receiver: receiver,
          home: definition.isArrow ? frame.home : home, binding: nil)), at: site)
    return .object(object)
  }

  /// `function f() {}`, `def f():` with its decorators.
  func declare(_ id: FunctionID) {
    let definition = code[id]
    guard let name = definition.name else { return }
    heap.write(frame.scope, key(name), decorated(functionValue(id), definition.decorators, name))
  }

  func decorated(_ function: Value, _ decorators: [ExpressionID], _ name: String) -> Value {
    var function = function
    for decorator in decorators.reversed() {
      let wrapper = evaluate(decorator)
      if isDead { return function }
      function = apply(wrapper, to: function, at: spot(decorator))
    }
    return function
  }

  /// Decorators of the program are called; most of libraries give the function back.
  private func apply(_ decorator: Value, to function: Value, at spot: Spot) -> Value {
    for object in decorator.objects {
      switch heap.kind(object) {
      case .function, .bound, .classType, .native:
        let result = call(decorator, Arguments([function]), receiver: nil, at: spot)
        return result.objects.isEmpty ? function : result
      case .library(let value):
        decorated.formUnion(function.objects)
        if let adapted = adapted(function, by: value, at: spot) { return adapted }
        register(function, with: value, at: spot)
        adapt(function, by: value)
      default: continue
      }
    }
    return function
  }

  // MARK: Calling

  func call(
    _ function: FunctionValue, object: ObjectID, _ arguments: Arguments, receiver: Value?, at spot: Spot
  ) -> Value {
    let key = FunctionKey(module: function.module, function: function.function)
    let definition = modules[Int(function.module)][function.function]
    if let again = recursion(key, arguments, receiver) { return again }
    guard callDepth < limits.callDepth else {
      cut("calls nested deeper than \(limits.callDepth) are not followed", at: spot)
      return mixed(arguments, receiver, at: spot)
    }
    var arguments = arguments
    var receiver = function.receiver ?? receiver
    bindReceiver(&arguments, &receiver, function)
    widen(&arguments, &receiver, key)
    if let entry = remembered(key, function, arguments, receiver) {
      return replay(entry, arguments)
    }
    return execute(function, definition, key, arguments, receiver, at: spot)
  }

  /// Python's methods get their instance as the first argument.
  private func bindReceiver(_ arguments: inout Arguments, _ receiver: inout Value?, _ function: FunctionValue)
  {
    guard let binding = function.binding else { return }
    switch binding {
    case .firstParameter:
      guard let instance = receiver, !isClass(instance) else { return }
      arguments.positional.insert(instance, at: 0)
      if !arguments.places.isEmpty { arguments.places.insert([], at: 0) }
    case .firstParameterIsClass:
      arguments.positional.insert(
        function.home.map { .object($0) } ?? receiver ?? .unknown, at: 0)
      if !arguments.places.isEmpty { arguments.places.insert([], at: 0) }
    case .implicitInstance, .none: break
    }
  }

  private func isClass(_ value: Value) -> Bool {
    value.objects.contains { if case .classType = heap.kind($0) { true } else { false } }
  }

  /// A call of a function within itself gives what the outer call is known to return.
  private func recursion(_ key: FunctionKey, _ arguments: Arguments, _ receiver: Value?) -> Value? {
    let depth = active.lazy.filter { $0.key == key }.count
    guard depth >= 3, let index = active.lastIndex(where: { $0.key == key }) else { return nil }
    active[index].isRecursive = true
    let known = active[index].result
    let labels = arguments.all.flatMap(\.taints)
    guard known.isNever else { return known }
    return Value(isOpen: true, taints: derived(Taint.normalised(labels, traces)) { $0.isWhole = false })
  }

  /// Past the budget of a function its calls are no longer told from each other.
  private func widen(_ arguments: inout Arguments, _ receiver: inout Value?, _ key: FunctionKey) {
    guard var known = memory[key], known.steps > limits.stepsPerFunction else { return }
    if let widened = known.widened {
      for index in arguments.positional.indices where index < widened.arguments.count {
        arguments.positional[index] = simplified(join(arguments.positional[index], widened.arguments[index]))
      }
      if let old = widened.receiver { receiver = receiver.map { join($0, old) } ?? old }
    }
    known.widened = (receiver, arguments.positional)
    memory[key] = known
  }

  private func simplified(_ value: Value) -> Value {
    value.atoms.count < 3
      ? value
      : Value(
        isOpen: true, taints: value.taints, objects: value.objects, proof: value.proof, data: value.data)
  }

  // MARK: Memory

  private func remembered(
    _ key: FunctionKey, _ function: FunctionValue, _ arguments: Arguments, _ receiver: Value?
  ) -> FunctionMemory.Entry? {
    guard let entries = memory[key]?.entries, arguments.rest == nil, arguments.namedRest == nil else {
      return nil
    }
    return entries.last { entry in
      entry.scope == function.scope && entry.context == memoryContext && same(entry.receiver, receiver)
        && entry.arguments.count == arguments.positional.count && entry.named.count == arguments.named.count
        && zip(entry.arguments, arguments.positional).allSatisfy { $0.isSame(as: $1) }
        && zip(entry.named, arguments.named).allSatisfy {
          $0.name == $1.name && $0.value.isSame(as: $1.value)
        }
        && heap.agrees(with: entry.reads)
    }
  }

  /// What else decides over what is recorded in a call.
  private var memoryContext: Int { isInitialization ? 1 : 0 }

  private func same(_ left: Value?, _ right: Value?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let a?, let b?): a.isSame(as: b)
    default: false
    }
  }

  private func replay(_ entry: FunctionMemory.Entry, _ arguments: Arguments) -> Value {
    heap.noteReads(entry.reads)
    apply([entry.writes])
    if !entry.thrown.isNever { raise(entry.thrown, endsPath: entry.neverReturns) }
    if entry.neverReturns { isDead = true }
    refine(arguments, entry.refined)
    return translated(entry.result, from: entry.cells, to: arguments)
  }

  /// A function that lets only checked values through has checked the caller's variables.
  func refine(_ arguments: Arguments, _ refined: [Refinement?]) {
    guard !isDead else { return }
    for (index, refinement) in refined.enumerated() where index < arguments.places.count {
      guard let refinement, let place = arguments.places[index].first else { continue }
      assume([Refinement(subject: place.subject, safe: refinement.safe, constants: refinement.constants)])
    }
  }

  // MARK: Execution

  private func execute(
    _ function: FunctionValue, _ definition: FunctionDefinition, _ key: FunctionKey, _ arguments: Arguments,
    _ receiver: Value?, at spot: Spot
  ) -> Value {
    let before = steps
    var result = Value.never
    var refined: [Refinement?] = []
    var cells: [Cell?] = []
    var thrown = Value.never
    heap.beginRecording()
    callDepth += 1
    active.append(ActiveCall(key: key, isEntry: isEnteringHandler, result: .never))
    isEnteringHandler = false
    for _ in 0..<limits.rounds {
      let (value, caught, checks, parameters) = runOnce(function, definition, arguments, receiver, at: spot)
      refined = checks
      cells = parameters
      thrown = join(thrown, caught)
      let joined = join(active[active.count - 1].result, value)
      let isStable =
        joined.isSame(as: active[active.count - 1].result) || !active[active.count - 1].isRecursive
      active[active.count - 1].result = joined
      result = value
      if isStable { break }
      if isDead, !value.isNever { isDead = false }
    }
    active.removeLast()
    callDepth -= 1
    let recording = heap.endRecording()
    let neverReturns = isDead
    remember(
      FunctionMemory.Entry(
        scope: function.scope, receiver: receiver, arguments: arguments.positional, named: arguments.named,
        reads: recording.reads, writes: currentValues(of: recording.writes), result: result, thrown: thrown,
        neverReturns: neverReturns, refined: refined, cells: cells, context: memoryContext), key, arguments,
      steps: steps - before)
    if !thrown.isNever {
      isDead = false
      raise(thrown, endsPath: neverReturns)
    }
    refine(arguments, refined)
    return translated(result, from: cells, to: arguments)
  }

  private func remember(_ entry: FunctionMemory.Entry, _ key: FunctionKey, _ arguments: Arguments, steps: Int)
  {
    var known = memory[key] ?? FunctionMemory()
    known.steps += steps
    if arguments.rest == nil, arguments.namedRest == nil, entry.reads.count < 400 {
      if known.entries.count >= FunctionMemory.entryLimit { known.entries.removeFirst() }
      known.entries.append(entry)
    }
    memory[key] = known
  }

  private func currentValues(of cells: Set<Cell>) -> Changes {
    var values: Changes = [:]
    for cell in cells { values[cell] = .some(heap[cell.object].cells[cell.key]) }
    return values
  }

  private func runOnce(
    _ function: FunctionValue, _ definition: FunctionDefinition, _ arguments: Arguments, _ receiver: Value?,
    at spot: Spot
  ) -> (value: Value, thrown: Value, refined: [Refinement?], cells: [Cell?]) {
    let caller = frame
    defer { frame = caller }
    heap.beginBranch()
    let scope = heap.add(.scope(parent: function.scope))
    frame = Frame(
      module: function.module, function: function.function, scope: scope, receiver: receiver,
      home: function.home, branchDepth: heap.branchDepth - 1)
    frame.arguments = arguments.positional
    recorder.reached.insert(reference)
    bindParameters(definition, arguments, at: spot)
    let given = parameterCells(definition, scope)
    runInScope(definition.body)
    if !isDead {
      frame.returned = join(frame.returned, .null)
    }
    let inner = frame
    var outcomes = inner.exits.map { Outcome(changes: $0, isDead: false) }
    let changes = heap.endBranch()
    if !isDead { outcomes.append(Outcome(changes: changes, isDead: false)) }
    isDead = false
    merge(outcomes)
    let refined = isDead ? [] : given.map { refinement(of: $0) }
    return (result(of: inner, definition, at: spot), inner.thrown, refined, given.map { $0?.0 })
  }

  /// Parameters that are plain names, with what they were given.
  private func parameterCells(_ definition: FunctionDefinition, _ scope: ObjectID) -> [(Cell, Value)?] {
    definition.parameters.map { parameter in
      guard let name = parameter.name, let value = heap.read(scope, key(name)) else { return nil }
      return (Cell(object: scope, key: key(name)), value)
    }
  }

  /// What a function has checked of a parameter wherever it comes to its end.
  private func refinement(of given: (Cell, Value)?) -> Refinement? {
    guard let (cell, before) = given, let after = heap.read(cell.object, cell.key), after !== before,
      before.objects == after.objects, !before.taints.isEmpty
    else { return nil }
    if after.taints.isEmpty, before.taints.allSatisfy({ labels[$0.label].isWhole }), after.objects.isEmpty {
      // Assigning something else to the parameter does not check what the caller has.
      guard after.isOpen == before.isOpen || !after.atoms.isEmpty else { return nil }
      return Refinement(subject: .cell(cell), safe: .all)
    }
    let origins = Set(before.taints.map { labels[$0.label].origin })
    guard !after.taints.isEmpty, origins == Set(after.taints.map { labels[$0.label].origin }) else {
      return nil
    }
    let isWhole = before.taints.allSatisfy { labels[$0.label].isWhole }
    var safe = SinkKinds.all
    for taint in after.taints {
      guard labels[taint.label].isWhole == isWhole else { return nil }
      safe = safe.intersection(labels[taint.label].safe)
    }
    return safe.rawValue == 0 ? nil : Refinement(subject: .cell(cell), safe: safe)
  }

  private func result(of frame: Frame, _ definition: FunctionDefinition, at spot: Spot) -> Value {
    guard definition.isGenerator else {
      let place = frame.returnedAt ?? spot
      return noted(.returned(name(of: definition, in: frame)), frame.returned, at: place)
    }
    let list = new(.list)
    if !frame.yielded.isNever { heap.write(list, .rest, frame.yielded) }
    setCount(nil, of: list)
    return .object(list)
  }

  /// A proof about parameters is one about the caller's variables.
  private func translated(_ value: Value, from cells: [Cell?], to arguments: Arguments) -> Value {
    guard let proof = value.proof, !arguments.places.isEmpty else { return value }
    func moved(_ refinements: [Refinement]) -> [Refinement] {
      refinements.compactMap { refinement in
        guard case .cell(let cell) = refinement.subject, let index = cells.firstIndex(of: cell) else {
          return refinement
        }
        guard index < arguments.places.count, let place = arguments.places[index].first else { return nil }
        return Refinement(
          subject: place.subject, safe: refinement.safe, constants: refinement.constants,
          mark: refinement.mark)
      }
    }
    return value.with(proof: Proof(whenTrue: moved(proof.whenTrue), whenFalse: moved(proof.whenFalse)))
  }

  /// What a call gives that is not followed.
  func mixed(_ arguments: Arguments, _ receiver: Value?, at spot: Spot) -> Value {
    var taints = receiver?.taints ?? []
    for value in arguments.all { taints = Taint.union(taints, reachableTaints(of: value, at: spot), traces) }
    return Value(
      isOpen: true,
      taints: derived(taints) { label in
        label.isWhole = false
        label.passedUnknownCall = true
      })
  }
}
