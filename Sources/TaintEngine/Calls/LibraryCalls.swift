internal import SourceModel

/// A call of a library, while its models are asked what it does.
struct LibraryCall {
  let path: String
  let receiver: Value?
  var arguments: Arguments
  let spot: Spot
  let id: ExpressionID?
  /// What callbacks returned.
  var callbackResult = Value.never
  /// What the call gives, for parameters of its callbacks.
  var result: Value?
  var fact: Int?
  /// What a callback's own callback was given, where the library hands it one.
  var settled: ObjectID?
}

extension Interpreter {
  /// A module, function or value of a library.
  func library(_ name: String) -> Value {
    let path = Self.vendored[name] ?? name
    if let known = libraryObjects[path] { return .object(known) }
    let made = heap.add(.library(LibraryValue(path: path, construction: [], receiver: nil)))
    libraryObjects[path] = made
    return .object(made)
  }

  /// Libraries that others bring with them under a name of their own.
  private static let vendored = [
    "botocore.vendored.requests": "requests", "pip._vendor.requests": "requests",
    "six.moves.urllib.request": "urllib.request",
  ]

  func libraryMember(_ name: String, of object: ObjectID, _ value: LibraryValue, at spot: Spot) -> Value {
    let path = Self.path(value.path, name)
    if let model = models(language).member(path) {
      let call = LibraryCall(
        path: path, receiver: .object(object), arguments: Arguments([]), spot: spot, id: nil)
      let result = evaluate(model, call)
      guard result.objects.isEmpty else { return result }
      let same = library(path)
      if !result.taints.isEmpty { labelledPaths.insert(path) }
      return Value(atoms: result.atoms, isOpen: result.isOpen, taints: result.taints, objects: same.objects)
    }
    if labelledPaths.contains(value.path) { return .never }
    if path == "Error().message" || path == "Error().stack" {
      return join(
        value.construction.map(\.value)
          + (path.hasSuffix("k") ? [origin(.error(.stack), name: nil, at: spot)] : []))
    }
    if value.construction.isEmpty, value.receiver == nil { return library(path) }
    let member = heap.add(.library(LibraryValue(path: path, construction: [], receiver: .object(object))))
    return .object(member)
  }

  func libraryElement(of object: ObjectID, _ value: LibraryValue, at spot: Spot) -> Value {
    if labelledPaths.contains(value.path) { return .never }
    if let model = models(language).member(Self.path(value.path, MemberModel.element)) {
      let call = LibraryCall(
        path: value.path, receiver: .object(object), arguments: Arguments([]), spot: spot, id: nil)
      return evaluate(model, call)
    }
    return heap.read(object, .rest) ?? .unknown
  }

  var language: SourceLanguage { frame.module >= 0 ? code.language : .javaScript }

  /// A value that a library made.
  func libraryInstance(
    _ path: String, _ arguments: Arguments, receiver: Value?, labels: Arguments?, at spot: Spot
  ) -> Value {
    let object = new(
      .library(LibraryValue(path: path, construction: arguments.passed, receiver: receiver)))
    guard let labels else { return .object(object) }
    var taints: [Taint] = []
    for value in labels.all { taints = Taint.union(taints, reachableTaints(of: value, at: spot), traces) }
    return Value(
      taints: derived(taints) {
        $0.isWhole = false; $0.isSymbolic = false
      }, objects: [object])
  }

  // MARK: Calls

  func callLibrary(
    _ path: String, of receiver: Value?, _ arguments: Arguments, at spot: Spot, id: ExpressionID?,
    method: String? = nil, isConstruction: Bool = false
  ) -> Value {
    var call = LibraryCall(path: path, receiver: receiver, arguments: arguments, spot: spot, id: id)
    let models = models(language).models(of: path)
    if let core = storedCall(path, call) ?? coreFunction(path, call, isConstruction: isConstruction) {
      if !models.isEmpty {
        call.fact = noteFact(call)
        applySinks(models, call)
      }
      return core
    }
    if let receiver, let method, models.isEmpty, let result = coreMethodOfLibrary(method, of: receiver, call)
    {
      return result
    }
    call.fact = noteFact(call)
    applySinks(models, call)
    if isPython { registerRoutes(of: call) } else { registerResolvers(of: call) }
    return result(of: &call, models)
  }

