internal import SourceModel

/// Methods of lists, sets, maps and records that the program made, and of labelled ones.
extension Interpreter {
  func coreMethod(
    _ name: String, ofObject object: ObjectID, _ arguments: Arguments, _ id: ExpressionID, at spot: Spot
  ) -> Value? {
    let receiver = Value.object(object)
    switch heap.kind(object) {
    case .list, .set, .map:
      if let result = changing(name, object, arguments, at: spot) { return result }
      if let result = sequenceMethod(name, of: receiver, arguments, at: spot) { return result }
      if let result = recordMethod(name, object, arguments, at: spot) { return result }
    case .record, .instance:
      if name == "value" { return heap.read(object, key("value")) }
      if let result = recordMethod(name, object, arguments, at: spot) { return result }
      if isPython, let result = changing(name, object, arguments, at: spot) { return result }
    default: break
    }
    if let result = promiseMethod(name, receiver, arguments, at: spot) { return result }
    if name == "toString" || name == "__str__" { return textual(receiver, at: spot) }
    // Matches of patterns are lists of their groups.
    if ["group", "groups", "groupdict"].contains(name) { return anyField(of: object, at: spot) }
    return nil
  }

  // MARK: Changing

  private func changing(
    _ name: String, _ object: ObjectID, _ arguments: Arguments, at spot: Spot
  ) -> Value? {
    switch name {
    case "push", "append", "appendleft", "add", "unshift", "insert", "put":
      let values = name == "insert" ? Array(arguments.positional.dropFirst()) : arguments.all
      for value in values {
        append(value, to: object)
        noteShared(value, of: .object(object), at: spot)
      }
      return name == "add" && !isPython ? .object(object) : .null
    case "extend", "extendleft":
      for value in arguments.all { extend(object, with: value) }
      return .null
    case "update" where heap.kind(object).isSequence:
      for value in arguments.all { extend(object, with: value) }
      return .null
    case "pop", "popleft", "shift":
      if let index = arguments.value(0), heap.kind(object).isRecordLike {
        return self.index(.object(object), by: index, at: spot)
      }
      heap.write(object, .count, .unknown)
      return anyField(of: object, at: spot)
    case "splice":
      for value in arguments.positional.dropFirst(2) { append(value, to: object) }
      heap.write(object, .count, .unknown)
      return listOf(anyField(of: object, at: spot))
    case "sort", "reverse", "fill":
      if let function = arguments.value(0), isProgramFunction(function) {
        let item = anyField(of: object, at: spot)
        _ = followed(function, [item, item], at: spot)
      }
      mixOrder(of: object)
      return isPython ? .null : .object(object)
    case "clear":
      for key in heap.keys(object) { heap.write(object, key, nil) }
      if heap.kind(object).isSequence { setCount(0, of: object) }
      return .null
    case "remove", "discard": return .null
    default: return nil
    }
  }

  private func mixOrder(of object: ObjectID) {
    let item = anyField(of: object, at: Spot(module: frame.module, range: SourceRange(0, 0)))
    for key in heap.keys(object) where key.elementIndex != nil { heap.write(object, key, item) }
  }

  func append(_ value: Value, to object: ObjectID) {
    if case .number(let count)? = heap.read(object, .count)?.constant, !heap[object].isSummary,
      Int(clamping: count) < Self.elementLimit, heap.read(object, .rest) == nil, frame.loopDepth == 0
    {
      heap.write(object, .element(Int(clamping: count)), value)
      heap.write(object, .count, .number(count + 1))
      return
    }
    store(value, in: object, .rest, isWeak: true)
    heap.write(object, .count, .unknown)
  }

  func extend(_ object: ObjectID, with value: Value) {
    guard heap.kind(object).isSequence else {
      spread(value, into: object)
      return
    }
    if let items = elements0(of: value), items.count < 16 {
      for item in items { append(item, to: object) }
    } else {
      store(
        element(of: value, at: Spot(module: frame.module, range: SourceRange(0, 0))), in: object, .rest,
        isWeak: true)
      heap.write(object, .count, .unknown)
    }
  }

  // MARK: Going through

