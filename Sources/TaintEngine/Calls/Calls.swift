internal import SourceModel

extension Interpreter {
  func evaluate(_ call: Expression.Call, _ id: ExpressionID) -> Value {
    if let special = specialCall(call, id) { return special }
    switch code[call.callee] {
    case .member(let base, let name):
      let receiver = evaluate(base)
      if isDead { return .never }
      if call.style == .optional, receiver.constant == Atom.null { return .null }
      var passed = arguments(of: call)
      if isDead { return .never }
      passed.places = places(of: call)
      if call.style == .construction {
        return construct(member(name, of: receiver, at: spot(call.callee)), passed, id)
      }
      return invoke(name, of: receiver, passed, id, base: base)
    default:
      let callee = callee(of: call)
      if isDead { return .never }
      var passed = arguments(of: call)
      if isDead { return .never }
      passed.places = places(of: call)
      if call.style == .construction { return construct(callee, passed, id) }
      if code[call.callee] == .parent { return constructParent(callee, passed, id) }
      return self.call(callee, passed, receiver: nil, at: spot(id), id: id)
    }
  }

  /// The function that is called; a method that a caller names may be any.
  private func callee(of call: Expression.Call) -> Value {
    guard case .index(let base, let key) = code[call.callee] else { return evaluate(call.callee) }
    let receiver = evaluate(base)
    let name = evaluate(key)
    let place = spot(call.callee)
    if let path = receiver.objects.lazy.compactMap({ self.madePath($0) }).first, receiver.objects.count == 1 {
      record(
        .codeExecution, name, at: place, callee: path, detail: Self.chosenMethod, certainty: .possible)
    }
    return index(receiver, by: name, at: place)
  }

  /// What a finding says of a method that a caller chooses.
  static let chosenMethod = "a method"

  /// The type of a value that a library made; a module's own functions are a list that somebody wrote.
  private func madePath(_ object: ObjectID) -> String? {
    guard case .library(let library) = heap.kind(object), library.path.hasSuffix("()") else { return nil }
    return library.path
  }

  private func places(of call: Expression.Call) -> [[Refinement]] {
    guard !call.arguments.contains(where: { $0.kind == .spread }) else { return [] }
    return call.arguments.filter { $0.kind == .positional }.map { argument in
      place(of: argument.value).map {
        [Refinement(subject: .cell($0), safe: SinkKinds(rawValue: 0))]
      } ?? []
    }
  }

  /// Calls that are no calls: `require("m")`, `import("m")`.
  private func specialCall(_ call: Expression.Call, _ id: ExpressionID) -> Value? {
    guard case .name(let name) = code[call.callee], let first = call.arguments.first else { return nil }
    switch name {
    case "require", "import":
      guard !isPython, call.arguments.count <= 2, scope(of: name) == nil else { return nil }
      let value = evaluate(first.value)
      guard let specifiers = value.literals else { return nil }
      return join(specifiers.map { imported($0, at: spot(id)) })
    default: return nil
    }
  }

  /// Calls whatever functions a value may be.
  func call(
    _ callee: Value, _ arguments: Arguments, receiver: Value?, at place: Spot? = nil, id: ExpressionID? = nil
  ) -> Value {
    let spot = place ?? Spot(module: frame.module, range: SourceRange(0, 0))
    let isCertain = callee.objects.count == 1 && !callee.isOpen && callee.taints.isEmpty
    if isCertain {
      return call(object: callee.objects[0], arguments, receiver: receiver, at: spot, id: id)
    }
    guard !callee.objects.isEmpty else {
      return unknownCall("?", of: callee, arguments, at: spot, id: id)
    }
    var outcomes = callee.objects.map { object in
      inBranch { self.call(object: object, arguments, receiver: receiver, at: spot, id: id) }
    }
    if !callee.taints.isEmpty {
      outcomes.append(inBranch { unknownCall("?", of: callee, arguments, at: spot, id: id) })
    }
    return merge(outcomes)
  }

