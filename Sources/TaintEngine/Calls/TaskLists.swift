/// Lists of functions that a library runs for the program: `async.waterfall([…])`.
extension Interpreter {
  func run(_ list: TaskList, _ call: inout LibraryCall) {
    let tasks = select(list.functions, call).flatMap { self.tasks(in: $0, of: call) }
    guard !tasks.isEmpty else { return }
    let results = new(tasks.contains { $0.name != nil } ? .record : .list)
    var last: [Value] = []
    // Those that wait for others come after them, wherever they are written.
    for (index, task) in (tasks.filter { !$0.waits } + tasks.filter(\.waits)).enumerated() {
      var given: [Value] = []
      if case .onward = list.passing { given = last }
      if task.waits { given = [.object(results)] }
      last = run(task.function, with: given, in: call)
      let place = task.name.map { key($0) } ?? .element(index)
      store(last.first ?? .null, in: results, place, isWeak: true)
    }
    setCount(tasks.count, of: results)
    var outcome: [Value] = [.object(results)]
    if case .onward = list.passing { outcome = last }
    call.result = outcome.first ?? .null
    guard call.arguments.positional.count > 1 else { return }
    for function in select(list.finally, call) where isProgramFunction(function) {
      _ = followed(function, [origin(.error(.whole), name: nil, at: call.spot)] + outcome, at: call.spot)
    }
  }

  private struct Task {
    let name: String?
    let function: Value
    /// Whether it is given the results of others, by name.
    let waits: Bool
  }

  private func tasks(in value: Value, of call: LibraryCall) -> [Task] {
    if let items = elements0(of: value) { return items.compactMap { task($0, named: nil) } }
    return value.objects.flatMap { object -> [Task] in
      guard heap.kind(object).isSequence || heap.kind(object).isRecordLike else { return [] }
      return heap.keys(object).compactMap { key in
        heap.read(object, key).flatMap { task($0, named: key.name.map { names[$0] }) }
      }
    }
  }

  private func task(_ value: Value, named name: String?) -> Task? {
    if isProgramFunction(value) { return Task(name: name, function: value, waits: false) }
    guard let last = elements0(of: value)?.last, isProgramFunction(last) else { return nil }
    return Task(name: name, function: last, waits: true)
  }

  /// - Returns: What the function hands on: to its callback, or as a promise.
  private func run(_ function: Value, with given: [Value], in call: LibraryCall) -> [Value] {
    let results = new(.list)
    // A step before that handed on nothing anybody knows of may have handed on anything.
    let missing = max(0, parameterNames(of: function).count - 1 - given.count)
    let values = given + Array(repeating: Value.unknown, count: missing)
    let continuation = Value.object(heap.add(.native(.collect(results))))
    let returned = followed(function, values + [continuation], at: call.spot)
    let collected = heap.keys(results).filter { $0.elementIndex != nil }.compactMap { heap.read(results, $0) }
    if !collected.isEmpty { return collected }
    return returned.isNever || returned.constant == Atom.null ? [] : [returned]
  }
}
