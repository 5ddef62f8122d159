/// Variables that functions of one request pass on by name: Hono's `c.set("user", user)` and `c.get("user")`.
extension Interpreter {
  func contextVariable(_ path: String, _ call: LibraryCall) -> Value? {
    guard path.hasPrefix("hono.context."), let name = call.arguments.value(0) else { return nil }
    let variables = library("hono.context.var")
    switch ModelIndex.last(path) {
    case "set":
      for object in variables.objects {
        storeIndexed(call.arguments.value(1) ?? .unknown, in: object, by: name)
      }
      return .null
    case "get": return index(variables, by: name, at: call.spot)
    default: return nil
    }
  }
}