  private func call(
    object: ObjectID, _ arguments: Arguments, receiver: Value?, at spot: Spot, id: ExpressionID?
  ) -> Value {
    switch heap.kind(object) {
    case .function(let function):
      return call(function, object: object, arguments, receiver: receiver, at: spot)
    case .bound(let function, let bound, let given, let named):
      if case .classType? = function.objects.first.map({ heap.kind($0) }), given.isEmpty, named.isEmpty,
        bound != nil, isPython
      {
        // `super()` as a value.
        return .object(object)
      }
      var all = arguments
      all.positional = given + arguments.positional
      if !given.isEmpty { all.places = [] }
      all.named = named.map { (name: $0.0, value: $0.1) } + arguments.named
      return call(function, all, receiver: bound ?? receiver, at: spot, id: id)
    case .classType: return construct(object, arguments, at: spot, id: id)
    case .library(let value):
      if let tuple = namedTuple(of: value, arguments) { return tuple }
      return callLibrary(value.path, of: value.receiver ?? receiver, arguments, at: spot, id: id)
    case .native(let native): return call(native, arguments, receiver: receiver, at: spot)
    case .instance(let type):
      if let method = property(type, "__call__", receiver: .object(object)) {
        return call(method, arguments, receiver: .object(object), at: spot)
      }
      return unknownCall("?", of: .object(object), arguments, at: spot, id: id)
    case .module(let number):
      // `const f = require("./f")` where the module is its default export.
      if let value = exported("default", of: number) {
        return call(value, arguments, receiver: nil, at: spot, id: id)
      }
      return .unknown
    case .record, .list, .set, .map, .scope, .assumptions, .writtenData:
      return unknownCall("?", of: .object(object), arguments, at: spot, id: id)
    }
  }

  private func call(
    _ native: NativeFunction, _ arguments: Arguments, receiver: Value?, at spot: Spot
  ) -> Value {
    switch native {
    case .resolve(let holder):
      if let value = arguments.value(0) { store(value, in: holder, key("value"), isWeak: true) }
      return .null
    case .reject:
      raise(arguments.value(0) ?? .unknown, endsPath: false)
      return .null
    case .answer(let form):
      answer(form, arguments, at: spot)
      return .null
    case .promisified(let function):
      let holder = heap.add(.record)
      var passed = arguments
      passed.positional.append(.object(heap.add(.native(.settle(holder)))))
      _ = call(function, passed, receiver: nil, at: spot)
      return heap.read(holder, key("value")) ?? .unknown
    case .settle(let holder):
      if let value = arguments.value(1) { store(value, in: holder, key("value"), isWeak: true) }
      return .null
    case .collect(let list):
      for (index, value) in arguments.positional.dropFirst().enumerated() where index < Self.elementLimit {
        store(value, in: list, .element(index), isWeak: true)
      }
      return .null
    case .partialDecorator: return arguments.value(0) ?? .unknown
    case .adaptedHandler(let function, let decorator, let place):
      return call(function, adapting: arguments, receiver: receiver, by: decorator, at: place)
    case .middleware(let function, let options): return wrap(arguments, in: function, options)
    }
  }

  // MARK: Methods

  /// `receiver.name(…)`.
  func invoke(
    _ name: String, of receiver: Value, _ arguments: Arguments, _ id: ExpressionID, base: ExpressionID?
  ) -> Value {
    var outcomes: [Outcome] = []
    let place = spot(id)
    if let part = eventMethod(name, of: receiver, arguments, at: place) { return part }
    let objects = receiver.objects
    if Self.comparingMethods.contains(name) { noteCompared([receiver] + arguments.positional) }
    let hasPlain =
      !receiver.taints.isEmpty || receiver.isOpen || objects.isEmpty
      || receiver.atoms.contains { $0 != .null }
    if objects.count == 1, !hasPlain {
      return invoke(name, ofObject: objects[0], arguments, id, at: place)
    }
    if let library = objects.first(where: { if case .library = heap.kind($0) { true } else { false } }),
      objects.count == 1
    {
      // The library's value carries the labels; its type says what the method is.
      return invoke(name, ofObject: library, as: receiver, arguments, id, at: place)
    }
    if objects.isEmpty {
      return invokePlain(name, of: receiver, arguments, id, base: base, at: place)
    }
    for object in objects {
      outcomes.append(inBranch { invoke(name, ofObject: object, arguments, id, at: place) })
    }
    if hasPlain {
      let plain = receiver.with(objects: [])
      if !receiver.taints.isEmpty || !receiver.atoms.isEmpty {
        outcomes.append(inBranch { invokePlain(name, of: plain, arguments, id, base: base, at: place) })
      }
    }
    return merge(outcomes)
  }