  /// A call of something of which only the name is known.
  func unknownCall(
    _ path: String, of receiver: Value, _ arguments: Arguments, at spot: Spot, id: ExpressionID?
  ) -> Value {
    var call = LibraryCall(path: path, receiver: receiver, arguments: arguments, spot: spot, id: id)
    let models = path == "?" ? [] : models(language).models(of: path)
    if !models.isEmpty {
      call.fact = noteFact(call)
      applySinks(models, call)
    }
    return result(of: &call, models)
  }

  private func applySinks(_ models: [CallModel], _ call: LibraryCall) {
    let sinks = models.flatMap(\.effects).compactMap { effect -> Sink? in
      if case .sink(let sink) = effect { sink } else { nil }
    }
    let callee = operation(of: call) ?? call.path
    for sink in sinks {
      guard sink.conditions.allSatisfy({ holds($0, call) }) else {
        if sink.kind == .requestURL { recordDisclosed(sink, call) }
        continue
      }
      for value in select(sink.selector, call) where !isToldByWhole(sink, value, sinks, call) {
        record(
          sink.kind, value, at: call.spot, callee: callee, detail: sink.detail,
          certainty: sink.certainty, call: call.fact, isDeep: Self.isDeep(sink),
          needsRecord: Self.needsRecord(sink))
        if sink.kind == .log {
          // Of records and lists, and of whatever is in them, loggers show an escaped text.
          record(
            .logLine, value.with(objects: []), at: call.spot, callee: call.path, detail: sink.detail,
            certainty: sink.certainty, call: call.fact)
        }
        if sink.kind == .osCommand, fetches(value) {
          record(
            .requestURL, value, at: call.spot, callee: callee, detail: "the command", certainty: .likely,
            call: call.fact)
        }
        if sink.kind == .fileContent, writesTemporary(sink, call) {
          record(
            .temporaryFile, value, at: call.spot, callee: callee, detail: sink.detail,
            certainty: sink.certainty, call: call.fact, isDeep: true)
        }
      }
    }
  }

  /// The command that a client is given to send: it, and not the client, says what happens.
  private func operation(of call: LibraryCall) -> String? {
    guard call.path.hasSuffix(".send"), call.path.hasPrefix("@aws-sdk/") else { return nil }
    for object in call.arguments.value(0)?.objects ?? [] {
      if case .library(let command) = heap.kind(object), command.path.hasSuffix("Command()") {
        return String(command.path.dropLast(2))
      }
    }
    return nil
  }

  /// Whether a field is only one that a labelled whole may have, and the whole is told already.
  private func isToldByWhole(_ sink: Sink, _ value: Value, _ sinks: [Sink], _ call: LibraryCall) -> Bool {
    guard case .field(let base, _) = sink.selector, value.objects.isEmpty,
      sinks.contains(where: { $0.kind == sink.kind && $0.selector == base })
    else { return false }
    return select(base, call).allSatisfy { $0.objects.isEmpty }
  }

  /// Whether a file lies where it outlives the invocation.
  private func writesTemporary(_ sink: Sink, _ call: LibraryCall) -> Bool {
    let streams = ([call.receiver].compactMap(\.self) + call.arguments.positional).filter(isOpenFile)
    if call.path.contains("file.temporary") || streams.contains(where: isTemporaryFile) { return true }
    let paths =
      streams.isEmpty && sink.selector != .position(0)
      ? select(.position(0), call)
      : (streams + [call.receiver].compactMap(\.self)).flatMap { constructed($0, 0) }
    return paths.contains { path in
      path.atoms.contains { atom in
        if case .text(let parts) = atom, case .literal(let head)? = parts.first {
          head.hasPrefix("/tmp")
        } else {
          false
        }
      }
    }
  }

  private func isOpenFile(_ value: Value) -> Bool {
    hasType(value, ["fs.WriteStream", "file", "file.temporary"])
  }

  private func isTemporaryFile(_ value: Value) -> Bool { hasType(value, ["file.temporary"]) }

  /// An address whose server is fixed goes where it should, and tells that server the secrets in it.
  private func recordDisclosed(_ sink: Sink, _ call: LibraryCall) {
    for value in select(sink.selector, call) {
      let secrets = value.taints.filter { taint in
        switch labels.kind(of: taint.label) {
        case .secret, .environmentVariable: true
        default: false
        }
      }
      guard !secrets.isEmpty else { continue }
      record(
        sink.kind, Value(isOpen: true, taints: secrets), at: call.spot, callee: call.path,
        detail: sink.detail,
        certainty: sink.certainty, call: call.fact)
    }
  }

