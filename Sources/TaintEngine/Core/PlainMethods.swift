internal import SourceModel

/// Methods of values that are no objects of the program: texts, numbers, labelled values, patterns.
extension Interpreter {
  func invokePlain(
    _ name: String, of receiver: Value, _ arguments: Arguments, _ id: ExpressionID, base: ExpressionID?,
    at spot: Spot
  ) -> Value {
    var places: [Refinement] = []
    let isChanging = Self.dataChanges.contains(name) && receiver.data == 0
    let receiver = isChanging ? base.map(target)?.with(objects: []) ?? receiver : receiver
    if let base, let cell = place(of: base) {
      places.append(Refinement(subject: .cell(cell), safe: SinkKinds(rawValue: 0)))
    }
    return plainMethod(name, of: receiver, arguments, at: spot, id: id, places: places)
  }

  func plainMethod(
    _ name: String, of receiver: Value, _ arguments: Arguments, at spot: Spot, id: ExpressionID?,
    places: [Refinement]
  ) -> Value {
    if case .pattern? = receiver.atoms.first, let result = patternMethod(name, receiver, arguments, at: spot)
    {
      return result
    }
    if let result = promiseMethod(name, receiver, arguments, at: spot) { return result }
    if !models(language).models(of: "?." + name).isEmpty, let id {
      _ = unknownCall("?." + name, of: receiver, arguments, at: spot, id: id)
    }
    if let result = changingData(name, receiver, arguments, at: spot) { return result }
    if !receiver.taints.isEmpty, let result = labelledMethod(name, receiver, arguments, at: spot, places) {
      return result
    }
    let table = isPython ? TextMethod.python : TextMethod.javaScript
    let mayBeText =
      !receiver.taints.isEmpty || receiver.atoms.contains { if case .text = $0 { true } else { false } }
    if let method = table[name], mayBeText || Self.isOnlyText(name) {
      return textMethod(method, name, of: receiver, arguments, at: spot, places: places)
    }
    if receiver.taints.isEmpty, let result = sequenceMethod(name, of: receiver, arguments, at: spot) {
      return result
    }
    return unknownCall("?." + name, of: receiver, arguments, at: spot, id: id)
  }

  /// Names that no other type is known to have, so that an unknown receiver is a text.
  private static func isOnlyText(_ name: String) -> Bool {
    [
      "toLowerCase", "toUpperCase", "trim", "strip", "lower", "upper", "join", "startswith", "replace",
      "split",
    ]
    .contains(name)
  }

  // MARK: Labelled values

  /// Methods of records, lists, streams and answers that stand for what somebody else sent.
  private func labelledMethod(
    _ name: String, _ receiver: Value, _ arguments: Arguments, at spot: Spot, _ places: [Refinement]
  ) -> Value? {
    let symbolic = receiver.taints.contains { labels[$0.label].isSymbolic }
    switch name {
    case "get", "pop", "getlist", "getAll", "get_all", "setdefault", "getFirst", "at":
      guard symbolic, let key = arguments.value(0) else { return nil }
      let value = index(receiver, by: key, at: spot)
      return arguments.value(1).map { join(value, $0) } ?? value
    case "items" where isPython, "entries" where !isPython:
      let pair = new(.list)
      heap.write(pair, .element(0), keyValue(of: receiver, at: spot))
      heap.write(pair, .element(1), element(of: receiver, at: spot, name: "*"))
      setCount(2, of: pair)
      return listOf(.object(pair))
    case "keys": return listOf(keyValue(of: receiver, at: spot))
    case "values": return listOf(element(of: receiver, at: spot, name: "*"))
    case "copy":
      guard data.isTouched(receiver.data) else { return identified(receiver, at: spot) }
      let copy = new(.record)
      spread(receiver, into: copy)
      return .object(copy)
    case "read", "readlines", "readline", "json", "text", "blob", "arrayBuffer", "transformToString",
      "transformToByteArray", "promise", "iter_lines", "iter_chunks", "iter_content", "getvalue", "as_dict",
      "to_dict",
      "dict", "model_dump", "toJSON", "buffer", "exec", "lean", "toArray", "fetchone", "fetchall", "all",
      "first",
      "data", "getBody", "send", "reverse", "sort", "valueOf", "raise_for_status", "paginate", "unwrap",
      "getText":
      if name == "exec", !isPython { return nil }
      return Value(atoms: receiver.atoms, isOpen: true, taints: receiver.taints, data: receiver.data)
    case "hasOwnProperty", "has", "isArray": return .boolean
    case "includes", "indexOf":
      return nil
    default: return sequenceMethod(name, of: receiver, arguments, at: spot)
    }
  }

