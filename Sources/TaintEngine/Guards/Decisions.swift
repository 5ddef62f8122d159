internal import SourceModel

/// A condition that has been looked at.
struct Decision {
  let value: Value
  /// `nil` where it may be either.
  let truth: Bool?
  let proof: Proof?
}

extension Interpreter {
  /// Evaluates a condition, and what it proves.
  func decide(_ id: ExpressionID) -> Decision {
    // A hundred thousand `not` are as many calls of this: the evaluation says what was cut.
    if stack.isReached { return Decision(value: evaluate(id), truth: nil, proof: nil) }
    switch code[id] {
    case .operation(let sign, let operands):
      if let decided = decide(sign, operands, id) { return decided }
    case .assignment(let pattern, let value):
      let decided = decide(value)
      if !isDead { bind(pattern, to: decided.value, isDeclaration: isPython, at: spot(value)) }
      return decided
    case .await(let inner): return decide(inner)
    default: break
    }
    let value = evaluate(id)
    noteTested(value)
    return Decision(value: value, truth: truth(of: value), proof: value.proof)
  }

  func truth(of value: Value) -> Bool? {
    guard !value.isOpen, value.taints.isEmpty, !value.isNever else { return nil }
    var truth: Bool?
    for atom in value.atoms {
      guard let one = atom.truth, truth == nil || truth == one else { return nil }
      truth = one
    }
    for object in value.objects {
      // An empty list is false in Python; library values may be anything.
      switch heap.kind(object) {
      case .function, .bound, .classType, .module, .native: break
      case .instance where !isPython, .record where !isPython, .list where !isPython: break
      default: return nil
      }
      guard truth != false else { return nil }
      truth = true
    }
    return truth
  }

  private func decide(_ sign: Operator, _ operands: [ExpressionID], _ id: ExpressionID) -> Decision? {
    switch sign {
    case .not:
      guard let first = operands.first else { return nil }
      let inner = decide(first)
      let truth = inner.truth.map { !$0 }
      return Decision(value: boolean(truth), truth: truth, proof: inner.proof?.inverted)
    case .and, .or:
      let value = evaluate(id)
      noteTested(value)
      return Decision(value: value, truth: truth(of: value), proof: value.proof)
    case .equal, .identical, .notEqual, .notIdentical:
      guard operands.count == 2 else { return nil }
      let isEqual = sign == .equal || sign == .identical
      return compare(operands[0], operands[1], isEqual: isEqual)
    case .contains, .notContains:
      guard operands.count == 2 else { return nil }
      let decided = membership(of: operands[0], in: operands[1])
      guard sign == .notContains else { return decided }
      let truth = decided.truth.map { !$0 }
      return Decision(value: boolean(truth), truth: truth, proof: decided.proof?.inverted)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard operands.count == 2 else { return nil }
      return order(sign, evaluate(operands[0]), evaluate(operands[1]), operands)
    case .instanceOf:
      operands.forEach { _ = evaluate($0) }
      return Decision(value: .boolean, truth: nil, proof: nil)
    default: return nil
    }
  }

  func boolean(_ truth: Bool?) -> Value { truth.map { $0 ? .yes : .no } ?? .boolean }

