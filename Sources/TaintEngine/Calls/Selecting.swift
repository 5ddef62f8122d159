/// Which values of a call a model means.
extension Interpreter {
  func select(_ selector: Selector, _ call: LibraryCall) -> [Value] {
    switch selector {
    case .receiver: return call.receiver.map { [$0] } ?? []
    case .position(let position): return call.arguments.value(position).map { [$0] } ?? []
    case .named(let name): return named(name, call)
    case .argument(let position, let name):
      if let value = call.arguments.value(position, name) { return [value] }
      return named(name, call)
    case .allFrom(let first):
      return Array(call.arguments.positional.dropFirst(first)) + (call.arguments.rest.map { [$0] } ?? [])
    case .anyArgument: return call.arguments.all
    case .last: return (call.arguments.positional.last ?? call.arguments.rest).map { [$0] } ?? []
    case .field(let inner, let name):
      return select(inner, call).compactMap { field(name, of: $0, at: call.spot) }
    case .elements(let inner, let first):
      return select(inner, call).flatMap { elements(of: $0, from: first, at: call.spot) }
    case .element(let inner, let index):
      return select(inner, call).filter(mayBeSequence).map { element(index, of: $0, at: call.spot) }
    case .anywhereIn(let inner):
      return select(inner, call).map { value in
        Value(
          atoms: value.atoms, isOpen: true, taints: reachableTaints(of: value, at: call.spot),
          objects: value.objects)
      }
    case .keys(let inner): return select(inner, call).map { keyValue(of: $0, at: call.spot) }
    case .constructed(let inner, let position):
      return select(inner, call).flatMap { constructed($0, position) }
    }
  }

  private func named(_ name: String, _ call: LibraryCall) -> [Value] {
    if let value = call.arguments.named(name) { return [value] }
    guard let rest = call.arguments.namedRest else { return [] }
    return field(name, of: rest, at: call.spot).map { [$0] } ?? []
  }

  /// A field, where the value has one or may have one.
  func field(_ name: String, of value: Value, at spot: Spot) -> Value? {
    var found: Value?
    readingSpot = spot
    for object in value.objects {
      guard let part = property(object, name, receiver: value) else { continue }
      found = found.map { join($0, part) } ?? part
    }
    let symbolic = value.taints.filter { labels[$0.label].isSymbolic }
    guard !symbolic.isEmpty || data.isTouched(value.data) else { return found }
    let part = member(name, of: Value(isOpen: true, taints: symbolic, data: value.data), at: spot)
    return found.map { join($0, part) } ?? part
  }

  private func elements(of value: Value, from first: Int, at spot: Spot) -> [Value] {
    var items: [Value] = []
    for object in value.objects where heap.kind(object).isSequence {
      for key in heap.keys(object) {
        if let index = key.elementIndex, index < first { continue }
        guard key.elementIndex != nil || key == .rest, let item = heap.read(object, key) else { continue }
        items.append(item)
      }
    }
    let symbolic = value.taints.filter { labels[$0.label].isSymbolic }
    if !symbolic.isEmpty || data.isTouched(value.data) {
      items.append(element(of: Value(isOpen: true, taints: symbolic, data: value.data), at: spot))
    }
    return items
  }

  /// Whether a value may have elements; a text that the program put together has none.
  private func mayBeSequence(_ value: Value) -> Bool {
    if value.objects.contains(where: { heap.kind($0).isSequence }) { return true }
    return value.atoms.isEmpty && (value.isOpen || value.taints.contains { labels[$0.label].isSymbolic })
  }

  func constructed(_ value: Value, _ position: Int) -> [Value] {
    var found: [Value] = []
    for object in value.objects {
      guard case .library(let library) = heap.kind(object) else { continue }
      for argument in library.construction where argument.position == position {
        found.append(argument.value)
      }
      let named = library.construction.filter { $0.name != nil }
      guard position == 0, !named.isEmpty else { continue }
      let record = heap.add(.record)
      for argument in named { heap.write(record, key(argument.name ?? ""), argument.value) }
      found.append(.object(record))
    }
    return found
  }

  // MARK: Labels inside

  /// Objects looked at for labels inside a value.
  static let reachLimit = 96

  /// Labels of a value and of everything in it.
  func reachableTaints(of value: Value, at spot: Spot) -> [Taint] {
    guard !value.objects.isEmpty || data.isTouched(value.data) else { return value.taints }
    var taints = value.taints
    var seen: Set<ObjectID> = []
    var waiting = value.objects
    func visit(_ whole: DataID) {
      for inner in everythingWritten(into: whole) {
        taints = Taint.union(taints, inner.taints, traces)
        waiting += inner.objects
      }
    }
    visit(value.data)
    while let object = waiting.popLast(), seen.count < Self.reachLimit {
      guard seen.insert(object).inserted else { continue }
      switch heap.kind(object) {
      case .record, .list, .set, .map, .instance:
        for key in heap.keys(object) where key != .count {
          guard let inner = heap.read(object, key) else { continue }
          taints = Taint.union(taints, inner.taints, traces)
          waiting += inner.objects
          visit(inner.data)
        }
      case .library:
        if let rest = heap.read(object, .rest) { taints = Taint.union(taints, rest.taints, traces) }
      default: continue
      }
    }
    return taints
  }
}
