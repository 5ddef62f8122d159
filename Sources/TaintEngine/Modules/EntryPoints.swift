internal import FindingModel
internal import SourceModel

/// From an entry point to the functions that the platform calls, and the calls themselves.
extension Interpreter {
  func runEntry(_ entry: EntryPoint) {
    _ = event(at: Spot(module: -1, range: SourceRange(0, 0)))
    guard let number = load(entry.module) else {
      recorder.noteIncomplete("the file of the handler cannot be read") { .start(of: entry.module) }
      return
    }
    let handler = handler(named: entry.names, in: number)
    isInitialization = false
    isDead = false
    recorder.sharedMark = heap.mark
    frame = Frame(
      module: number, function: nil, scope: modules[Int(number)].scope, receiver: nil, home: nil,
      branchDepth: heap.branchDepth)
    runDeferred(hooksOnly: true)
    if let handler {
      invoke(handler, entry)
    } else {
      recorder.noteIncomplete("the handler '\(entry.names.joined(separator: "."))' is not found in its file")
      {
        .start(of: entry.module)
      }
    }
    runDeferred()
  }

  private func handler(named names: [String], in number: Int32) -> Value? {
    let place = Spot(module: number, range: SourceRange(0, 0))
    guard let first = names.first else { return nil }
    var value = exported(first, of: number) ?? heap.read(modules[Int(number)].scope, key(first))
    for name in names.dropFirst() {
      guard let current = value else { return nil }
      var next: Value?
      for object in current.objects where next == nil { next = property(object, name, receiver: current) }
      value = next ?? member(name, of: current, at: place)
    }
    return value
  }

  private func invoke(_ handler: Value, _ entry: EntryPoint) {
    let spot = Spot(module: frame.module, range: SourceRange(0, 0))
    let functions = handlers(in: handler, depth: 0)
    if !handler.objects.contains(where: isApplication) { deferred.removeAll(where: \.isApplication) }
    guard !functions.isEmpty else {
      // What the handler wraps may be the application of a web framework, whose routes follow.
      guard deferred.allSatisfy(\.isGuess) else { return }
      recorder.noteIncomplete(
        "the handler '\(entry.names.joined(separator: "."))' is not a function that can be followed"
      ) {
        .start(of: entry.module)
      }
      return
    }
    for case .event in entry.parameters.prefix(1) {
      assumeValidation(around: handler, of: origin(.event(FieldPath()), name: nil, at: spot))
    }
    for function in functions {
      isDead = false
      let place = definition(of: function, depth: 0).map { module, id in
        Spot(module: module, range: modules[Int(module)][id].range)
      }
      let arguments = Arguments(
        entry.parameters.map { parameter($0, of: function, at: place ?? spot) })
      isEventPlain = handler.objects.contains(function) && !decorated.contains(function)
      isEnteringHandler = entry.answersCaller
      let result = call(.object(function), arguments, receiver: nil, at: spot)
      isEnteringHandler = false
      if case .classType = heap.kind(function) { _ = result }
    }
    isDead = false
  }

  /// Functions of the program in a value: itself, or what a library's wrapper was given.
  func handlers(in value: Value, depth: Int) -> [ObjectID] {
    guard depth < 5 else { return [] }
    var found: [ObjectID] = []
    for object in value.objects {
      switch heap.kind(object) {
      case .function, .bound, .native(.adaptedHandler): found.append(object)
      case .instance(let type):
        if property(type, "__call__", receiver: value) != nil { found.append(object) }
      case .library(let library):
        for argument in library.construction { found += handlers(in: argument.value, depth: depth + 1) }
        if let receiver = library.receiver { found += handlers(in: receiver, depth: depth + 1) }
        if library.path.contains("-router") { found += routes(in: library, depth: depth + 1) }
      case .module(let number):
        if let value = exported("default", of: number) { found += handlers(in: value, depth: depth + 1) }
      default: continue
      }
    }
    var unique: [ObjectID] = []
    for object in found where !unique.contains(object) { unique.append(object) }
    return unique
  }

  func isApplication(_ object: ObjectID) -> Bool {
    guard case .library(let value) = heap.kind(object) else { return false }
    return Self.isApplication(value.path) && value.path.hasSuffix(".Chalice()")
  }

