internal import SourceModel

extension Interpreter {
  /// Functions that belong to the language.
  func coreFunction(_ path: String, _ call: LibraryCall, isConstruction: Bool) -> Value? {
    isPython ? pythonFunction(path, call) : scriptFunction(path, call, isConstruction: isConstruction)
  }

  // MARK: Python

  private func pythonFunction(_ path: String, _ call: LibraryCall) -> Value? {
    let arguments = call.arguments
    let first = arguments.value(0)
    switch PythonCore.functions[path] {
    case .number?: return number(of: first ?? .unknown)
    case .length?: return length(of: first ?? .unknown)
    case .text?: return plainText(first ?? .emptyText, at: call.spot)
    case .representation?: return onOneLine(plainText(first ?? .emptyText, at: call.spot))
    case .same?: return first ?? .unknown
    case .list?: return listCopy(of: first, at: call.spot, isSet: path == "set" || path == "frozenset")
    case .record?: return recordCopy(arguments)
    case .defaultRecord?:
      let record = new(.record)
      if let factory = first, !factory.objects.isEmpty {
        store(
          self.call(factory, Arguments([]), receiver: nil, at: call.spot), in: record, .rest, isWeak: true)
      }
      return .object(record)
    case .range?:
      for value in arguments.positional {
        record(.workload, value, at: call.spot, callee: path, detail: "range")
      }
      return listOf(Value(isOpen: true, taints: numeric(arguments.positional.flatMap(\.taints))))
    case .enumerate?: return listOf(pair(.unknown, element(of: first ?? .unknown, at: call.spot)))
    case .zip?:
      let items = arguments.positional.map { element(of: $0, at: call.spot) }
      let tuple = new(.list)
      for (index, item) in items.enumerated() where index < 16 { heap.write(tuple, .element(index), item) }
      setCount(items.count, of: tuple)
      return listOf(.object(tuple))
    case .map?:
      guard let function = first else { return nil }
      let items = arguments.positional.dropFirst().map { element(of: $0, at: call.spot) }
      return listOf(followed(function, Array(items), at: call.spot))
    case .filter?:
      let items = arguments.value(1) ?? .unknown
      if let function = first, isProgramFunction(function) {
        _ = followed(function, [element(of: items, at: call.spot)], at: call.spot)
      }
      return listOf(element(of: items, at: call.spot))
    case .reduce?:
      guard let function = first else { return nil }
      let item = element(of: arguments.value(1) ?? .unknown, at: call.spot)
      var result = arguments.value(2) ?? item
      for _ in 0..<2 { result = join(result, followed(function, [result, item], at: call.spot)) }
      return result
    case .sorted?:
      if let function = arguments.named("key"), isProgramFunction(function) {
        _ = followed(function, [element(of: first ?? .unknown, at: call.spot)], at: call.spot)
      }
      return listOf(element(of: first ?? .unknown, at: call.spot))
    case .element?:
      if call.path == "min",
        arguments.all.contains(where: { if case .number? = $0.constant { true } else { false } })
      {
        // Not more than the constant among them.
        var taints: [Taint] = []
        for value in arguments.all { taints = Taint.union(taints, value.taints, traces) }
        return Value(
          isOpen: true, taints: derived(taints) { $0.safe = $0.safe.union(SinkKinds(.workload, .lifetime)) })
      }
      let item = element(of: first ?? .unknown, at: call.spot)
      return arguments.value(1).map { join(item, $0) } ?? item
    case .isInstance?: return isInstance(arguments)
    case .getAttribute?:
      let value = index(first ?? .unknown, by: arguments.value(1) ?? .unknown, at: call.spot)
      return arguments.value(2).map { join(value, $0) } ?? value
    case .setAttribute?:
      let (index, value) = (arguments.value(1) ?? .unknown, arguments.value(2) ?? .unknown)
      for object in first?.objects ?? [] { storeIndexed(value, in: object, by: index) }
      write(value, into: first?.data ?? 0, at: index)
      return .null
    case .partial?:
      guard let function = first else { return nil }
      return .object(
        heap.add(
          .bound(
            function: function, receiver: nil, arguments: Array(arguments.positional.dropFirst()),
            named: arguments.named.map { ($0.name, $0.value) })))
    case .wraps?: return .object(heap.add(.native(.partialDecorator)))
    case .gather?:
      let list = new(.list)
      for (index, value) in arguments.positional.enumerated() where index < Self.elementLimit {
        heap.write(list, .element(index), value)
      }
      setCount(arguments.positional.count, of: list)
      return .object(list)
    case .submit?:
      guard let function = first, isProgramFunction(function) else { return nil }
      return self.call(function, arguments.dropFirst(), receiver: nil, at: call.spot)
    case .thread?:
      guard let function = arguments.named("target"), isProgramFunction(function) else { return nil }
      _ = followed(function, elements0(of: arguments.named("args") ?? .never) ?? [.unknown], at: call.spot)
      return nil
    case .pattern?:
      guard let text = first?.literal else { return nil }
      return Value(atoms: [.pattern(text, flags: Self.flags(arguments.value(1)))])
    case .search(let mode)?:
      let value = arguments.value(1, "string") ?? .unknown
      let places = arguments.places.count > 1 ? arguments.places[1] : []
      return match(value).with(proof: patternProof(first ?? .unknown, mode, value, places))
    case .findAll?: return listOf(partOfText(arguments.value(1, "string") ?? .unknown))
    case .substitute?:
      return removing(
        first ?? .unknown, by: arguments.value(1) ?? .unknown, from: arguments.value(2, "string") ?? .unknown)
    case .decision?: return path == "bool" ? Value.boolean.with(proof: first?.proof) : .boolean
    case .type?: return arguments.positional.count == 1 ? type(of: first ?? .unknown) : nil
    case .printFormat?: return nil
    case nil: return pathFunction(path, call) ?? parsedEvent(path, call)
    }
  }

