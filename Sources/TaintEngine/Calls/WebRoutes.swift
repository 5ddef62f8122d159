internal import SourceModel

/// A route of a web framework inside the function.
package struct WebRoute: Hashable, Sendable {
  /// `GET`; `nil` for any.
  package let method: String?
  /// As the framework writes it, with the paths it is mounted below: `/orders/:id`.
  package let path: String

  package init(method: String?, path: String) {
    self.method = method
    self.path = path
  }
}

/// A route before it is known where its router is mounted.
struct RouteMark: Hashable {
  let router: ObjectID
  let method: String?
  let path: String
}

/// Which routes lead to the code that is being followed.
extension Interpreter {
  /// Routers inside one another that are followed.
  private static let mountDepth = 6

  /// The route that a call makes, `router.get("/orders/:id", …)`; `nil` for a call that makes none.
  func routeMark(of callback: Callback, _ call: LibraryCall) -> RouteMark? {
    guard callback.handlesRequests, let router = call.receiver?.objects.first else { return nil }
    let method = Self.method(ModelIndex.last(call.path))
    if case .library(let library) = heap.kind(router), library.path.hasSuffix(".route()") {
      // `router.route("/orders").get(…)`.
      guard let path = library.construction.first?.value.literal, let outer = library.receiver?.objects.first
      else { return nil }
      return RouteMark(router: outer, method: method, path: path)
    }
    let given = call.arguments.value(0)
    guard let path = given?.literal ?? (given.map(isProgramFunction) == true ? "" : nil) else { return nil }
    let isOpen = ModelIndex.last(call.path) == "use"
    return RouteMark(router: router, method: method, path: isOpen ? path + "/*" : path)
  }

  private static func method(_ name: String) -> String? {
    switch name {
    case "get", "post", "put", "patch", "delete", "options", "head": name.uppercased()
    case "del": "DELETE"
    default: nil
    }
  }

  /// `app.use("/orders", router)`.
  func noteMount(_ value: Value, _ callback: Callback, _ call: LibraryCall) {
    guard callback.handlesRequests, ModelIndex.last(call.path) == "use",
      let outer = call.receiver?.objects.first
    else { return }
    let prefix = call.arguments.value(0)?.literal ?? ""
    for object in value.objects where object != outer {
      guard case .library = heap.kind(object) else { continue }
      mounts[object, default: []].append((outer, prefix))
    }
  }

  /// Runs code that the routes lead to.
  func onRoutes<Result>(_ marks: [RouteMark], _ body: () -> Result) -> Result {
    let outer = routes
    if !marks.isEmpty {
      routes = Set(
        marks.flatMap { mark in
          prefixes(of: mark.router, depth: 0).map { WebRoute(method: mark.method, path: $0 + mark.path) }
        })
    }
    defer { routes = outer }
    return body()
  }

  private func prefixes(of router: ObjectID, depth: Int) -> [String] {
    guard depth < Self.mountDepth, let places = mounts[router], !places.isEmpty else { return [""] }
    return places.prefix(8).flatMap { outer, prefix in
      prefixes(of: outer, depth: depth + 1).prefix(8).map { $0 + prefix }
    }
  }
}

extension Callback {
  /// Whether it is called with a request of a web framework.
  var handlesRequests: Bool {
    parameters.contains {
      if case .instance(let type) = $0 { type == "http.request" || type == "http.context" } else { false }
    }
  }
}
