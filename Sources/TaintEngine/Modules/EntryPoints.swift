internal import FindingModel
internal import SourceModel

/// From an entry point to the functions that the platform calls, and the calls themselves.
extension Interpreter {
  func runEntry(_ entry: EntryPoint) {
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
      let arguments = Arguments(entry.parameters.map { parameter($0, at: place ?? spot) })
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
      case .function, .bound: found.append(object)
      case .instance(let type):
        if property(type, "__call__", receiver: value) != nil { found.append(object) }
      case .library(let library):
        for argument in library.construction { found += handlers(in: argument.value, depth: depth + 1) }
        if let receiver = library.receiver { found += handlers(in: receiver, depth: depth + 1) }
      case .module(let number):
        if let value = exported("default", of: number) { found += handlers(in: value, depth: depth + 1) }
      default: continue
      }
    }
    var unique: [ObjectID] = []
    for object in found where !unique.contains(object) { unique.append(object) }
    return unique
  }

  /// What the platform passes.
  private func parameter(_ parameter: EntryPoint.Parameter, at spot: Spot) -> Value {
    switch parameter {
    case .event:
      let event = heap.add(.record)
      heap.write(event, .source, origin(.event(FieldPath()), name: nil, at: spot))
      return .object(event)
    case .request: return origin(.request(FieldPath()), name: nil, at: spot)
    case .context: return contextValue()
    case .callback: return .object(heap.add(.native(.answer(.callback))))
    case .response, .responseStream: return library("lambda.response")
    }
  }

  private func contextValue() -> Value {
    let context = heap.add(.library(LibraryValue(path: "lambda.context", construction: [], receiver: nil)))
    guard !isPython else { return .object(context) }
    for (name, form) in [("succeed", NativeFunction.AnswerForm.succeed), ("fail", .fail), ("done", .done)] {
      heap.write(context, key(name), .object(heap.add(.native(.answer(form)))))
    }
    return .object(context)
  }

  /// Callbacks that libraries run later: routes, timers, listeners.
  func runDeferred() {
    var count = 0
    // One function may serve several routes, and is followed for the first of them.
    let shared = Dictionary(grouping: deferred.filter { !$0.routes.isEmpty }, by: \.function.objects)
    while !deferred.isEmpty, count < 400 {
      let next = deferred.removeFirst()
      count += 1
      isDead = false
      isEnteringHandler = next.answers && entry?.answersCaller == true
      let routes = next.routes.isEmpty ? [] : shared[next.function.objects]?.flatMap(\.routes) ?? next.routes
      _ = onRoutes(routes) {
        call(next.function, Arguments(next.arguments), receiver: nil, at: next.spot)
      }
      isEnteringHandler = false
    }
    isDead = false
  }
}