  /// `type(x)`: the class, of which a value's text tells nothing.
  private func type(of value: Value) -> Value {
    let types = value.objects.compactMap { object -> Value? in
      if case .instance(let type) = heap.kind(object) { .object(type) } else { nil }
    }
    return types.isEmpty ? .unknown : join(types)
  }

  private static func flags(_ value: Value?) -> String { value == nil ? "" : "i" }

  /// Paths of files, where the text stays known: `os.path.join(a, b)`.
  private func pathFunction(_ path: String, _ call: LibraryCall) -> Value? {
    let arguments = call.arguments
    switch path {
    case "os.path.join", "posixpath.join", "path.join", "path.posix.join", "path.resolve":
      var parts: [Value] = []
      for (index, value) in arguments.positional.enumerated() {
        if index > 0 { parts.append(.text("/")) }
        parts.append(value)
      }
      if let rest = arguments.rest { parts += [.text("/"), between(rest, .text("/"))] }
      let result = text(of: parts.isEmpty ? [.emptyText] : parts, at: call.spot)
      return path == "path.resolve" ? result.with(taints: marked(result.taints, "resolve")) : result
    case "os.path.basename", "path.basename", "ntpath.basename", "posixpath.basename", "path.posix.basename":
      guard let value = arguments.value(0) else { return nil }
      if let text = value.literal { return .text(text.split(separator: "/").last.map(String.init) ?? "") }
      return Value(
        isOpen: true,
        taints: derived(value.taints) { label in
          label.safe = label.safe.union(SinkKinds(.filePath, .archiveExtraction))
          label.isSymbolic = false
        })
    case "os.path.realpath", "os.path.abspath", "os.path.normpath", "path.normalize", "fs.realpathSync":
      guard let value = arguments.value(0) else { return nil }
      return Value(
        atoms: value.atoms, isOpen: value.isOpen,
        taints: marked(
          derived(value.taints) {
            $0.isWhole = false; $0.isSymbolic = false
          }, ModelIndex.last(path)))
    default: return nil
    }
  }

  func pair(_ key: Value, _ value: Value) -> Value {
    let pair = new(.list)
    heap.write(pair, .element(0), key)
    heap.write(pair, .element(1), value)
    setCount(2, of: pair)
    return .object(pair)
  }

  private func length(of value: Value) -> Value {
    if let items = elements0(of: value) { return .number(Double(items.count)) }
    return Value(isOpen: true)
  }

  private func listCopy(of value: Value?, at spot: Spot, isSet: Bool) -> Value {
    let list = new(isSet ? .set : .list)
    guard let value else {
      setCount(0, of: list)
      return .object(list)
    }
    if let items = elements0(of: value) {
      for (index, item) in items.enumerated() { heap.write(list, .element(index), item) }
      setCount(items.count, of: list)
    } else {
      heap.write(list, .rest, element(of: value, at: spot))
      setCount(nil, of: list)
    }
    return .object(list)
  }