  /// Whether a command line starts a program whose business is to fetch what it is given the address of.
  private func fetches(_ command: Value) -> Bool {
    ["curl ", "wget "].contains { mentions(command, $0, depth: 0) }
  }

  /// Kinds at which a record that somebody else made does harm, and not one that the program made of his values.
  private static func needsRecord(_ sink: Sink) -> Bool {
    guard [.nosql, .massAssignment, .objectMerge, .sql].contains(sink.kind) else { return false }
    return sink.conditions.contains { if case .structured = $0 { true } else { false } }
  }

  /// Kinds at which data inside a value counts, not the text it is.
  private static func isDeep(_ sink: Sink) -> Bool {
    switch sink.kind {
    case .cloudPayload, .cloudKey, .log, .responseBody, .sharedState, .fileContent, .massAssignment,
      .objectMerge, .nosql, .prompt, .emailHeader, .childEnvironment, .temporaryFile, .responseHeader,
      .cloudResource, .credentialComparison:
      true
    default: false
    }
  }

  private func result(of call: inout LibraryCall, _ models: [CallModel]) -> Value {
    let effects = models.flatMap(\.effects)
    let model = resultModel(models)
    let hasCallback = effects.contains { effect in
      switch effect {
      case .callback, .tasks: true
      default: false
      }
    }
    if let model, !Self.needsCallback(model) { call.result = evaluate(model, call) }
    if call.result == nil { call.result = model == nil ? unknownResult(of: call) : nil }
    for effect in effects {
      switch effect {
      case .callback(let callback): run(callback, &call)
      case .tasks(let tasks): run(tasks, &call)
      case .writes(let from, let into): write(from, into, call)
      case .configures(let target, let name, let value): configure(target, name, value, call)
      case .validates(let value, let schema):
        for schema in select(schema, call) {
          select(value, call).forEach { assume(schemaRefinements(of: $0, by: schema)) }
        }
      case .leaves: isDead = true
      case .sink, .result, .guards, .authenticates, .answers, .adapts: break
      }
    }
    if !hasCallback { runUnknownCallbacks(&call, isModelled: !models.isEmpty) }
    var value = call.result ?? model.map { evaluate($0, call) } ?? .unknown
    if let proof = proof(effects, call) { value = value.with(proof: proof) }
    return isDead ? .never : value
  }

  private func resultModel(_ models: [CallModel]) -> ResultModel? {
    for model in models {
      let results = model.effects.compactMap { effect -> ResultModel? in
        if case .result(let result) = effect { result } else { nil }
      }
      if let first = results.first { return results.count == 1 ? first : .joined(results) }
    }
    return nil
  }

  private static func needsCallback(_ model: ResultModel) -> Bool {
    switch model {
    case .callbackResult: true
    case .sequence(let inner), .promise(let inner): needsCallback(inner)
    case .joined(let all): all.contains(where: needsCallback)
    case .record(let fields): fields.values.contains(where: needsCallback)
    case .conditional(_, let a, let b): needsCallback(a) || needsCallback(b)
    default: false
    }
  }

  /// What a call gives of which nothing is known: something that goes on with the labels it got.
  func unknownResult(of call: LibraryCall) -> Value {
    var taints = call.receiver.map { reachableTaints(of: $0, at: call.spot) } ?? []
    for value in call.arguments.all {
      taints = Taint.union(taints, reachableTaints(of: value, at: call.spot), traces)
    }
    let object = new(
      .library(
        LibraryValue(
          path: call.path.utf8.count < 400 ? call.path + "()" : call.path,
          construction: call.arguments.passed,
          receiver: call.receiver)), at: call.id)
    let isDecoding = TokenStage.isDecoding(call.path)
    let labels = derived(taints) { label in
      label.isWhole = false
      label.isSymbolic = false
      label.absent = .none
      label.passedUnknownCall = true
      if isDecoding { label.token = label.token.afterDecoding }
    }
    return noted(.call(call.path), Value(taints: labels, objects: [object]), at: call.spot)
  }

  // MARK: Effects

  private func write(_ from: Selector, _ into: Selector, _ call: LibraryCall) {
    let values = select(from, call)
    for target in select(into, call) {
      for object in target.objects {
        for value in values { store(value, in: object, .rest, isWeak: true) }
        if case .library = heap.kind(object), let id = call.id { addLabels(of: values, to: id, into, object) }
      }
    }
  }

