internal import SourceModel

extension Interpreter {
  func evaluate(_ sign: Operator, _ operands: [ExpressionID], _ id: ExpressionID) -> Value {
    switch sign {
    case .and, .or:
      return shortCircuit(sign, operands, id)
    case .coalesce:
      guard let first = operands.first else { return .unknown }
      var value = evaluate(first)
      if isSet(value) { return value }
      for operand in operands.dropFirst() { value = defaulted(value, operand) }
      return value.atoms.contains(.null) && operands.count > 1 ? withoutNull(value, operands) : value
    case .equal, .notEqual, .identical, .notIdentical, .contains, .notContains, .not, .instanceOf, .less,
      .lessOrEqual, .greater, .greaterOrEqual:
      let decided = decide(id)
      let base = decided.truth.map { $0 ? Value.yes : Value.no } ?? .boolean
      return decided.proof.map { base.with(proof: $0) } ?? base
    case .discard:
      operands.forEach { _ = evaluate($0) }
      return .null
    case .sequence:
      return operands.map(evaluate).last ?? .null
    case .delete:
      if let target = operands.first { runDelete(target) }
      return .boolean
    default:
      return operate(sign, operands.map(evaluate), at: spot(id))
    }
  }

  private func withoutNull(_ value: Value, _ operands: [ExpressionID]) -> Value {
    Value(
      atoms: value.atoms.filter { $0 != .null }, isOpen: value.isOpen || value.atoms == [.null],
      taints: value.taints, objects: value.objects, proof: value.proof, hasOverflown: value.hasOverflown,
      data: value.data)
  }

  /// `a && b`, `a || b` as values: either may be the result.
  private func shortCircuit(_ sign: Operator, _ operands: [ExpressionID], _ id: ExpressionID) -> Value {
    guard let first = operands.first else { return .unknown }
    let decided = decide(first)
    if isDead { return .never }
    let left = decided.value
    let rest = Array(operands.dropFirst())
    guard !rest.isEmpty else { return left }
    let isAnd = sign == .and
    if !isAnd, isSet(left) { return left }
    if decided.truth == isAnd { return continueShort(sign, rest, id) }
    if decided.truth == !isAnd { return left }
    var right = Value.never
    let result = merge([
      inBranch {
        assume(isAnd ? decided.proof?.whenTrue : decided.proof?.whenFalse)
        right = continueShort(sign, rest, id)
        return right
      },
      inBranch { isAnd ? self.falsy(left) : self.truthy(left) },
    ])
    let proof = combined(decided.proof, right.proof, isAnd: isAnd)
    return proof.map { result.with(proof: $0) } ?? result
  }

  private func continueShort(_ sign: Operator, _ rest: [ExpressionID], _ id: ExpressionID) -> Value {
    if rest.count == 1 { return evaluate(rest[0]) }
    return shortCircuit(sign, rest, id)
  }

  func combined(_ left: Proof?, _ right: Proof?, isAnd: Bool) -> Proof? {
    guard left != nil || right != nil else { return nil }
    let (a, b) = (left ?? Proof(whenTrue: [], whenFalse: []), right ?? Proof(whenTrue: [], whenFalse: []))
    return isAnd
      ? Proof(whenTrue: a.whenTrue + b.whenTrue, whenFalse: Proof.common(a.whenFalse, b.whenFalse))
      : Proof(whenTrue: Proof.common(a.whenTrue, b.whenTrue), whenFalse: a.whenFalse + b.whenFalse)
  }

  /// What is left of a value that counts as true.
  private func truthy(_ value: Value) -> Value {
    Value(
      atoms: value.atoms.filter { $0.truth != false }, isOpen: value.isOpen, taints: value.taints,
      objects: value.objects, proof: value.proof, hasOverflown: value.hasOverflown,
      data: value.data)
  }