  private func recordCopy(_ arguments: Arguments) -> Value {
    let record = new(.record)
    if let source = arguments.value(0) { spread(source, into: record) }
    for (name, value) in arguments.named { heap.write(record, key(name), value) }
    if let rest = arguments.namedRest { spread(rest, into: record) }
    return .object(record)
  }

  private func isInstance(_ arguments: Arguments) -> Value {
    guard let value = arguments.value(0), let type = arguments.value(1) else { return .boolean }
    let names = type.objects.flatMap { object -> [String] in
      switch heap.kind(object) {
      case .library(let library): return [library.path]
      case .list, .set:
        return anyField(of: object, at: Spot(module: frame.module, range: SourceRange(0, 0))).objects.map {
          if case .library(let library) = heap.kind($0) { library.path } else { "" }
        }
      default: return [""]
      }
    }
    let numbers: Set = [
      "int", "float", "bool", "complex", "numbers.Number", "uuid.UUID", "decimal.Decimal",
      "datetime.datetime",
    ]
    guard !names.isEmpty, names.allSatisfy({ numbers.contains($0) || $0 == "str" || $0 == "bytes" }) else {
      return .boolean
    }
    let safe =
      names.allSatisfy(numbers.contains)
      ? SinkKinds.injections : SinkKinds(.nosql, .objectMerge, .massAssignment)
    let places = arguments.places.first ?? []
    let proved =
      places.map { Refinement(subject: $0.subject, safe: safe) } + originRefinements(of: value, safe: safe)
    return Value.boolean.with(proof: proved.isEmpty ? nil : Proof(whenTrue: proved, whenFalse: []))
  }

  // MARK: JavaScript

  private func scriptFunction(_ path: String, _ call: LibraryCall, isConstruction: Bool) -> Value? {
    let arguments = call.arguments
    let first = arguments.value(0)
    let spot = call.spot
    switch JavaScriptCore.functions[path] {
    case .number?: return number(of: first ?? .unknown)
    case .text?: return plainText(first ?? .emptyText, at: spot)
    case .boolean?: return first.map { Value.boolean.with(proof: $0.proof) } ?? .boolean
    case .isNumber?: return numberCheck(path, arguments)
    case .same?: return first ?? .null
    case .assign?:
      guard let target = first else { return nil }
      for source in arguments.positional.dropFirst() {
        for object in target.objects { spread(source, into: object) }
        if target.data != 0 { spread(source, intoData: target.data) }
      }
      if target.objects.isEmpty, target.data == 0 {
        let record = new(.record, at: call.id)
        for source in arguments.positional { spread(source, into: record) }
        return .object(record)
      }
      return target
    case .keys?:
      if let object = first?.objects.first, first?.objects.count == 1, first?.taints.isEmpty == true,
        heap.kind(object).isRecordLike
      {
        return keyList(of: object, at: spot)
      }
      return listOf(keyValue(of: first ?? .unknown, at: spot))
    case .values?: return listOf(everyField(of: first ?? .unknown, at: spot))
    case .entries?:
      return listOf(
        pair(keyValue(of: first ?? .unknown, at: spot), everyField(of: first ?? .unknown, at: spot)))
    case .fromEntries?:
      let record = new(.record, at: call.id)
      let item = element(of: first ?? .unknown, at: spot)
      store(element(1, of: item, at: spot), in: record, .rest, isWeak: true)
      return .object(record)
    case .arrayFrom?:
      let item = element(of: first ?? .unknown, at: spot)
      if let function = arguments.value(1), isProgramFunction(function) {
        return listOf(followed(function, [item, .unknown], at: spot))
      }
      return listOf(item)
    case .arrayOf?:
      if arguments.positional.count == 1, let size = first, path == "Array" {
        record(.workload, size, at: spot, callee: path, detail: "the size of an array")
        return listOf(.unknown)
      }
      let list = new(.list, at: call.id)
      for (index, value) in arguments.positional.enumerated() { store(value, in: list, .element(index)) }
      setCount(arguments.positional.count, of: list)
      return .object(list)
    case .map?: return mapValue(first, at: spot, id: call.id)
    case .set?: return listCopy(of: first, at: spot, isSet: true)
    case .isArray?: return .boolean
    case .promise?: return isConstruction ? promise(first, at: spot) : nil
    case .all?: return first.map { $0.objects.isEmpty && $0.taints.isEmpty ? .unknown : $0 } ?? .unknown
    case .settled?:
      let record = new(.record)
      heap.write(record, key("value"), element(of: first ?? .unknown, at: spot))
      return listOf(.object(record))
    case .race?: return element(of: first ?? .unknown, at: spot)
    case .promisify?:
      guard let function = first, isProgramFunction(function) else { return first ?? .unknown }
      return .object(heap.add(.native(.promisified(function))))
    case .reject?:
      raise(first ?? .unknown, endsPath: false)
      return .unknown
    case .timer?:
      if let function = first, isProgramFunction(function) {
        _ = followed(function, Array(arguments.positional.dropFirst(2)), at: spot)
      }
      if let time = arguments.value(1) {
        record(.workload, time, at: spot, callee: path, detail: "the time of a timer")
      }
      return nil
    case .pattern?:
      guard let text = first?.literal else { return nil }
      return Value(atoms: [.pattern(text, flags: arguments.value(1)?.literal ?? "")])
    case .error?:
      return libraryInstance("Error()", arguments, receiver: nil, labels: arguments, at: spot)
    case .object?: return first ?? .object(new(.record, at: call.id))
    case .record?: return .object(new(.record, at: call.id))
    case .hasOwn?: return Value.boolean
    case .inherits?:
      return .null
    case nil:
      return prototypeFunction(path, call) ?? pathFunction(path, call) ?? emitterMethod(path, call)
        ?? parsedEvent(path, call) ?? middyHandler(path, call) ?? contextVariable(path, call)
    }
  }