  func sequenceMethod(_ name: String, of receiver: Value, _ arguments: Arguments, at spot: Spot) -> Value? {
    switch name {
    case "forEach", "map", "filter", "find", "findLast", "findIndex", "some", "every", "flatMap", "each":
      guard let function = arguments.value(0), isProgramFunction(function) || !function.objects.isEmpty else {
        return name == "filter" || name == "map" ? receiver : nil
      }
      return visited(name, receiver, function, at: spot)
    case "reduce", "reduceRight": return reduced(receiver, arguments, at: spot)
    case "join" where !isPython:
      guard !receiver.objects.isEmpty || !receiver.taints.isEmpty else { return nil }
      return joined(receiver, by: arguments.value(0) ?? .text(","), at: spot)
    case "concat" where !isPython && !receiver.objects.isEmpty:
      return chained([receiver] + arguments.all.map(listed), at: spot)
    case "slice" where !isPython && !receiver.objects.isEmpty, "flat", "copyWithin", "toSorted", "toReversed":
      return slice(receiver, at: spot)
    case "includes" where !receiver.objects.isEmpty, "has" where !receiver.objects.isEmpty,
      "indexOf" where !receiver.objects.isEmpty, "__contains__":
      return membership(receiver, arguments, name)
    case "entries" where !receiver.objects.isEmpty:
      let pair = new(.list)
      heap.write(pair, .element(0), keyValue(of: receiver, at: spot))
      heap.write(pair, .element(1), element(of: receiver, at: spot, name: "*"))
      setCount(2, of: pair)
      return listOf(.object(pair))
    default: return nil
    }
  }

  private func listed(_ value: Value) -> Value {
    value.objects.contains { heap.kind($0).isSequence } ? value : listOf(value)
  }

  private func visited(_ name: String, _ receiver: Value, _ function: Value, at spot: Spot) -> Value {
    let isMap = receiver.objects.contains { if case .map = heap.kind($0) { true } else { false } }
    var item = Value.never
    for object in receiver.objects {
      item = join(item, isMap ? anyField(of: object, at: spot) : element(of: .object(object), at: spot))
    }
    if !receiver.taints.isEmpty {
      item = join(item, element(of: receiver.with(objects: []), at: spot))
    }
    if item.isNever { item = receiver.isOpen ? .unknown : .never }
    if item.isNever, receiver.objects.count == 1 { item = .unknown }
    let second = isMap ? keyValue(of: receiver, at: spot) : Value.unknown
    frame.loopDepth += 1
    let holder = heap.add(.scope(parent: nil))
    heap.write(holder, .rest, item)
    let place = Refinement(subject: .cell(Cell(object: holder, key: .rest)), safe: SinkKinds(rawValue: 0))
    var passed = Arguments([item, second, receiver])
    passed.places = [[place], [], []]
    let result = followed(function, passed, at: spot, isRepeated: true)
    frame.loopDepth -= 1
    switch name {
    case "map": return listOf(result)
    case "flatMap": return listOf(join(result, element(of: result, at: spot)))
    case "filter", "find", "findLast":
      let kept = kept(item, in: holder, by: result.proof)
      return name == "filter" ? listOf(kept) : join(kept, .null)
    case "some", "every", "findIndex": return .boolean
    default: return .null
    }
  }

  /// What a predicate proves of its parameter holds for what it lets through.
  private func kept(_ item: Value, in holder: ObjectID, by proof: Proof?) -> Value {
    guard let proof else { return item }
    var safe = SinkKinds(rawValue: 0)
    for refinement in proof.whenTrue {
      switch refinement.subject {
      case .cell(let cell): if cell.object == holder { safe = safe.union(refinement.safe) }
      case .origin(let origin):
        if item.taints.allSatisfy({ labels[$0.label].origin == origin && labels[$0.label].isWhole }) {
          safe = safe.union(refinement.safe)
        }
      case .caller: continue
      }
    }
    if safe == .all { return Value(atoms: item.atoms, isOpen: true, objects: item.objects) }
    return item.with(taints: derived(item.taints) { $0.safe = $0.safe.union(safe) })
  }

