/// The values that models say a call gives.
extension Interpreter {
  func evaluate(_ model: ResultModel, _ call: LibraryCall) -> Value {
    switch model {
    case .madeOf(let selectors): return made(of: selectors.flatMap { select($0, call) }, call)
    case .joinedPath(let selector): return path(of: select(selector, call), call)
    case .same(let selector): return join(select(selector, call))
    case .parsed(let selector): return join(select(selector, call).map { parsed($0, at: call.spot) })
    case .decoded(let selector):
      return join(
        select(selector, call).map { value in
          let text = parsed(value, at: call.spot)
          return text.with(taints: derived(text.taints) { $0.token = $0.token.afterDecoding })
        })
    case .address(let selector):
      return join(
        select(selector, call).map { value in
          let parts = parsed(value, at: call.spot)
          return parts.with(taints: derived(parts.taints) { $0.isAddress = $0.isWhole })
        })
    case .claims(let selector): return join(select(selector, call).map { claims(in: $0, at: call.spot) })
    case .shaped(let selector):
      return join(select(selector, call).map { shaped($0, by: call.receiver ?? .unknown, at: call.spot) })
    case .element(let selector):
      return join(select(selector, call).map { element(of: $0, at: call.spot) })
    case .sequence(let inner):
      let list = new(.list, at: call.id)
      store(evaluate(inner, call), in: list, .rest, isWeak: true)
      setCount(nil, of: list)
      return .object(list)
    case .promise(let inner): return evaluate(inner, call)
    case .record(let fields):
      let record = new(.record, at: call.id)
      for name in fields.keys.sorted() {
        if let field = fields[name] { store(evaluate(field, call), in: record, key(name)) }
      }
      return .object(record)
    case .clean: return cleanResult(call)
    case .keyedDigest: return Value(atoms: [.text([.keyedDigest])])
    case .sanitized(let selector, let kinds): return sanitized(select(selector, call), kinds, call)
    case .encoded(let inner, let kinds):
      let value = evaluate(inner, call)
      return value.with(taints: derived(value.taints) { $0.safe = $0.safe.union(kinds) })
    case .instance(let path): return instances(path, call, arguments: call.arguments)
    case .shared(let path): return library(path)
    case .assembled(let path, let selectors):
      return instances(path, call, arguments: Arguments(selectors.flatMap { select($0, call) }))
    case .origin(let origin): return value(of: origin, call)
    case .part(let origin, let selector):
      let whole = value(of: origin, call)
      let names = select(selector, call)
      return names.isEmpty ? whole : join(names.map { index(whole, by: $0, at: call.spot) })
    case .callResult: return call.result ?? .unknown
    case .callbackResult: return call.callbackResult
    case .continuation:
      return call.settled.map { .object(heap.add(.native(.collect($0)))) } ?? .unknown
    case .constant(let constant): return value(of: constant)
    case .joined(let models): return join(models.map { evaluate($0, call) })
    case .variable(let name, let other):
      let variable = value(of: .environmentVariable(name), call)
      return isSet(variable) ? variable : join(variable, join(select(other, call)))
    case .conditional(let conditions, let then, let otherwise):
      return evaluate(conditions.allSatisfy { holds($0, call) } ? then : otherwise, call)
    }
  }

  /// Whether it is a variable of the environment that the deployment sets.
  func isSet(_ value: Value) -> Bool {
    guard let variables = entry?.variables, !variables.isEmpty, !value.isOpen, value.objects.isEmpty,
      !value.atoms.isEmpty
    else { return false }
    return value.atoms.allSatisfy { atom in
      guard case .text(let parts) = atom, parts.count == 1, case .environmentVariable(let name) = parts[0]
      else { return false }
      return variables.contains(name)
    }
  }

  private func cleanResult(_ call: LibraryCall) -> Value { Value(isOpen: true) }

  private func made(of values: [Value], _ call: LibraryCall) -> Value {
    var taints: [Taint] = []
    for value in values { taints = Taint.union(taints, reachableTaints(of: value, at: call.spot), traces) }
    if values.count == 1, values[0].objects.isEmpty, values[0].literals != nil { return values[0] }
    // In another coding it still is what only the holder of the key can say.
    if taints.isEmpty, values.contains(where: { $0.atoms.contains(where: \.isKeyedDigest) }) {
      return Value(atoms: [.text([.keyedDigest])])
    }
    let labels = derived(taints) {
      $0.isWhole = false; $0.isSymbolic = false
      // It may be coded differently now, so that what was taken out comes back when it is decoded.
      $0.absent = .none
    }
    return Value(atoms: patterns(of: values), isOpen: labels.isEmpty, taints: labels)
  }

  private func path(of values: [Value], _ call: LibraryCall) -> Value {
    guard values.count > 1 else { return made(of: values, call) }
    var parts: [Value] = []
    for value in values {
      if let last = parts.last, last.literal?.hasSuffix("/") != true { parts.append(.text("/")) }
      parts.append(value)
    }
    return text(of: parts, at: call.spot)
  }