  private func compare(_ left: ExpressionID, _ right: ExpressionID, isEqual: Bool) -> Decision {
    let (a, b) = (evaluate(left), evaluate(right))
    if isDead { return Decision(value: .never, truth: nil, proof: nil) }
    noteCompared(a, b)
    var truth: Bool?
    if let x = a.constant, let y = b.constant { truth = (x == y) == isEqual }
    noteComparison(a, b)
    noteComparison(b, a)
    var proved: [Refinement] = []
    // `typeof x === "number"`.
    if let name = b.literal, let proof = typeProof(left, name) { proved = proof }
    if let name = a.literal, let proof = typeProof(right, name) { proved = proof }
    if proved.isEmpty {
      if isFixed(b) { proved = refinements(of: left, a, safe: .all, constants: b.isOpen ? nil : b.atoms) }
      if isFixed(a) { proved += refinements(of: right, b, safe: .all, constants: a.isOpen ? nil : a.atoms) }
      // `path.basename(x) === x`, `int(x) == …`: the same labels, one side made safe.
      proved += sameOriginProof(left, a, right, b)
      proved += hostProof(a, b) + hostProof(b, a)
    }
    if let secret = comparesSecret(left, a, right, b) {
      proved.append(Refinement(subject: .caller, safe: secret))
    }
    let negative = Double(-1)
    if case .number(negative)? = b.constant, let inner = a.proof {
      // `list.indexOf(x) === -1` is the opposite of `includes`.
      let proof = isEqual ? inner.inverted : inner
      return Decision(value: .boolean, truth: nil, proof: proof)
    }
    if let flag = b.constant, a.proof != nil {
      switch flag {
      case .boolean(let value):
        return Decision(
          value: boolean(truth), truth: truth, proof: value == isEqual ? a.proof : a.proof?.inverted)
      case .null:
        return Decision(value: boolean(truth), truth: truth, proof: isEqual ? a.proof?.inverted : a.proof)
      default: break
      }
    }
    guard !proved.isEmpty else { return Decision(value: boolean(truth), truth: truth, proof: nil) }
    let proof = Proof(whenTrue: proved, whenFalse: [])
    return Decision(value: boolean(truth), truth: truth, proof: isEqual ? proof : proof.inverted)
  }

  /// Whether nobody outside chooses the value: constants, the environment, values the program makes itself.
  private func isFixed(_ value: Value) -> Bool {
    if value.constant == Atom.null || value.constant == Atom.text([]) { return false }
    guard value.objects.isEmpty, !value.isNever else { return false }
    if value.taints.isEmpty { return !value.atoms.isEmpty && !value.isOpen }
    return value.taints.allSatisfy { taint in
      switch labels.kind(of: taint.label) {
      case .environmentVariable, .environment, .secret: true
      default: false
      }
    }
  }

  /// What a caller sent, compared with a secret: it shows who he is, though not in constant time.
  private func comparesSecret(
    _ left: ExpressionID, _ a: Value, _ right: ExpressionID, _ b: Value
  ) -> SinkKinds? {
    for (given, expected, place) in [(a, b, left), (b, a, right)]
    where CredentialComparison.isOne(given, expected, labels) {
      let isSignature = expected.atoms.contains(where: \.isKeyedDigest)
      record(
        .credentialComparison, given, at: spot(place), callee: "", detail: isSignature ? "signature" : nil)
      recorder.met(isSignature ? .signature : .secret, at: location(spot(place)))
      return .all
    }
    return nil
  }

  private func typeProof(_ id: ExpressionID, _ name: String) -> [Refinement]? {
    guard case .operation(.typeOf, let operands) = code[id], let operand = operands.first else { return nil }
    switch name {
    case "number", "bigint", "boolean", "undefined":
      return refinements(of: operand, evaluate(operand), safe: .injections)
    case "string":
      // A text is no query operator.
      return refinements(
        of: operand, evaluate(operand), safe: SinkKinds(.nosql, .objectMerge, .massAssignment))
    default: return nil
    }
  }

  private func sameOriginProof(
    _ left: ExpressionID, _ a: Value, _ right: ExpressionID, _ b: Value
  ) -> [Refinement] {
    func proof(_ safe: Value, _ other: Value, _ id: ExpressionID) -> [Refinement] {
      guard safe.taints.count == 1, other.taints.count == 1 else { return [] }
      let (x, y) = (labels[safe.taints[0].label], labels[other.taints[0].label])
      let (given, proved) = (y.harmless, x.harmless)
      guard x.origin == y.origin, given != proved, proved.isSuperset(of: given) else { return [] }
      return refinements(of: id, other, safe: proved)
    }
    return proof(a, b, right) + proof(b, a, left)
  }

  /// The host of a parsed address is one of the program's own: the address is safe as such.
  private func hostProof(_ host: Value, _ fixed: Value) -> [Refinement] {
    guard isFixed(fixed), host.taints.count == 1 else { return [] }
    return addressProof(host)
  }

