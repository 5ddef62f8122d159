internal import SourceModel

/// Functions that a library's decorator makes a route, hook or resolver of.
extension Interpreter {
  private static let roles: [String: Route.Role] = {
    let routes = [
      "route", "get", "post", "put", "patch", "delete", "options", "head", "api_route", "websocket",
      "websocket_route",
    ]
    var roles = Dictionary(uniqueKeysWithValues: routes.map { ($0, Route.Role.handler) })
    for name in ["errorhandler", "app_errorhandler", "exception_handler", "not_found"] {
      roles[name] = .failure
    }
    for name in hooks + ["middleware"] { roles[name] = .hook }
    roles["resolver"] = .resolver
    for name in ["batch_resolver", "async_batch_resolver"] { roles[name] = .batchResolver }
    return roles
  }()

  /// Decorators that are written without a call.
  static let hooks = [
    "before_request", "after_request", "before_first_request", "teardown_request", "before_app_request",
    "after_app_request",
  ]

  func register(_ function: Value, with decorator: LibraryValue, at spot: Spot) {
    guard isPython else {
      registerController(function, with: decorator, at: spot)
      return
    }
    let isCall = decorator.path.hasSuffix("()")
    let path = isCall ? String(decorator.path.dropLast(2)) : decorator.path
    let name = ModelIndex.last(path)
    guard let role = Self.roles[name], path != name, isCall || name == "not_found" || role == .hook else {
      return
    }
    if role == .handler, name == "route" {
      // Flask-RESTX decorates the class whose methods are the routes.
      registerClass(function, at: decorator.construction.first { $0.position == 0 }?.value, path, spot)
    }
    guard
      let object = function.objects.first(where: { if case .function = heap.kind($0) { true } else { false } }
      )
    else { return }
    let first = decorator.construction.first { $0.position == 0 }?.value
    var route = Route(role: role, registrar: path)
    if role == .failure { route.failures = first } else { route.address = first?.literal }
    if role == .handler, path.contains("BedrockAgentResolver") {
      route = Route(role: .action, registrar: path)
    }
    for option in decorator.construction where ["dependencies", "middlewares"].contains(option.name ?? "") {
      registerEach(option.value, as: Route(role: .hook, registrar: path), at: spot)
    }
    deferred.append(
      DeferredCall(
        function: .object(object), spot: spot, route: route, isApplication: Self.isApplication(path)))
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

  /// Calls that take functions and classes as routes: `app.add_url_rule`, `api.add_resource`.
  func registerRoutes(of call: LibraryCall) {
    let arguments = call.arguments
    let path = call.path
    switch ModelIndex.last(path) {
    case "add_resource":
      registerClass(arguments.value(0, "resource"), at: arguments.value(1, "urls"), path, call.spot)
    case "add_url_rule":
      guard let view = arguments.value(2, "view_func") else { return }
      if let object = view.objects.first, case .library(let made) = heap.kind(object) {
        registerClass(made.receiver, at: arguments.value(0, "rule"), path, call.spot)
      } else {
        registerEach(
          view, as: Route(role: .handler, registrar: path, address: arguments.value(0)?.literal),
          at: call.spot)
      }
    case "add_api_route", "add_route":
      guard let view = arguments.value(1, "endpoint") else { return }
      registerEach(
        view, as: Route(role: .handler, registrar: path, address: arguments.value(0)?.literal), at: call.spot)
    case "register_error_handler", "add_exception_handler":
      guard let answer = arguments.value(1) else { return }
      registerEach(
        answer, as: Route(role: .failure, registrar: path, failures: arguments.value(0)), at: call.spot)
    case "APIRouter", "FastAPI", "include_router":
      if let list = arguments.named("dependencies") {
        registerEach(list, as: Route(role: .hook, registrar: path), at: call.spot)
      }
    case "add_middleware": registerMiddleware(arguments.value(0), path, call.spot)
    case "use":
      if let list = arguments.named("middlewares") {
        registerEach(list, as: Route(role: .hook, registrar: path), at: call.spot)
      }
    case let name where Self.hooks.contains(name):
      if let hook = arguments.value(0) {
        registerEach(hook, as: Route(role: .hook, registrar: path), at: call.spot)
      }
    default: return
    }
  }

  /// Functions in a value: itself, elements of a list, and what `Depends(…)` was given.
  private func registerEach(_ value: Value, as route: Route, at spot: Spot, depth: Int = 0) {
    guard depth < 3 else { return }
    for object in value.objects {
      switch heap.kind(object) {
      case .function, .bound:
        deferred.append(DeferredCall(function: .object(object), spot: spot, route: route))
      case .list: registerEach(anyField(of: object, at: spot), as: route, at: spot, depth: depth + 1)
      case .library(let made) where made.path.hasSuffix("Depends()"):
        if let given = made.construction.first?.value {
          registerEach(given, as: route, at: spot, depth: depth + 1)
        }
      default: continue
      }
    }
  }

  private static let verbs = ["get", "post", "put", "patch", "delete", "head", "options", "dispatch_request"]

  private func registerClass(_ type: Value?, at address: Value?, _ path: String, _ spot: Spot) {
    for object in type?.objects ?? [] {
      guard case .classType = heap.kind(object) else { continue }
      for name in Self.verbs {
        guard let method = property(object, name, receiver: .object(object)), isProgramFunction(method) else {
          continue
        }
        let route = Route(role: .handler, registrar: path, address: address?.literal, type: object)
        deferred.append(DeferredCall(function: method, spot: spot, route: route))
      }
    }
  }

  /// Starlette's middlewares are classes with `dispatch(request, call_next)`.
  private func registerMiddleware(_ type: Value?, _ path: String, _ spot: Spot) {
    for object in type?.objects ?? [] {
      guard case .classType = heap.kind(object),
        let method = property(object, "dispatch", receiver: .object(object)), isProgramFunction(method)
      else { continue }
      deferred.append(
        DeferredCall(
          function: method, spot: spot, route: Route(role: .hook, registrar: path, type: object)))
    }
  }
}
