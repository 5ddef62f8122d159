internal import SourceModel

/// Binding values to names, places and parts.
extension Interpreter {
  func bind(_ pattern: Pattern, to value: Value, isDeclaration: Bool, at spot: Spot, depth: Int = 0) {
    guard depth < 64, !isDead else { return }
    switch pattern {
    case .ignored: break
    case .name(let name): assign(value, to: name, isDeclaration: isDeclaration, at: spot)
    case .place(let place): assign(value, to: place, at: spot)
    case .sequence(let patterns):
      bindElements(patterns, of: value, isDeclaration: isDeclaration, at: spot, depth: depth)
    case .rest(let inner): bind(inner, to: value, isDeclaration: isDeclaration, at: spot, depth: depth + 1)
    case .record(let fields):
      bindFields(fields, of: value, isDeclaration: isDeclaration, at: spot, depth: depth)
    case .withDefault(let inner, let fallback):
      bind(
        inner, to: defaulted(value, fallback), isDeclaration: isDeclaration, at: spot, depth: depth + 1)
    }
  }

  /// The value, or the default where there may be none.
  func defaulted(_ value: Value, _ fallback: ExpressionID) -> Value {
    if value.isNever { return evaluate(fallback) }
    if value.constant == Atom.null { return evaluate(fallback) }
    let mayBeMissing = value.isOpen || value.atoms.contains(.null)
    guard mayBeMissing else { return value }
    return join(value, merge([inBranch { self.evaluate(fallback) }, inBranch { .never }]))
  }

  private func bindElements(
    _ patterns: [Pattern], of value: Value, isDeclaration: Bool, at spot: Spot, depth: Int
  ) {
    var isPastRest = false
    for (index, pattern) in patterns.enumerated() {
      if case .rest(let inner) = pattern {
        isPastRest = true
        bind(
          inner, to: rest(of: value, from: index, at: spot), isDeclaration: isDeclaration, at: spot,
          depth: depth + 1)
        continue
      }
      let part = isPastRest ? element(of: value, at: spot) : element(index, of: value, at: spot)
      bind(pattern, to: part, isDeclaration: isDeclaration, at: spot, depth: depth + 1)
    }
  }

  /// A list of the elements from one on.
  func rest(of value: Value, from index: Int, at spot: Spot) -> Value {
    let list = new(.list)
    if let items = elements0(of: value) {
      let kept = items.dropFirst(index)
      for (position, item) in kept.enumerated() { heap.write(list, .element(position), item) }
      setCount(kept.count, of: list)
    } else {
      heap.write(list, .rest, element(of: value, at: spot))
      setCount(nil, of: list)
    }
    return .object(list)
  }

  private func bindFields(
    _ fields: [Pattern.Field], of value: Value, isDeclaration: Bool, at spot: Spot, depth: Int
  ) {
    for field in fields {
      let part: Value =
        switch field.key {
        case .name(let name): member(name, of: value, at: spot, isField: true)
        case .computed(let key): index(value, by: evaluate(key), at: spot)
        case .rest: value
        }
      bind(field.pattern, to: part, isDeclaration: isDeclaration, at: spot, depth: depth + 1)
    }
  }

  // MARK: Names

  func assign(_ value: Value, to name: String, isDeclaration: Bool, at spot: Spot) {
    let key = key(name)
    let value = noted(.assigned(name), value, at: spot)
    if let isGlobal = frame.outerNames[key.raw] {
      let target = isGlobal ? module.scope : outerScope(of: key) ?? module.scope
      heap.write(target, key, value)
      if isGlobal { noteShared(value, "the module's '\(name)'", at: spot) }
      return
    }
    if isDeclaration || frame.isClassBody {
      heap.write(frame.scope, key, value)
      return
    }
    let target = scope(of: name) ?? (frame.module >= 0 ? module.scope : frame.scope)
    heap.write(target, key, value)
    if frame.module >= 0, target == module.scope, frame.function != nil {
      noteShared(value, "the module's '\(name)'", at: spot)
    }
  }

