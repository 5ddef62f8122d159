internal import SourceModel

/// Classes whose methods are routes by decorators, with what the framework injects: NestJS.
extension Interpreter {
  private static let verbs: Set<String> = [
    "Get", "Post", "Put", "Patch", "Delete", "All", "Head", "Options",
  ]

  /// Classes within classes that are made for a constructor.
  private static let injectionDepth = 5

  func registerController(_ function: Value, with decorator: LibraryValue, at spot: Spot) {
    guard decorator.path.hasPrefix("@nestjs/common.") || decorator.path.hasPrefix("routing-controllers."),
      decorator.path.hasSuffix("()"),
      Self.verbs.contains(ModelIndex.last(String(decorator.path.dropLast(2)))),
      let object = function.objects.first, case .function(let method) = heap.kind(object),
      let type = method.home
    else { return }
    deferred.append(
      DeferredCall(
        function: function, spot: spot,
        route: Route(role: .handler, registrar: String(decorator.path.dropLast(2)), type: type)))
  }

  /// Values of a controller's method, by the decorators of its parameters.
  func inputs(of method: FunctionValue, at spot: Spot) -> [Value] {
    let outer = frame
    defer { frame = outer }
    frame = Frame(
      module: method.module, function: outer.function, scope: method.scope, receiver: nil, home: nil,
      branchDepth: outer.branchDepth)
    return modules[Int(method.module)][method.function].parameters.map { parameter in
      guard mayGoOn(at: spot) else { return .unknown }
      let marks = parameter.decorators.flatMap { evaluate($0).objects }
      for mark in marks {
        guard case .library(let library) = heap.kind(mark) else { continue }
        return input(library, name: parameter.name, type: parameter.typeName, at: spot)
      }
      return .unknown
    }
  }

  private func input(_ mark: LibraryValue, name: String?, type: String?, at spot: Spot) -> Value {
    if type == "number" || type == "boolean" { return Value(isOpen: true) }
    let isNumber = mark.construction.contains { argument in
      argument.value.objects.contains { object in
        guard case .library(let pipe) = heap.kind(object) else { return false }
        return ["ParseInt", "ParseFloat", "ParseBool", "ParseUUID", "ParseEnum"].contains(
          where: pipe.path.contains)
      }
    }
    if isNumber { return Value(isOpen: true) }
    let part = mark.construction.first { $0.position == 0 }?.value.literal
    let field = { (place: String) in
      self.origin(.request(FieldPath([place] + (part.map { [$0] } ?? []))), name: name, at: spot)
    }
    switch ModelIndex.last(mark.path.replacing("()", with: "")) {
    case "Body", "BodyParam", "RawBody": return field("body")
    case "Query", "QueryParam", "QueryParams": return field("query")
    case "Param", "Params": return field("params")
    case "Headers", "HeaderParam", "HeaderParams": return field("headers")
    case "UploadedFile", "UploadedFiles": return field("files")
    case "Req", "Request": return library("http.request")
    case "Res", "Response": return library("http.response")
    default: return .unknown
    }
  }

  /// An object of a class of the program, its constructor given objects of the classes that it names.
  func injected(_ type: ObjectID, at spot: Spot, depth: Int = 0) -> Value {
    if let known = injections[type] { return known }
    guard case .classType(let value) = heap.kind(type), depth < Self.injectionDepth else { return .unknown }
    // One object serves all who ask; who asks while it is made gets nothing known.
    injections[type] = .unknown
    let outer = frame
    defer { frame = outer }
    frame = Frame(
      module: value.module, function: outer.function, scope: modules[Int(value.module)].scope, receiver: nil,
      home: nil, branchDepth: outer.branchDepth)
    let constructor = heap.read(type, key("constructor"))?.objects.first
    var given: [Value] = []
    if let constructor, case .function(let function) = heap.kind(constructor) {
      given = modules[Int(function.module)][function.function].parameters.map { parameter in
        let named = parameter.typeName.map(lookUp)?.objects.first {
          if case .classType = heap.kind($0) { true } else { false }
        }
        return named.map { injected($0, at: spot, depth: depth + 1) } ?? .unknown
      }
    }
    let made = construct(type, Arguments(given), at: spot, id: nil)
    injections[type] = made
    return made
  }
}
