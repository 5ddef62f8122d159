internal import SourceModel

/// What a framework passes to a function of the program.
extension Interpreter {
  /// Dependencies of dependencies that are followed.
  private static let dependencyDepth = 4

  func arguments(of route: Route, for function: Value, at spot: Spot, depth: Int = 0) -> Arguments {
    if let given = route.given { return Arguments(given) }
    guard let object = function.objects.first, let value = programFunction(object) else {
      return Arguments([])
    }
    let outer = frame
    defer { frame = outer }
    // Defaults and types are names of the module where the function is written.
    frame = Frame(
      module: value.module, function: outer.function, scope: value.scope, receiver: nil, home: nil,
      branchDepth: outer.branchDepth)
    let definition = modules[Int(value.module)][value.function]
    let isMethod = value.binding == .firstParameter
    let parameters = definition.parameters.dropFirst(isMethod ? 1 : 0).filter {
      $0.kind == .ordinary || $0.kind == .namedOnly
    }
    let bodies = parameters.filter { isBody(RouteParameter($0, code: code), of: route) }.count
    var result = Arguments([])
    for (index, parameter) in parameters.enumerated() {
      guard let name = parameter.name else { continue }
      guard mayGoOn(at: spot) else { break }
      let value = input(
        RouteParameter(parameter, code: code), at: index, of: parameters.count, to: route,
        isOnlyBody: bodies == 1, spot, depth: depth)
      result.named.append((name, value))
    }
    return result
  }

  private func programFunction(_ object: ObjectID, depth: Int = 0) -> FunctionValue? {
    switch heap.kind(object) {
    case .function(let value): return value
    case .bound(let function, _, _, _) where depth < 4:
      return function.objects.first.flatMap { programFunction($0, depth: depth + 1) }
    default: return nil
    }
  }

  private func input(
    _ parameter: RouteParameter, at index: Int, of count: Int, to route: Route, isOnlyBody: Bool,
    _ spot: Spot,
    depth: Int
  ) -> Value {
    switch route.role {
    case .failure where index == count - 1: return error(of: route, at: spot)
    case .hook where parameter.name == "call_next" || parameter.name.contains("next"):
      return library("framework.next")
    case .hook, .failure:
      if route.registrar.contains("powertools") { return library("framework.app") }
      return parameter.isRequest || route.bindsParameters ? library("flask.request") : .unknown
    case .resolver:
      return origin(.event(FieldPath(["arguments", parameter.name])), name: parameter.name, at: spot)
    case .batchResolver: return origin(.event(FieldPath()), name: parameter.name, at: spot)
    case .action:
      return parameter.isNumber
        ? Value(isOpen: true)
        : origin(.event(FieldPath(["parameters", "[]", "value"])), name: parameter.name, at: spot)
    case .handler: break
    }
    return request(parameter, to: route, isOnlyBody: isOnlyBody, spot, depth: depth)
  }

  private func request(
    _ parameter: RouteParameter, to route: Route, isOnlyBody: Bool, _ spot: Spot, depth: Int
  ) -> Value {
    let name = parameter.name
    if parameter.isNumber || parameter.isNumber(in: route.address) { return Value(isOpen: true) }
    if classNamed(parameter.type).map(isEnumeration) == true { return Value(isOpen: true) }
    if parameter.isRequest { return library("flask.request") }
    if parameter.source == "Depends" || parameter.source == "Security" {
      return dependency(parameter, of: route, at: spot, depth: depth)
    }
    if RouteParameter.ownTypes.contains(parameter.type) { return library("framework." + parameter.type) }
    let read = { (field: [String]) in self.origin(.request(FieldPath(field)), name: name, at: spot) }
    if parameter.type == "UploadFile" { return read(["files", name]) }
    switch parameter.source {
    case "Header": return read(["headers", name.replacing("_", with: "-")])
    case "Cookie": return read(["cookies", name])
    case "Form": return read(["form", name])
    case "File": return read(["files", name])
    case "Query": return read(["query", name])
    case "Path": return read(["params", name])
    default: break
    }
    if isBody(parameter, of: route) {
      let body = read(isOnlyBody && parameter.source == nil ? ["body"] : ["body", name])
      return classNamed(parameter.type).map { modelled(body, by: $0, at: spot) } ?? body
    }
    if route.bindsParameters, let address = route.address, !parameter.isNamed(in: address) {
      return read(["query", name])
    }
    return read(["params", name])
  }

  private func isBody(_ parameter: RouteParameter, of route: Route) -> Bool {
    guard route.bindsParameters, route.role == .handler, !parameter.isRequest else { return false }
    if let source = parameter.source { return source == "Body" }
    return classNamed(parameter.type).map { !isEnumeration($0) } ?? parameter.isCollection
  }

  /// A class of a few values, of which the framework lets only those through.
  private func isEnumeration(_ type: ObjectID) -> Bool {
    guard case .classType(let value) = heap.kind(type) else { return false }
    return value.bases.flatMap(\.objects).contains { base in
      if case .library(let library) = heap.kind(base) { library.path.contains("Enum") } else { false }
    }
  }

  private func classNamed(_ name: String) -> ObjectID? {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { return nil }
    return lookUp(name).objects.first { if case .classType = heap.kind($0) { true } else { false } }
  }

  // MARK: Dependencies and errors

  /// What `Depends(function)` gives.
  private func dependency(
    _ parameter: RouteParameter, of route: Route, at spot: Spot, depth: Int
  ) -> Value {
    guard depth < Self.dependencyDepth else { return .unknown }
    var wanted: Value = .never
    if let expression = parameter.sourceArgument { wanted = evaluate(expression) }
    if wanted.objects.isEmpty, let type = classNamed(parameter.type) { wanted = .object(type) }
    guard let object = wanted.objects.first else { return .unknown }
    let inner = Route(role: .handler, registrar: route.registrar, address: route.address)
    switch heap.kind(object) {
    case .function(let function):
      let value = call(
        wanted, arguments(of: inner, for: wanted, at: spot, depth: depth + 1), receiver: nil, at: spot)
      isDead = false
      return modules[Int(function.module)][function.function].isGenerator
        ? element(of: value, at: spot) : value
    case .classType:
      let made = property(object, "__init__", receiver: wanted).map {
        arguments(of: inner, for: $0, at: spot, depth: depth + 1)
      }
      return construct(object, made ?? Arguments([]), at: spot, id: nil)
    case .library(let library) where library.path.contains("OAuth2") || library.path.contains("HTTPBearer"):
      return origin(.request(FieldPath(["headers", "authorization"])), name: parameter.name, at: spot)
    default: return .unknown
    }
  }

  /// The error that a handler of errors is given; those that the program raises itself say what the program wrote.
  private func error(of route: Route, at spot: Spot) -> Value {
    guard let failures = route.failures else { return .unknown }
    let types = failures.objects.flatMap { object in
      heap.kind(object).isSequence ? anyField(of: object, at: spot).objects : [object]
    }
    let isForeign = types.contains { type in
      guard case .library(let library) = heap.kind(type) else { return false }
      return !library.path.contains("HTTP") && !library.path.contains("Validation")
    }
    return isForeign ? origin(.error(.whole), name: nil, at: spot) : .unknown
  }
}
