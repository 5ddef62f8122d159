internal import ApplicationModel
internal import CodeAnalysis
internal import RuleModel
internal import TaintEngine

extension FunctionUnderTest {
  /// Whether a route of the API may lead to a flow; also where nobody can tell.
  ///
  /// A route of Express for which the API has no counterpart is never called, whoever sends what.
  func serves(_ flow: Flow) -> Bool {
    guard !flow.routes.isEmpty else { return true }
    let open = function.triggers.filter { $0.invocation == .synchronous && $0.kind != .authorizer }
    guard !open.isEmpty, open.allSatisfy({ $0.kind == .restAPI || $0.kind == .httpAPI }) else { return true }
    let served = open.map { $0.detail.flatMap(ServedRoute.init) }
    return served.contains { route in route.map { flow.routes.contains(where: $0.leads) } ?? true }
  }
}

/// A route of an API: `GET /orders/{id}`.
struct ServedRoute {
  private let method: String
  private let segments: [Substring]

  /// - Returns: `nil` for a default route, or one that the template leaves open.
  init?(_ detail: String) {
    let parts = detail.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[1].hasPrefix("/"), !detail.contains("$") else { return nil }
    method = parts[0].uppercased()
    segments = parts[1].split(separator: "/")
  }

  /// Whether some address passes the API on this route and the framework on that one.
  func leads(to route: WebRoute) -> Bool {
    if let wanted = route.method, method != "ANY", method != "*", method != wanted { return false }
    let inner = route.path.split(separator: "/")
    // Each optional part doubles the ways.
    guard inner.filter({ $0.hasSuffix("?") }).count <= 6 else { return true }
    if Self.meet(segments[...], inner[...]) { return true }
    // What stands in front in the API may be a base path that the adapter takes away.
    return segments.indices.dropFirst().contains { start in
      segments[..<start].allSatisfy { !$0.hasPrefix("{") } && Self.meet(segments[start...], inner[...])
    }
  }

  private static func meet(_ outer: ArraySlice<Substring>, _ inner: ArraySlice<Substring>) -> Bool {
    switch (outer.first, inner.first) {
    case (nil, nil): true
    case (let segment?, _) where segment.hasSuffix("+}") || segment == "*": true
    case (_, let segment?) where segment.contains { "*(+".contains($0) }: true
    case (_, let segment?) where segment.hasSuffix("?"):
      meet(outer, inner.dropFirst()) || meet(outer.dropFirst(), inner.dropFirst())
    case (let left?, let right?):
      (left.hasPrefix("{") || right.hasPrefix(":") || left.lowercased() == right.lowercased())
        && meet(outer.dropFirst(), inner.dropFirst())
    default: false
    }
  }
}