  private func falsy(_ value: Value) -> Value {
    let atoms = value.atoms.filter { $0.truth != true }
    return value.isOpen || !value.taints.isEmpty
      ? Value(atoms: atoms + (atoms.contains(.null) ? [] : [.null])) : Value(atoms: atoms)
  }

  // MARK: Arithmetic and texts

  func operate(_ sign: Operator, _ values: [Value], at spot: Spot) -> Value {
    if isDead { return .never }
    switch sign {
    case .add: return add(values, at: spot)
    case .remainder: return remainder(values, at: spot)
    case .multiply: return multiply(values, at: spot)
    case .arithmetic: return arithmetic(values)
    case .toNumber: return number(of: values.first ?? .unknown)
    case .typeOf: return typeName(of: values.first ?? .unknown)
    case .union: return union(values)
    default: return .unknown
    }
  }

  private func add(_ values: [Value], at spot: Spot) -> Value {
    if values.count == 1 { return number(of: values[0]) }
    if values.allSatisfy({ $0.objects.contains { heap.kind($0).isSequence } }) {
      return chained(values, at: spot)
    }
    if values.count == 2, case .number(let a)? = values[0].constant, case .number(let b)? = values[1].constant
    {
      return .number(a + b)
    }
    return text(of: values, at: spot)
  }

  /// Lists one after the other.
  func chained(_ values: [Value], at spot: Spot) -> Value {
    let list = new(.list)
    var index: Int? = 0
    for value in values {
      if let items = elements0(of: value), let at = index, at + items.count < Self.elementLimit {
        for (offset, item) in items.enumerated() { heap.write(list, .element(at + offset), item) }
        index = at + items.count
      } else {
        store(element(of: value, at: spot), in: list, .rest, isWeak: true)
        index = nil
      }
    }
    setCount(index, of: list)
    return .object(list)
  }

  private func remainder(_ values: [Value], at spot: Spot) -> Value {
    guard values.count == 2 else { return .unknown }
    let isText = values[0].atoms.contains { if case .text = $0 { true } else { false } }
    guard isPython, isText || values[0].constant == nil && !values[0].taints.isEmpty else {
      return arithmetic(values)
    }
    return formatted(values[0], with: [values[1]], style: .percent, at: spot)
  }

  private func multiply(_ values: [Value], at spot: Spot) -> Value {
    if isPython, values.count == 2 {
      for (one, other) in [(values[0], values[1]), (values[1], values[0])]
      where one.objects.contains(where: { heap.kind($0).isSequence })
        || one.atoms.contains(where: { if case .text = $0 { true } else { false } })
      {
        record(.workload, other, at: spot, callee: "", detail: "repetition")
        return one.objects.isEmpty ? partOfText(one) : one
      }
    }
    return arithmetic(values)
  }

  private func arithmetic(_ values: [Value]) -> Value {
    let taints = Taint.normalised(values.flatMap { $0.taints }, traces)
    return Value(isOpen: true, taints: numeric(taints))
  }

  /// A number made of labelled values injects nothing, but may still be too large.
  func number(of value: Value) -> Value {
    if case .number? = value.constant { return value }
    if let text = value.literal, let number = Double(text) { return .number(number) }
    return Value(isOpen: true, taints: numeric(value.taints))
  }

  func numeric(_ taints: [Taint]) -> [Taint] {
    derived(taints) { label in
      label.safe = label.safe.union(.injections)
      label.isSymbolic = false
      label.isWhole = false
    }
  }

  private func typeName(of value: Value) -> Value {
    if case .number? = value.constant { return .text("number") }
    if value.literal != nil { return .text("string") }
    if value.objects.count == 1, !value.isOpen, value.taints.isEmpty, value.atoms.isEmpty {
      if case .function = heap.kind(value.objects[0]) { return .text("function") }
    }
    return Value(atoms: [.text([.open])])
  }