  func addressProof(_ host: Value) -> [Refinement] {
    host.taints.compactMap { taint in
      guard case .event(let path) = labels.kind(of: taint.label), labels[taint.label].isParsed,
        let last = path.components.last, ["hostname()", "host()", "netloc()", "origin()"].contains(last)
      else { return nil }
      let origin = labels.origin(.event(FieldPath(Array(path.components.dropLast()))))
      return Refinement(subject: .origin(origin), safe: SinkKinds(.requestURL, .redirect))
    }
  }

  private func order(_ sign: Operator, _ left: Value, _ right: Value, _ operands: [ExpressionID]) -> Decision
  {
    noteCompared(left, right)
    guard case .number(let a)? = left.constant, case .number(let b)? = right.constant else {
      var proved: [Refinement] = []
      // `x < 10`: what is compared with a number is bounded, on either side.
      if case .number? = right.constant {
        proved = refinements(of: operands[0], left, safe: SinkKinds(.workload, .lifetime))
      }
      if case .number? = left.constant {
        proved = refinements(of: operands[1], right, safe: SinkKinds(.workload, .lifetime))
      }
      let isBelow = sign == .less || sign == .lessOrEqual
      let upper: Bool
      if case .number? = right.constant { upper = isBelow } else { upper = !isBelow }
      let proof = proved.isEmpty ? nil : Proof(whenTrue: upper ? proved : [], whenFalse: upper ? [] : proved)
      return Decision(value: .boolean, truth: nil, proof: proof)
    }
    let truth =
      switch sign {
      case .less: a < b
      case .lessOrEqual: a <= b
      case .greater: a > b
      default: a >= b
      }
    return Decision(value: boolean(truth), truth: truth, proof: nil)
  }

  // MARK: Membership

  private func membership(of item: ExpressionID, in collection: ExpressionID) -> Decision {
    let (value, list) = (evaluate(item), evaluate(collection))
    if isDead { return Decision(value: .never, truth: nil, proof: nil) }
    noteCompared(value, list)
    let subject = refinements(of: item, value, safe: .all, constants: nil)
    let proof = membershipProof(value, subject: subject, in: list)
    // `".." in path`: a text that is looked for in a labelled one.
    if proof == nil, let needle = value.literal, !list.taints.isEmpty {
      let marks = refinements(
        of: collection, list, safe: SinkKinds(rawValue: 0), mark: "looking for '\(needle)'")
      let safe = kindsWithout(needle)
      let absent = refinements(of: collection, list, safe: safe)
      return Decision(
        value: .boolean, truth: nil,
        proof: Proof(whenTrue: [], whenFalse: safe.rawValue == 0 ? marks : absent))
    }
    return Decision(value: .boolean, truth: nil, proof: proof)
  }

  /// What is proved by a value being in a collection.
  func membershipProof(_ value: Value, subject: [Refinement], in list: Value) -> Proof? {
    guard isConstantCollection(list) else { return nil }
    var proved = subject
    if value.taints.count == 1 { proved += addressProof(value) }
    return proved.isEmpty ? nil : Proof(whenTrue: proved, whenFalse: [])
  }

  /// Kinds for which a labelled text without a piece is safe.
  func kindsWithout(_ piece: String) -> SinkKinds {
    switch piece {
    case "..", "../": SinkKinds(.filePath)
    case "\n", "\r", "\r\n": SinkKinds(.responseHeader, .emailHeader)
    default: SinkKinds(rawValue: 0)
    }
  }

  /// Whether all members of a collection are the program's own.
  func isConstantCollection(_ value: Value) -> Bool {
    guard !value.objects.isEmpty, value.taints.isEmpty else { return false }
    for object in value.objects {
      let kind = heap.kind(object)
      guard kind.isSequence || kind.isRecordLike else { return false }
      if heap.read(object, .source) != nil || heap.read(object, .keys) != nil { return false }
      // An empty collection is filled elsewhere.
      let keys = heap.keys(object).filter { $0 != .count }
      guard !keys.isEmpty else { return false }
      guard kind.isSequence else { continue }
      for key in keys {
        guard let member = heap.read(object, key) else { continue }
        if !member.taints.isEmpty && !isFixed(member) || !member.objects.isEmpty && key == .rest {
          return false
        }
        if member.isOpen && member.taints.isEmpty && key == .rest { return false }
      }
    }
    return true
  }
}