  private func reduced(_ receiver: Value, _ arguments: Arguments, at spot: Spot) -> Value? {
    guard let function = arguments.value(0), isProgramFunction(function) else { return nil }
    let item = element(of: receiver, at: spot)
    var result = arguments.value(1) ?? item
    frame.loopDepth += 1
    for _ in 0..<2 {
      result = join(result, followed(function, [result, item, .unknown, receiver], at: spot))
    }
    frame.loopDepth -= 1
    return result
  }

  private func membership(_ list: Value, _ arguments: Arguments, _ name: String) -> Value {
    guard let value = arguments.value(0) else { return .boolean }
    let places = arguments.places.first ?? []
    let subject =
      places.map { Refinement(subject: $0.subject, safe: .all) } + originRefinements(of: value, safe: .all)
    let proof = membershipProof(value, subject: subject, in: list)
    let base: Value = name == "indexOf" ? Value(isOpen: true) : .boolean
    return proof.map { base.with(proof: $0) } ?? base
  }

  // MARK: Records

  private func recordMethod(
    _ name: String, _ object: ObjectID, _ arguments: Arguments, at spot: Spot
  ) -> Value? {
    let receiver = Value.object(object)
    switch name {
    case "get", "pop", "setdefault":
      guard let key = arguments.value(0) else { return nil }
      if name == "setdefault", let value = arguments.value(1), let text = key.literal,
        heap.read(object, self.key(text)) == nil
      {
        store(value, in: object, self.key(text), isWeak: true)
      }
      // `allowed.get(x)`: whatever it gives is one of the program's own values.
      let value = index(receiver, by: key, at: spot)
      return arguments.value(1).map { join(value, $0) } ?? value
    case "set":
      guard let value = arguments.value(1) else { return nil }
      storeIndexed(value, in: object, by: arguments.value(0) ?? .unknown, isWeak: false)
      noteShared(value, of: receiver, at: spot)
      return receiver
    case "update":
      for value in arguments.positional { spread(value, into: object) }
      for (name, value) in arguments.named { store(value, in: object, key(name)) }
      for value in arguments.all { noteShared(value, of: receiver, at: spot) }
      return .null
    case "items":
      let pair = new(.list)
      heap.write(pair, .element(0), keyValue(ofObject: object, at: spot))
      heap.write(pair, .element(1), anyField(of: object, at: spot))
      setCount(2, of: pair)
      return listOf(.object(pair))
    case "keys": return keyList(of: object, at: spot)
    case "values": return listOf(anyField(of: object, at: spot))
    case "copy", "dict", "model_dump", "_asdict", "to_dict":
      let copy = new(.record)
      spread(receiver, into: copy)
      return .object(copy)
    case "hasOwnProperty", "has", "__contains__":
      return membership(receiver, arguments, name)
    default: return nil
    }
  }

  /// A list of the names of an object's fields.
  func keyList(of object: ObjectID, at spot: Spot) -> Value {
    let list = new(.list)
    let names = heap.keys(object).compactMap(\.name)
    let isClosed = heap.read(object, .source) == nil && heap.read(object, .rest) == nil
    if isClosed, names.count < Self.elementLimit {
      for (index, name) in names.enumerated() { heap.write(list, .element(index), .text(self.names[name])) }
      setCount(names.count, of: list)
    } else {
      heap.write(list, .rest, keyValue(ofObject: object, at: spot))
      setCount(nil, of: list)
    }
    return .object(list)
  }

  /// Methods of library values that are those of the language's own types.
  func coreMethodOfLibrary(_ name: String, of receiver: Value, _ call: LibraryCall) -> Value? {
    if let result = promiseMethod(name, receiver, call.arguments, at: call.spot) { return result }
    if name == "promise" { return receiver }
    let isLabelled = receiver.objects.contains { object in
      guard case .library(let value) = heap.kind(object) else { return false }
      return labelledPaths.contains(value.path)
    }
    guard isLabelled, !receiver.taints.isEmpty || isLabelled else { return nil }
    let plain = Value(atoms: receiver.atoms, isOpen: true, taints: receiver.taints, data: receiver.data)
    return plainMethod(
      name, of: plain, call.arguments, at: call.spot, id: call.id, places: [])
  }
}