  private func union(_ values: [Value]) -> Value {
    guard values.contains(where: { !$0.objects.isEmpty }) else { return arithmetic(values) }
    if values.allSatisfy({ $0.objects.contains { heap.kind($0).isRecordLike } }) {
      let record = new(.record)
      for value in values { spread(value, into: record) }
      return .object(record)
    }
    return join(values)
  }

  // MARK: Texts

  /// A text of all the values, one after the other.
  func text(of values: [Value], at spot: Spot) -> Value {
    var alternatives: [[TextPart]] = [[]]
    var taints: [Taint] = []
    for value in values {
      let value = textual(value, at: spot)
      taints = Taint.union(taints, value.taints, traces)
      let parts = textParts(of: value)
      if alternatives.count * parts.count > Value.textLimit {
        let open: [TextPart] = [value.taints.isEmpty ? .open : .labelled]
        alternatives = alternatives.map { TextBuilding.joined($0, open) }
      } else {
        alternatives = alternatives.flatMap { head in parts.map { TextBuilding.joined(head, $0) } }
      }
    }
    var atoms: [Atom] = []
    for parts in alternatives where !atoms.contains(.text(parts)) { atoms.append(.text(parts)) }
    // A text has no members, whatever it was made of.
    if values.count == 1 { return Value(atoms: atoms, taints: derived(taints) { $0.isSymbolic = false }) }
    return noted(
      .text(nil),
      Value(
        atoms: atoms,
        taints: derived(taints) {
          $0.isWhole = false; $0.isSymbolic = false
        }), at: spot)
  }

  /// What a value becomes when it is put into a text.
  func textual(_ value: Value, at spot: Spot) -> Value {
    var taints = value.taints
    if !value.objects.isEmpty || value.data != 0 {
      let inner = reachableTaints(of: value.with(taints: []), at: spot)
      taints = Taint.union(taints, showsOnOneLine(value) ? escaped(inner) : inner, traces)
    }
    taints = taints.map { taint in
      guard labels.kind(of: taint.label) == .error(.whole) else { return taint }
      return memberTaint(taint, "message", at: spot) ?? taint
    }
    return value.objects.isEmpty && taints == value.taints
      ? value
      : Value(
        atoms: value.atoms, isOpen: value.isOpen || !value.objects.isEmpty,
        taints: Taint.normalised(taints, traces), objects: value.objects)
  }

  /// Whether a text of the value's objects has their texts escaped; lists of JavaScript are joined as they are.
  private func showsOnOneLine(_ value: Value) -> Bool {
    value.objects.allSatisfy { object in
      switch heap.kind(object) {
      case .record, .map: true
      case .list, .set: isPython
      case .instance(let type):
        isPython
          && !["__str__", "__repr__", "__format__"].contains {
            property(type, $0, receiver: .object(object)) != nil
          }
      default: false
      }
    }
  }

  private func escaped(_ taints: [Taint]) -> [Taint] {
    derived(taints) { $0.safe = $0.safe.union(SinkKinds(.logLine)) }
  }

  /// Alternatives of what a value contributes to a text.
  private func textParts(of value: Value) -> [[TextPart]] {
    var parts: [[TextPart]] = []
    for atom in value.atoms {
      switch atom {
      case .text(let pieces): parts.append(pieces)
      case .number(let number): parts.append([.literal(Self.text(of: number))])
      case .boolean(let flag): parts.append([.literal(isPython ? (flag ? "True" : "False") : "\(flag)")])
      case .null: parts.append([.literal(isPython ? "None" : "null")])
      case .pattern: parts.append([.open])
      }
    }
    if value.isOpen || parts.isEmpty {
      let harmful = value.taints.filter { !labels[$0.label].safe.isSuperset(of: .injections) }
      if harmful.isEmpty {
        parts.append([.open])
      } else if harmful.count == 1, labels[harmful[0].label].isWhole,
        case .event(let path) = labels.kind(of: harmful[0].label)
      {
        parts.append([.event(path)])
      } else {
        parts.append([.labelled])
      }
    }
    return parts
  }
}