  private func configure(_ target: Selector, _ name: Selector, _ value: Selector, _ call: LibraryCall) {
    let names = select(name, call).flatMap { $0.atoms.compactMap(\.literal) }
    let setting = join(select(value, call))
    guard names.count == 1 else { return }
    for target in select(target, call) {
      // One of several values may be the one that is set.
      for object in target.objects {
        store(setting, in: object, key(names[0]), isWeak: target.objects.count > 1)
      }
    }
  }

  /// Library values carry labels beside them: the variable that holds the value gets them.
  private func addLabels(of values: [Value], to id: ExpressionID, _ into: Selector, _ object: ObjectID) {
    guard case .call(let expression) = code[id] else { return }
    var target: ExpressionID?
    switch into {
    case .receiver: if case .member(let base, _) = code[expression.callee] { target = base }
    case .position(let position), .argument(let position, _):
      if position >= 0, position < expression.arguments.count {
        target = expression.arguments[position].value
      }
    case .last: target = expression.arguments.last?.value
    default: break
    }
    guard let target, let cell = place(of: target), let old = heap.read(cell.object, cell.key) else { return }
    var taints = old.taints
    for value in values { taints = Taint.union(taints, value.taints, traces) }
    heap.write(
      cell.object, cell.key,
      Value(atoms: old.atoms, isOpen: old.isOpen, taints: taints, objects: old.objects))
  }

  private func run(_ callback: Callback, _ call: inout LibraryCall) {
    for function in select(callback.function, call) {
      guard isProgramFunction(function) else {
        noteMount(function, callback, call)
        continue
      }
      var inner = call
      inner.result = call.result ?? unknownResult(of: call)
      if callback.isAnswered { inner.settled = new(.list) }
      var values = callback.parameters.map { evaluate($0, inner) }
      if let arity = callback.errorArity, arity == self.arity(of: function) {
        values.insert(origin(.error(.whole), name: nil, at: call.spot), at: 0)
      }
      let marks = routeMark(of: callback, call).map { [$0] } ?? []
      if !callback.isImmediate, isInitialization {
        let route = callback.isHook ? Route(role: .hook, registrar: call.path, given: values) : nil
        deferred.append(
          DeferredCall(function: function, arguments: values, spot: call.spot, route: route, marks: marks))
        continue
      }
      let value = onRoutes(marks) { followed(function, values, at: call.spot) }
      call.callbackResult = join(call.callbackResult, value)
      if let first = inner.settled.flatMap({ heap.read($0, .element(0)) }) {
        call.callbackResult = join(call.callbackResult, first)
      }
    }
  }

  private func arity(of function: Value) -> Int? {
    function.objects.first.flatMap { definition(of: $0, depth: 0) }.map {
      modules[Int($0)][$1].parameters.count
    }
  }

  func isProgramFunction(_ value: Value) -> Bool {
    value.objects.contains { object in
      switch heap.kind(object) {
      case .function, .bound, .native: true
      default: false
      }
    }
  }

  /// Checks that a call makes of what it is given.
  private func proof(_ effects: [CallModel.Effect], _ call: LibraryCall) -> Proof? {
    var proved: [Refinement] = []
    var assumed: [Refinement] = []
    for effect in effects {
      switch effect {
      case .guards(let selector, let kinds):
        for value in select(selector, call) { proved += originRefinements(of: value, safe: kinds) }
        if let position = Self.position(selector), position < call.arguments.places.count {
          proved += call.arguments.places[position].map { Refinement(subject: $0.subject, safe: kinds) }
        }
      case .authenticates(let conditions):
        guard conditions.allSatisfy({ holds($0, call) }) else { continue }
        recorder.met(CallerCheck.Kind(ofCallee: call.path), at: location(call.spot))
        let caller = Refinement(subject: .caller, safe: .all)
        proved.append(caller)
        if !Self.isPredicate(call.path) { assumed.append(caller) }
      default: continue
      }
    }
    assume(assumed)
    return proved.isEmpty ? nil : Proof(whenTrue: proved, whenFalse: [])
  }

  /// Calls that answer instead of throwing.
  private static func isPredicate(_ path: String) -> Bool {
    let name = ModelIndex.last(path).lowercased()
    return name.contains("compare") || name.contains("equal") || name.contains("check")
      || name.hasPrefix("is")
      || name.contains("validate")
      || name == "verify" && !["jwt", "jsonwebtoken", "webhook"].contains(where: path.contains)
  }

  private static func position(_ selector: Selector) -> Int? {
    switch selector {
    case .position(let position), .argument(let position, _): position
    default: nil
    }
  }
}
