internal import SourceModel

/// Functions of the program that are given to a call of which no model tells when it runs them.
extension Interpreter {
  /// Lists and records inside one another that are looked into for functions.
  static let callbackDepth = 3
  /// Functions inside lists and records that one call is taken to run.
  static let callbackLimit = 32

  /// Calls them with what the call was given.
  func runUnknownCallbacks(_ call: inout LibraryCall, isModelled: Bool) {
    let named = isModelled ? [] : call.arguments.named.map(\.value)
    let given = (call.arguments.positional + named).filter(isProgramFunction)
    let nested = isModelled ? [] : functionsInside(call.arguments.all, of: call)
    guard !given.isEmpty || !nested.isEmpty, !Self.keepsFunctions(call.path) else { return }
    var inner = call
    if inner.result == nil { inner.result = .unknown }
    for function in given {
      let value = followed(function, parameters(of: function, inner), at: call.spot)
      add(value, to: &call, isModelled: isModelled)
    }
    for function in nested {
      let values = parameters(of: function, inner)
      guard !isInitialization else {
        // Options and listeners of a client that is made once: they run while requests are served.
        deferred.append(
          DeferredCall(function: function, arguments: values, spot: call.spot, isGuess: true))
        continue
      }
      add(followed(function, values, at: call.spot), to: &call, isModelled: isModelled)
    }
  }

  /// What a callback returns may be what the call gives.
  private func add(_ value: Value, to call: inout LibraryCall, isModelled: Bool) {
    call.callbackResult = join(call.callbackResult, value)
    guard let result = call.result, !isModelled, !value.taints.isEmpty || !value.objects.isEmpty else {
      return
    }
    call.result = join(result, value)
  }

  /// Functions that are elements or fields of arguments, and of what is in them.
  private func functionsInside(_ values: [Value], of call: LibraryCall) -> [Value] {
    var found: [Value] = []
    var seen: Set<ObjectID> = []
    var level = values.flatMap(\.objects)
    for _ in 0...Self.callbackDepth {
      var deeper: [ObjectID] = []
      for object in level where seen.insert(object).inserted && seen.count <= Self.reachLimit {
        guard heap.kind(object).isSequence || isPlainRecord(object) else { continue }
        for key in heap.keys(object) where key != .count && key != .source {
          guard let inner = heap.read(object, key) else { continue }
          if isWrittenFunction(inner) { found.append(inner) }
          deeper += inner.objects
        }
      }
      level = deeper
    }
    if found.count > Self.callbackLimit || seen.count > Self.reachLimit
      || level.contains(where: { isWrittenFunction(.object($0)) })
    {
      cut(
        "functions that a library nobody models is given in large or deep objects are not all followed",
        at: call.spot)
    }
    return Array(found.prefix(Self.callbackLimit))
  }

  /// Modules and instances have functions of their own, which nobody passes by passing them.
  private func isPlainRecord(_ object: ObjectID) -> Bool {
    switch heap.kind(object) {
    case .record, .map: true
    default: false
    }
  }

  private func isWrittenFunction(_ value: Value) -> Bool {
    value.objects.contains { object in
      switch heap.kind(object) {
      case .function, .bound: true
      default: false
      }
    }
  }

  private static let keepers = [
    "middy", "serverless", "wrap", "Wrap", "streamifyResponse", "handler", "Handler", "promisify",
  ]

  /// Wrappers of handlers: their function is called by the platform, not by them.
  private static func keepsFunctions(_ path: String) -> Bool {
    keepers.contains(where: path.holds)
  }

  private func parameters(of function: Value, _ call: LibraryCall) -> [Value] {
    let result = call.result ?? .unknown
    if isContinuation(function) { return [.null, result] }
    return parameterNames(of: function).enumerated().map { index, name in
      index == 0 && ["err", "error", "e", "_", "_err", "_error", "er"].contains(name)
        ? origin(.error(.whole), name: nil, at: call.spot) : result
    }
  }

  func parameterNames(of function: Value) -> [String] {
    function.objects.compactMap { object -> [String]? in
      guard case .function(let value) = heap.kind(object) else { return nil }
      return modules[Int(value.module)][value.function].parameters.map { $0.name ?? "" }
    }.first ?? []
  }

  /// Whether it is the callback `(error, result)` that the engine handed out itself.
  private func isContinuation(_ function: Value) -> Bool {
    function.objects.contains { object in
      switch heap.kind(object) {
      case .native(.settle), .native(.collect): true
      default: false
      }
    }
  }
}
