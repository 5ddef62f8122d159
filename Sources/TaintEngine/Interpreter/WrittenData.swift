internal import SourceModel

/// Writing into data from outside, which has no object of its own, and reading it afterwards.
extension Interpreter {
  /// Data that comes into the program here: nothing has been written into it.
  func identified(_ value: Value, at spot: Spot) -> Value {
    guard value.isPlain else { return value }
    let root = data.root(at: spot, value.taints)
    if data.isTouched(root) { forget(root, depth: 0) }
    return value.with(data: root)
  }

  /// What was written into the piece that the same place made the last time.
  private func forget(_ id: DataID, depth: Int) {
    guard depth <= DataTable.depthLimit else { return }
    for part in data.touchedParts(of: id) {
      if heap.read(writtenData, CellKey(part)) != nil {
        heap.write(writtenData, CellKey(part), nil)
        heap.write(writtenData, .element(Int(part)), nil)
      }
      forget(part, depth: depth + 1)
    }
  }

  // MARK: Reading

  /// A part as it came, or as the program left it.
  func part(_ key: CellKey, of whole: DataID, asItCame came: Value) -> Value {
    guard let part = partNumber(key, of: whole) else { return came }
    let came = came.isPlain ? came.with(data: part) : came
    var result = came
    if let written = heap.read(writtenData, CellKey(part)) {
      let mayBeOld = heap.read(writtenData, .element(Int(part))) != nil
      result = mayBeOld ? join(written, came) : written
    }
    guard data.isTouched(whole) else { return result }
    let isAny = key == DataTable.anyElement || key == DataTable.anyField
    for other in data.touchedParts(of: whole) where other != part {
      let otherKey = data.key(of: other)
      guard isAny || otherKey == DataTable.anyField || otherKey == DataTable.anyElement,
        let written = heap.read(writtenData, CellKey(other))
      else { continue }
      result = join(result, written)
    }
    return result
  }

  /// What is known of all elements holds for one that nothing else is known of.
  private func partNumber(_ key: CellKey, of whole: DataID) -> DataID? {
    let part = data.part(key, of: whole)
    guard part != 0 else { return nil }
    if key.elementIndex != nil, !data.isTouched(part), data.isTouched(whole) {
      let any = data.part(DataTable.anyElement, of: whole)
      if data.isTouched(any) { return any }
    }
    return part
  }

  /// What was written into a piece, by key, without what is in its parts.
  func written(into whole: DataID) -> [(key: CellKey, value: Value)] {
    guard whole != 0, data.isTouched(whole) else { return [] }
    return data.touchedParts(of: whole).compactMap { part in
      heap.read(writtenData, CellKey(part)).map { (data.key(of: part), $0) }
    }
  }

  /// Every value that was written into a piece or a part of it.
  func everythingWritten(into whole: DataID) -> [Value] {
    guard whole != 0, data.isTouched(whole) else { return [] }
    var values: [Value] = []
    var waiting = [whole]
    while let next = waiting.popLast(), values.count < Self.reachLimit {
      for part in data.touchedParts(of: next) {
        if let value = heap.read(writtenData, CellKey(part)) { values.append(value) }
        waiting.append(part)
      }
    }
    return values
  }

  // MARK: Writing

  /// - Parameter isWeak: Whether the part may stay as it is.
  func write(_ value: Value, into whole: DataID, _ key: CellKey, isWeak: Bool = false) {
    let part = data.part(key, of: whole)
    guard part != 0 else { return }
    data.touch(part)
    let isAny = key == DataTable.anyElement || key == DataTable.anyField
    guard isWeak || isAny else {
      heap.write(writtenData, CellKey(part), value)
      if heap.read(writtenData, .element(Int(part))) != nil {
        heap.write(writtenData, .element(Int(part)), nil)
      }
      return
    }
    if let old = heap.read(writtenData, CellKey(part)) {
      heap.write(writtenData, CellKey(part), join(old, value))
    } else {
      heap.write(writtenData, CellKey(part), value)
      heap.write(writtenData, .element(Int(part)), .yes)
    }
  }

  /// `data[index] = value`.
  func write(_ value: Value, into whole: DataID, at index: Value, isWeak: Bool = false) {
    if let names = index.literals, names.count <= 4 {
      for name in names { write(value, into: whole, key(name), isWeak: isWeak || names.count > 1) }
    } else if case .number(let number)? = index.constant, number >= 0, number < Double(Self.elementLimit) {
      write(value, into: whole, .element(Int(number)), isWeak: isWeak)
    } else {
      write(value, into: whole, DataTable.key(of: index), isWeak: true)
    }
  }

