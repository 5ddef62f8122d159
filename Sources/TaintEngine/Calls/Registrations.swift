internal import SourceModel

/// Functions that a library's decorator makes a route or listener of.
extension Interpreter {
  private static let routes: Set<String> = [
    "route", "get", "post", "put", "patch", "delete", "options", "head", "api_route", "websocket",
    "websocket_route", "resolver", "exception_handler_",
  ]

  func register(_ function: Value, with decorator: LibraryValue, at spot: Spot) {
    guard decorator.path.hasSuffix("()") else { return }
    let name = ModelIndex.last(String(decorator.path.dropLast(2)))
    guard Self.routes.contains(name), decorator.path.split(separator: ".").count > 1,
      let object = function.objects.first(where: { if case .function = heap.kind($0) { true } else { false } }
      ),
      case .function(let value) = heap.kind(object)
    else { return }
    let definition = modules[Int(value.module)][value.function]
    let arguments = definition.parameters.filter { $0.kind != .rest && $0.kind != .namedRest }.map {
      routeParameter($0, of: decorator, at: spot)
    }
    deferred.append(
      DeferredCall(
        function: .object(object), arguments: arguments, spot: spot, answers: true,
        isApplication: Self.isApplication(decorator.path)))
  }

  /// Chalice deploys its application as the one handler of all routes, and other functions beside it; the
  /// applications of other frameworks are called by a handler.
  static func isApplication(_ path: String) -> Bool { path.hasPrefix("chalice.") }

  /// Remembers what a handler gets in the place of the event.
  func adapt(_ function: Value, by decorator: LibraryValue) {
    let effects = models(language).models(of: decorator.path).flatMap(\.effects)
    for case .adapts(let model) in effects {
      for object in function.objects { adaptations[object] = model }
    }
  }

  private func routeParameter(
    _ parameter: FunctionDefinition.Parameter, of decorator: LibraryValue, at spot: Spot
  ) -> Value {
    let type = parameter.typeName ?? ""
    let route = decorator.construction.first { $0.position == 0 }?.value.literal ?? ""
    // `/jobs/<int:number>`, `/jobs/{number:int}`: other addresses do not reach the function.
    let numbers = ["int", "float", "uuid"].flatMap { type in
      ["<\(type):\(parameter.name ?? "")>", "{\(parameter.name ?? ""):\(type)}"]
    }
    if numbers.contains(where: route.contains) { return Value(isOpen: true) }
    if ["int", "float", "bool", "UUID", "date", "datetime"].contains(type) { return Value(isOpen: true) }
    if type.hasSuffix("Request") || parameter.name == "request" { return library("flask.request") }
    if let value = parameter.defaultValue, case .call(let call) = code[value],
      case .name("Depends") = code[call.callee]
    {
      return .unknown
    }
    return origin(.request(FieldPath(["params", parameter.name ?? "*"])), name: parameter.name, at: spot)
  }
}
