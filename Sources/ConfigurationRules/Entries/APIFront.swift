internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

/// Whether strangers reach an API's routes at all, before any authorization of a route.
enum APIFront: Equatable {
  case open
  /// A private endpoint, or a policy that shuts strangers out.
  case closed
  case unknown(reason: String)
}

extension API {
  var front: APIFront {
    if endpointTypes.value?.contains("PRIVATE") == true { return .closed }
    if let expression = endpointTypes.expression {
      return .unknown(reason: "the endpoint's type is \(expression)")
    }
    guard let policy = resourcePolicy else { return .open }
    if policy.openings(for: "execute-api:Invoke").contains(where: { $0.audience == .anyone }) { return .open }
    if policy.statements.isEmpty, let expression = policy.unresolved.first {
      return .unknown(reason: "the API's policy is \(expression)")
    }
    return .closed
  }
}

extension Application {
  func api(_ id: String) -> API? { apis.first { $0.id == id } }

  /// The API a trigger comes from.
  func api(of trigger: Trigger) -> API? {
    trigger.source.value?.references.first.flatMap { api($0.id) }
  }
}

extension Route {
  /// A browser's question before the call itself; it never carries credentials.
  var isPreflight: Bool { method?.uppercased() == "OPTIONS" }

  /// Neither an authorizer nor an API key, for certain.
  var isOpen: Bool {
    guard authorizer == .none, requiresAPIKey.expression == nil else { return false }
    return requiresAPIKey.value != true
  }

  var isKeyOnly: Bool { authorizer == .none && requiresAPIKey.value == true }

  /// What keeps anyone from telling whether it is open.
  var openQuestion: Expression? {
    if case .unresolved(let expression) = authorizer { return expression }
    return authorizer == .none ? requiresAPIKey.expression : nil
  }
}

/// Paths that are usually meant for everybody.
enum PublicPath {
  private static let words: Set<String> = [
    "health", "healthz", "healthcheck", "health-check", "livez", "readyz", "ping", "status", "version",
    "login",
    "signin", "sign-in", "signup", "sign-up", "register", "token", "oauth", "oauth2", "callback", "authorize",
    "logout", "webhook", "webhooks", "hook", "hooks", "forgot-password", "reset-password", "confirm",
    ".well-known",
    "favicon.ico", "robots.txt", "openapi.json", "swagger.json", "docs",
  ]

  /// - Parameter title: `GET /auth/login`; the method is ignored.
  static func isUsual(_ title: String) -> Bool {
    title.lowercased().split { $0 == "/" || $0 == " " }.contains { words.contains(String($0)) }
  }
}