  /// `Object.prototype.hasOwnProperty.call(o, k)`, `Array.prototype.slice.call(x)`.
  private func prototypeFunction(_ path: String, _ call: LibraryCall) -> Value? {
    switch path {
    case "Object.prototype.hasOwnProperty.call", "Object.hasOwn":
      guard let list = call.arguments.value(0), let value = call.arguments.value(1) else { return .boolean }
      let places = call.arguments.places.count > 1 ? call.arguments.places[1] : []
      let subject =
        places.map { Refinement(subject: $0.subject, safe: .all) } + originRefinements(of: value, safe: .all)
      return membershipProof(value, subject: subject, in: list).map { Value.boolean.with(proof: $0) }
        ?? .boolean
    case "Array.prototype.slice.call": return call.arguments.value(0)
    case "String.raw":
      return text(of: Array(call.arguments.positional.dropFirst()), at: call.spot)
    default: return nil
    }
  }

  private func everyField(of value: Value, at spot: Spot) -> Value {
    var result = Value.never
    for object in value.objects { result = join(result, anyField(of: object, at: spot)) }
    if !value.taints.isEmpty {
      result = join(result, element(of: value.with(objects: []), at: spot, name: "*"))
    }
    return result.isNever ? .unknown : result
  }

  private func numberCheck(_ path: String, _ arguments: Arguments) -> Value {
    guard let value = arguments.value(0) else { return .boolean }
    let places = arguments.places.first ?? []
    let proved =
      places.map { Refinement(subject: $0.subject, safe: .injections) }
      + originRefinements(of: value, safe: .injections)
    guard !proved.isEmpty else { return .boolean }
    return Value.boolean.with(
      proof: path.hasSuffix("isNaN")
        ? Proof(whenTrue: [], whenFalse: proved) : Proof(whenTrue: proved, whenFalse: []))
  }

  private func mapValue(_ source: Value?, at spot: Spot, id: ExpressionID?) -> Value {
    let map = new(.map, at: id)
    guard let source, source.constant != Atom.null else { return .object(map) }
    if let items = elements0(of: source) {
      for item in items {
        storeIndexed(element(1, of: item, at: spot), in: map, by: element(0, of: item, at: spot))
      }
    } else {
      store(element(1, of: element(of: source, at: spot), at: spot), in: map, .rest, isWeak: true)
    }
    return .object(map)
  }

  /// `new Promise((resolve, reject) => …)` is what it is resolved with.
  private func promise(_ executor: Value?, at spot: Spot) -> Value {
    let holder = heap.add(.record)
    guard let executor, isProgramFunction(executor) else { return .unknown }
    let resolve = Value.object(heap.add(.native(.resolve(holder))))
    let reject = Value.object(heap.add(.native(.reject(holder))))
    _ = call(executor, Arguments([resolve, reject]), receiver: nil, at: spot)
    isDead = false
    return heap.read(holder, key("value")) ?? .unknown
  }

  /// `String(x)`, `str(x)`: the same text, and no record any more.
  private func plainText(_ value: Value, at spot: Spot) -> Value {
    let result = text(of: [value], at: spot)
    return result.with(
      taints: derived(result.taints) { label in
        label.isSymbolic = false
        label.isParsed = false
      })
  }
}