  /// `data.update(fields)`, `Object.assign(data, fields)`.
  func spread(_ source: Value, intoData whole: DataID) {
    for object in source.objects where heap.kind(object).isRecordLike {
      for key in heap.keys(object) where key.name != nil || key == .rest {
        guard let value = heap.read(object, key) else { continue }
        write(value, into: whole, key == .rest ? DataTable.anyField : key)
      }
      if let inner = heap.read(object, .source) { spread(inner, intoData: whole) }
    }
    guard !source.taints.isEmpty else { return }
    write(Value(isOpen: true, taints: source.taints), into: whole, DataTable.anyField)
    for (key, value) in written(into: source.data) { write(value, into: whole, key) }
  }

  // MARK: Places

  /// The value of an expression that is about to be written into; data that nobody has told apart gets a number where
  /// it is held.
  func target(_ id: ExpressionID) -> Value {
    let value = evaluate(id)
    guard value.isPlain, value.data == 0, !isDead, isHeld(id) else { return value }
    switch code[id] {
    case .member(let base, let name):
      let owner = target(base)
      if owner.data != 0, owner.objects.isEmpty { return member(name, of: owner, at: spot(id)) }
    case .index(let base, let key):
      let owner = target(base)
      if owner.data != 0, owner.objects.isEmpty { return index(owner, by: evaluate(key), at: spot(id)) }
    default: break
    }
    guard let cell = place(of: id), let held = heap.read(cell.object, cell.key), held.isPlain else {
      return value
    }
    let known = held.with(data: data.root(at: spot(id), held.taints))
    heap.write(cell.object, cell.key, known)
    return known
  }

  /// Whether an expression names a variable or something in one, so that it may be looked at twice.
  private func isHeld(_ id: ExpressionID, depth: Int = 0) -> Bool {
    guard depth < DataTable.depthLimit else { return false }
    return switch code[id] {
    case .name, .receiver: true
    case .member(let base, _): isHeld(base, depth: depth + 1)
    case .index(let base, let key): isHeld(base, depth: depth + 1) && isFixedKey(key)
    default: false
    }
  }

  private func isFixedKey(_ id: ExpressionID) -> Bool {
    switch code[id] {
    case .literal, .name: true
    default: false
    }
  }

  /// `del data["x"]`, `delete data.x`.
  func remove(_ index: Value, of value: Value) {
    guard value.data != 0, let name = index.literal else { return }
    write(.null, into: value.data, key(name))
  }

  // MARK: Methods

  /// Methods that change a record or list, of data that is known by its labels only.
  func changingData(_ name: String, _ receiver: Value, _ arguments: Arguments, at spot: Spot) -> Value? {
    let whole = receiver.data
    guard whole != 0 else { return nil }
    switch name {
    case "append", "appendleft", "push", "unshift", "insert":
      let values = name == "insert" ? Array(arguments.positional.dropFirst()) : arguments.all
      for value in values { write(value, into: whole, DataTable.anyElement) }
      return isPython ? .null : Value(isOpen: true)
    case "extend", "extendleft":
      for value in arguments.all { write(element(of: value, at: spot), into: whole, DataTable.anyElement) }
      return .null
    case "update" where isPython:
      for value in arguments.positional { spread(value, intoData: whole) }
      for (name, value) in arguments.named { write(value, into: whole, key(name)) }
      return .null
    case "setdefault":
      guard let index = arguments.value(0) else { return nil }
      write(arguments.value(1) ?? .null, into: whole, at: index, isWeak: true)
      return self.index(receiver, by: index, at: spot)
    case "pop" where isPython:
      guard let index = arguments.value(0), index.literal != nil else { return nil }
      let value = self.index(receiver, by: index, at: spot)
      remove(index, of: receiver)
      return arguments.value(1).map { join(value, $0) } ?? value
    default: return nil
    }
  }

  static let dataChanges: Set<String> = [
    "append", "appendleft", "push", "unshift", "insert", "extend", "extendleft", "update", "setdefault",
  ]
}

extension DataTable {
  /// Where a key is not known: of a sequence, or of a record.
  static func key(of index: Value) -> CellKey {
    index.taints.isEmpty && index.atoms.isEmpty ? anyElement : anyField
  }
}