  func listOf(_ item: Value) -> Value {
    let list = new(.list)
    heap.write(list, .rest, item)
    setCount(nil, of: list)
    return .object(list)
  }

  // MARK: Patterns

  private func patternMethod(
    _ name: String, _ pattern: Value, _ arguments: Arguments, at spot: Spot
  ) -> Value? {
    let value = arguments.value(0) ?? .unknown
    let places = arguments.places.first ?? []
    noteSlowMatch(name, pattern, value, at: spot)
    switch name {
    case "test" where !isPython:
      return Value.boolean.with(proof: patternProof(pattern, .search, value, places))
    case "exec" where !isPython, "search" where isPython:
      return match(value).with(proof: patternProof(pattern, .search, value, places))
    case "match" where isPython:
      return match(value).with(proof: patternProof(pattern, .prefix, value, places))
    case "fullmatch" where isPython:
      return match(value).with(proof: patternProof(pattern, .full, value, places))
    case "sub" where isPython:
      let text = arguments.value(1) ?? .unknown
      let result = removing(pattern, by: arguments.value(0) ?? .unknown, from: text)
      return result
    case "findall" where isPython, "finditer" where isPython, "split" where isPython:
      return listOf(partOfText(value))
    case "toString": return .unknown
    default: return nil
    }
  }

  private func noteSlowMatch(_ name: String, _ pattern: Value, _ value: Value, at spot: Spot) {
    guard ["test", "exec", "search", "match", "fullmatch", "findall", "finditer", "split"].contains(name),
      pattern.atoms.contains(where: { atom in
        if case .pattern(let text, _) = atom { SlowPattern.canBacktrack(text) } else { false }
      })
    else { return }
    record(.slowMatch, value, at: spot, callee: isPython ? "re." + name : "RegExp." + name, detail: nil)
  }

  /// What a match gives: groups of the text.
  func match(_ value: Value) -> Value {
    let list = new(.list)
    heap.write(list, .rest, partOfText(value))
    setCount(nil, of: list)
    return Value(atoms: [.null], objects: [list])
  }

  // MARK: Promises

  func promiseMethod(_ name: String, _ receiver: Value, _ arguments: Arguments, at spot: Spot) -> Value? {
    guard !isPython else { return nil }
    switch name {
    case "then":
      guard let function = arguments.value(0) else { return receiver }
      var results: [Value] = []
      if isProgramFunction(function) || !function.objects.isEmpty {
        results.append(followed(function, [receiver], at: spot))
      } else {
        results.append(receiver)
      }
      if let failure = arguments.value(1), isProgramFunction(failure) {
        results.append(followed(failure, [origin(.error(.whole), name: nil, at: spot)], at: spot))
      }
      return join(results)
    case "catch":
      guard let function = arguments.value(0), isProgramFunction(function) else { return receiver }
      return join(receiver, followed(function, [origin(.error(.whole), name: nil, at: spot)], at: spot))
    case "finally":
      if let function = arguments.value(0), isProgramFunction(function) {
        _ = followed(function, [], at: spot)
      }
      return receiver
    default: return nil
    }
  }

  /// Calls a function that may run once, never or often.
  func followed(_ function: Value, _ values: [Value], at spot: Spot) -> Value {
    followed(function, Arguments(values), at: spot)
  }

  func followed(
    _ function: Value, _ arguments: Arguments, at spot: Spot, isRepeated: Bool = false
  ) -> Value {
    let outcome = inBranch { call(function, arguments, receiver: nil, at: spot) }
    merge(
      [Outcome(changes: [:], isDead: false), Outcome(changes: outcome.changes, isDead: outcome.isDead)],
      isRepeated: isRepeated)
    return outcome.value
  }
}