  /// What stays known of a text that is only coded differently: nothing, but whether it is labelled.
  private func patterns(of values: [Value]) -> [Atom] {
    values.contains { !$0.taints.isEmpty || !$0.objects.isEmpty } ? [.text([.labelled])] : []
  }

  func parsed(_ value: Value, at spot: Spot) -> Value {
    let taints = derived(value.taints) { label in
      label.isParsed = true
      label.absent = .none
      label.decode()
      if label.isWhole { label.isSymbolic = true }
    }
    let objects = value.objects.filter { object in
      if case .library = heap.kind(object) { false } else { true }
    }
    return identified(Value(isOpen: true, taints: taints, objects: objects), at: spot)
  }

  /// Claims are fields of their own, below the field that the token came in.
  private func claims(in token: Value, at spot: Spot) -> Value {
    let parts = parsed(token, at: spot)
    return parts.with(
      taints: derived(parts.taints) { label in
        switch labels.origins[Int(label.origin)] {
        case .event(let path): label.origin = labels.origin(.event(path.appending("claims()")))
        case .request(let path): label.origin = labels.origin(.request(path.appending("claims()")))
        default: return
        }
        label.isWhole = true
        label.isSymbolic = true
      })
  }

  private func sanitized(_ values: [Value], _ kinds: SinkKinds, _ call: LibraryCall) -> Value {
    if values.count == 1, values[0].taints.isEmpty, values[0].objects.isEmpty { return values[0] }
    var taints: [Taint] = []
    for value in values { taints = Taint.union(taints, reachableTaints(of: value, at: call.spot), traces) }
    let safe = derived(taints) { label in
      label.safe = label.safe.union(kinds)
      label.isSymbolic = false
      label.isWhole = false
    }
    return Value(isOpen: true, taints: marked(safe, ModelIndex.last(call.path)))
  }

  // MARK: Types

  private func instances(_ template: String, _ call: LibraryCall, arguments: Arguments) -> Value {
    let paths = filled(template, call)
    guard !paths.isEmpty else { return .never }
    return join(
      paths.map { path in
        let object = new(
          .library(
            LibraryValue(
              path: path, construction: arguments.passed,
              receiver: Self.keepsReceiver(path) ? call.receiver : nil)), at: paths.count == 1 ? call.id : nil
        )
        return .object(object)
      })
  }

  private static func keepsReceiver(_ path: String) -> Bool { true }

  /// `boto3.client.$0` with constants in place of `$0`; an open one is told by `?`.
  private func filled(_ template: String, _ call: LibraryCall) -> [String] {
    guard let mark = template.firstIndex(of: "$") else { return [template] }
    let head = template[..<mark]
    let name = template[template.index(after: mark)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let tail = template[name.endIndex...]
    let value = Int(name).map { call.arguments.value($0) } ?? call.arguments.named(String(name))
    guard let value else { return [] }
    return value.atoms.compactMap(\.literal).prefix(4).map { head + $0 + tail }
  }

  // MARK: Origins

  private func value(of model: OriginModel, _ call: LibraryCall) -> Value {
    switch model {
    case .stored(let what):
      let value = origin(.stored(what: what, FieldPath()), name: nil, at: call.spot)
      // The platform's clients answer with records, which logs show as such.
      return isPython && call.path.hasPrefix("boto3.") ? onOneLine(value) : value
    case .remote(let what): return origin(.remote(what: what), name: nil, at: call.spot)
    case .secret(let what): return origin(.secret(what: what), name: nil, at: call.spot)
    case .signedAddress: return origin(.secret(what: Origin.signedAddress), name: nil, at: call.spot)
    case .environment: return origin(.environment, name: nil, at: call.spot)
    case .environmentVariable(let selector):
      let names = select(selector, call).flatMap { $0.atoms.compactMap(\.literal) }
      guard !names.isEmpty else { return origin(.environment, name: nil, at: call.spot) }
      return join(names.prefix(4).map { origin(.environmentVariable($0), name: nil, at: call.spot) })
    case .error(let part): return origin(.error(part), name: nil, at: call.spot)
    case .modelOutput(let what): return origin(.modelOutput(what: what), name: nil, at: call.spot)
    case .request(let field): return origin(.request(FieldPath(field)), name: nil, at: call.spot)
    case .event(let field):
      return field.isEmpty ? event(at: call.spot) : origin(.event(FieldPath(field)), name: nil, at: call.spot)
    }
  }

  /// Written so that line breaks are escaped: what Python shows of anything but a text.
  func onOneLine(_ value: Value) -> Value {
    value.with(taints: derived(value.taints) { $0.safe = $0.safe.union(SinkKinds(.logLine)) })
  }

  func value(of constant: Constant) -> Value {
    switch constant {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .boolean(let flag): flag ? .yes : .no
    case .null: .null
    }
  }
}