  /// `httpRouterHandler([{ method, path, handler }])`.
  private func routes(in router: LibraryValue, depth: Int) -> [ObjectID] {
    let place = Spot(module: frame.module, range: SourceRange(0, 0))
    let lists = router.construction.flatMap(\.value.objects).filter { heap.kind($0).isSequence }
    return lists.flatMap { anyField(of: $0, at: place).objects }.flatMap { route -> [ObjectID] in
      field("handler", of: .object(route), at: place).map { handlers(in: $0, depth: depth) } ?? []
    }
  }

  /// What the platform passes, or a library makes of it.
  private func parameter(_ parameter: EntryPoint.Parameter, of function: ObjectID, at spot: Spot) -> Value {
    switch parameter {
    case .event:
      let event = event(at: spot)
      // It is read where the handler takes it, whatever a library was promised of it before.
      for object in event.objects {
        heap.write(object, .source, origin(.event(FieldPath()), name: nil, at: spot))
      }
      guard let model = adaptations[function] else { return event }
      let call = LibraryCall(path: "", receiver: nil, arguments: Arguments([event]), spot: spot, id: nil)
      return evaluate(model, call)
    case .request: return origin(.request(FieldPath()), name: nil, at: spot)
    case .context: return contextValue()
    case .callback: return .object(heap.add(.native(.answer(.callback))))
    case .response, .responseStream: return library("lambda.response")
    }
  }

  /// The event, the same for the handler and for all that a library runs around it.
  func event(at spot: Spot) -> Value {
    if let sharedEvent { return .object(sharedEvent) }
    let event = heap.add(.record)
    heap.write(event, .source, origin(.event(FieldPath()), name: nil, at: spot))
    sharedEvent = event
    return .object(event)
  }

  private func contextValue() -> Value {
    let context = heap.add(.library(LibraryValue(path: "lambda.context", construction: [], receiver: nil)))
    guard !isPython else { return .object(context) }
    for (name, form) in [("succeed", NativeFunction.AnswerForm.succeed), ("fail", .fail), ("done", .done)] {
      heap.write(context, key(name), .object(heap.add(.native(.answer(form)))))
    }
    return .object(context)
  }

  /// Calls of libraries that are followed after the handler.
  private static let deferredLimit = 400

  /// Callbacks that libraries run later: routes, timers, listeners; hooks before what they stand before.
  func runDeferred(hooksOnly: Bool = false) {
    var count = 0
    // One function may serve several routes, and is followed for the first of them.
    let shared = Dictionary(grouping: deferred.filter { !$0.marks.isEmpty }, by: \.function.objects)
    while count < Self.deferredLimit {
      let hook = deferred.firstIndex { $0.route?.role == .hook }
      guard !deferred.isEmpty, let index = hooksOnly ? hook : hook ?? 0 else { break }
      let next = deferred.remove(at: index)
      count += 1
      isDead = false
      isEnteringHandler = next.route?.answers == true && entry?.answersCaller == true
      answersPage = next.route?.answersPage ?? false
      let marks = next.marks.isEmpty ? [] : shared[next.function.objects]?.flatMap(\.marks) ?? next.marks
      onRoutes(marks) { run(next) }
      isEnteringHandler = false
      answersPage = false
    }
    isDead = false
  }

  private func run(_ next: DeferredCall) {
    guard let route = next.route else {
      // What one leaves in objects of the framework is not there for the next request for certain.
      _ = followed(next.function, next.arguments, at: next.spot)
      return
    }
    let isEntering = isEnteringHandler
    isEnteringHandler = false
    var function = next.function
    var passed = arguments(of: route, for: function, at: next.spot)
    if let type = route.type {
      if isController(route), let object = function.objects.first,
        case .function(let method) = heap.kind(object)
      {
        passed = Arguments(inputs(of: method, at: next.spot))
        function = bound(function, to: injected(type, at: next.spot))
      } else {
        let given = route.role == .hook ? [library("framework.app")] : []
        function = bound(function, to: construct(type, Arguments(given), at: next.spot, id: nil))
      }
    }
    isDead = false
    isEnteringHandler = isEntering
    guard route.role == .hook else {
      _ = followed(function, passed, at: next.spot)
      return
    }
    _ = call(function, passed, receiver: nil, at: next.spot)
    isDead = false
    // A middleware answers by what it puts beside the event.
    if route.registrar.hasPrefix("middy."),
      let answer = passed.positional.first.flatMap({ self.field("response", of: $0, at: next.spot) })
    {
      self.answer(answer, at: next.spot)
    }
  }

  private func isController(_ route: Route) -> Bool {
    route.registrar.hasPrefix("@nestjs/") || route.registrar.hasPrefix("routing-controllers")
  }
}