  private func outerScope(of key: CellKey) -> ObjectID? {
    guard case .scope(var scope) = heap.kind(frame.scope) else { return nil }
    while let current = scope {
      if heap.read(current, key) != nil { return current }
      guard case .scope(let parent) = heap.kind(current) else { return nil }
      scope = parent
    }
    return nil
  }

  // MARK: Places

  private func assign(_ value: Value, to place: ExpressionID, at spot: Spot) {
    switch code[place] {
    case .name(let name): assign(value, to: name, isDeclaration: false, at: spot)
    case .member(let base, let name):
      let target = target(base)
      let value = noted(.assigned(name), value, at: spot)
      setMember(name, of: target, to: value, at: self.spot(place))
      noteShared(value, of: target, at: self.spot(place))
    case .index(let base, let key):
      let target = target(base)
      let index = evaluate(key)
      setIndex(index, of: target, to: value, at: self.spot(place))
      noteMerge(target, index, value, at: self.spot(place))
      noteShared(value, of: target, at: self.spot(place))
    case .slice(let base, _):
      let target = target(base)
      let item = element(of: value, at: spot)
      for object in target.objects { store(item, in: object, .rest, isWeak: true) }
      write(item, into: target.data, DataTable.anyElement)
    default: _ = evaluate(place)
    }
  }

  func setMember(_ name: String, of target: Value, to value: Value, at spot: Spot) {
    write(value, into: target.data, key(name))
    let isWeak = target.objects.count > 1
    for object in target.objects {
      if let setter = setter(name, of: object) {
        _ = call(setter, Arguments([value]), receiver: .object(object), at: spot)
        continue
      }
      if case .bound(_, let receiver?, _, _) = heap.kind(object) {
        setMember(name, of: receiver, to: value, at: spot)
        continue
      }
      noteAnswer(name, of: object, value, at: spot)
      store(value, in: object, key(name), isWeak: isWeak)
    }
  }

  /// Frameworks that are answered by an assignment: `context.body = page`.
  private func noteAnswer(_ name: String, of object: ObjectID, _ value: Value, at spot: Spot) {
    guard name == "body", case .library(let library) = heap.kind(object), library.path.hasPrefix("http.")
    else {
      return
    }
    _ = callLibrary(library.path + ".assignBody", of: .object(object), Arguments([value]), at: spot, id: nil)
  }

  private func setter(_ name: String, of object: ObjectID) -> Value? {
    guard case .instance(let own) = heap.kind(object) else { return nil }
    var type: ObjectID? = own
    var depth = 0
    while let current = type, case .classType(let definition) = heap.kind(current), depth < 16 {
      if let setter = definition.setters[name] { return setter }
      type = definition.bases.first?.objects.first
      depth += 1
    }
    return nil
  }

  private func setIndex(_ index: Value, of target: Value, to value: Value, at spot: Spot) {
    write(value, into: target.data, at: index)
    let isWeak = target.objects.count > 1
    for object in target.objects { storeIndexed(value, in: object, by: index, isWeak: isWeak) }
  }

  /// `object[index] = value`.
  func storeIndexed(_ value: Value, in object: ObjectID, by index: Value, isWeak: Bool = false) {
    if let names = index.literals, names.count <= 4 {
      for name in names { store(value, in: object, key(name), isWeak: isWeak || names.count > 1) }
      return
    }
    if case .number(let number)? = index.constant, number >= 0, number < Double(Self.elementLimit) {
      if heap.kind(object).isSequence {
        store(value, in: object, .element(Int(number)), isWeak: isWeak)
      } else {
        store(value, in: object, key(Self.text(of: number)), isWeak: isWeak)
      }
      return
    }
    store(value, in: object, .rest, isWeak: true)
    if !index.taints.isEmpty {
      store(Value(taints: index.taints), in: object, .keys, isWeak: true)
    }
  }

  static func text(of number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(number)
  }
}