  private func invoke(
    _ name: String, ofObject object: ObjectID, as whole: Value? = nil, _ arguments: Arguments,
    _ id: ExpressionID, at place: Spot
  ) -> Value {
    let receiver = whole ?? Value.object(object)
    if case .library(let value) = heap.kind(object) {
      if let own = heap.read(object, key(name)) {
        return call(own, arguments, receiver: receiver, at: place, id: id)
      }
      if Self.functionMethods.contains(name), !isPython,
        models(language).models(of: value.path + "." + name).isEmpty,
        let result = functionMethod(name, of: .object(object), arguments, at: place, id: id)
      {
        return result
      }
      return callLibrary(
        Self.path(value.path, name), of: receiver, arguments, at: place, id: id, method: name)
    }
    if case .bound(let function, let base?, _, _) = heap.kind(object), isParent(function) {
      return invokeParent(name, function, base, arguments, id, at: place)
    }
    if isCallable(object), let result = functionMethod(name, of: receiver, arguments, at: place, id: id) {
      return result
    }
    if let result = modelMethod(name, of: object, arguments, at: place)
      ?? storedMethod(name, of: object, arguments, at: place, id: id)
    {
      return result
    }
    readingSpot = place
    if case .record = heap.kind(object), heap.read(object, key(name)) == nil,
      let result = coreMethod(name, ofObject: object, arguments, id, at: place)
    {
      // `event.get("x")`: a method of every record, not a field of what the record is made of.
      return result
    }
    if let method = property(object, name, receiver: receiver) {
      if case .module = heap.kind(object) { return call(method, arguments, receiver: nil, at: place, id: id) }
      return call(method, withClass(arguments, of: object, method), receiver: receiver, at: place, id: id)
    }
    if let result = coreMethod(name, ofObject: object, arguments, id, at: place) { return result }
    return unknownCall("?." + name, of: receiver, arguments, at: place, id: id)
  }

  private func isParent(_ function: Value) -> Bool {
    function.objects.contains { object in
      switch heap.kind(object) {
      case .classType, .library: true
      default: false
      }
    } || function.isNever || function.objects.isEmpty
  }

  private func isCallable(_ object: ObjectID) -> Bool {
    switch heap.kind(object) {
    case .function, .bound, .native: true
    default: false
    }
  }

  /// `Class.method(instance, …)` of Python passes the instance itself.
  private func withClass(_ arguments: Arguments, of object: ObjectID, _ method: Value) -> Arguments {
    arguments
  }

  /// `super.name(…)`, `super().name(…)`.
  private func invokeParent(
    _ name: String, _ parents: Value, _ receiver: Value, _ arguments: Arguments, _ id: ExpressionID,
    at place: Spot
  ) -> Value {
    for parent in parents.objects {
      if case .library(let value) = heap.kind(parent) {
        if name == "__init__" { return .null }
        return callLibrary(
          value.path + "()." + name, of: receiver, arguments, at: place, id: id, method: name)
      }
      if let method = property(parent, name, receiver: receiver) {
        return call(method, arguments, receiver: receiver, at: place, id: id)
      }
    }
    return name == "__init__" ? .null : .unknown
  }

  /// `super(…)` of a JavaScript constructor.
  private func constructParent(_ parent: Value, _ arguments: Arguments, _ id: ExpressionID) -> Value {
    guard !isPython else { return parent }
    let receiver = currentReceiver
    for bound in parent.objects {
      guard case .bound(let types, _, _, _) = heap.kind(bound) else { continue }
      for type in types.objects { initialise(receiver, as: type, arguments, at: spot(id)) }
    }
    return receiver
  }

  private static let functionMethods: Set<String> = ["call", "apply", "bind"]

  private func functionMethod(
    _ name: String, of function: Value, _ arguments: Arguments, at place: Spot, id: ExpressionID
  ) -> Value? {
    switch name {
    case "use" where !isPython, "before" where !isPython, "after" where !isPython, "onError" where !isPython:
      // Of all that wraps handlers only middy's has such methods.
      guard function.objects.allSatisfy({ heap.read($0, key(name)) == nil }) else { return nil }
      decorated.formUnion(function.objects)
      _ = callLibrary("middy." + name, of: function, arguments, at: place, id: id)
      return arguments.value(0).flatMap { adapted(function, byMiddleware: $0, at: place) } ?? function
    case "call" where !isPython:
      return call(function, arguments.dropFirst(), receiver: arguments.value(0), at: place, id: id)
    case "apply" where !isPython:
      var passed = Arguments([])
      if let list = arguments.value(1) {
        if let items = elements0(of: list) {
          passed.positional = items
        } else {
          passed.rest = element(of: list, at: place)
        }
      }
      return call(function, passed, receiver: arguments.value(0), at: place, id: id)
    case "bind" where !isPython:
      return .object(
        heap.add(
          .bound(
            function: function, receiver: arguments.value(0),
            arguments: Array(arguments.positional.dropFirst()), named: [])))
    default: return nil
    }
  }

  static func path(_ base: String, _ name: String) -> String {
    base.utf8.count < 400 ? base + "." + name : base
  }
}
