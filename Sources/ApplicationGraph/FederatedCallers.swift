internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

/// Roles that people outside the account get, and what they may call with them.
///
/// An API that asks for IAM is open to whoever holds such a role: guests and users of an identity pool.
struct FederatedCallers: Sendable {
  private struct Holder: Sendable {
    let reach: ApplicationGraph.Reach
    let statements: [Statement]
  }

  /// Actions with which an API or a function's URL is called.
  private static let actions = ["execute-api:Invoke", "lambda:InvokeFunctionUrl", "appsync:GraphQL"]

  private let holders: [Holder]

  init(_ application: Application) {
    var holders: [Holder] = []
    for role in application.roles {
      for reach in Self.reaches(of: role, in: application) {
        let statements = role.granted(policies: application.policies).statements
        holders.append(Holder(reach: reach, statements: statements.filter(Self.isAboutCalls)))
      }
    }
    let known = Set(application.roles.map(\.id))
    for policy in application.policies {
      // The role is another stack's: nobody knows here who gets it, but callers from outside have to get one.
      let others = policy.roles.filter { text in !text.references.contains { known.contains($0.id) } }
      guard let other = others.first else { continue }
      let reach = ApplicationGraph.Reach(
        exposure: .authenticated, who: "Whoever gets role \(other.pattern)", isAssumed: true)
      holders.append(
        Holder(reach: reach, statements: policy.document.statements.filter(Self.isAboutCalls)))
    }
    self.holders = holders.filter { !$0.statements.isEmpty }
  }

  private static func isAboutCalls(_ statement: Statement) -> Bool {
    actions.contains(where: statement.covers(action:))
  }

  /// The widest of those who may call what a trigger stands for; `nil` for nobody outside the account.
  func reach(of trigger: Trigger, function: String?) -> ApplicationGraph.Reach? {
    guard !holders.isEmpty, let call = GuardedCall(trigger, function: function) else { return nil }
    var widest: ApplicationGraph.Reach?
    for holder in holders {
      let isDenied = holder.statements.contains {
        $0.denies && $0.conditions.isEmpty && call.isCovered(by: $0)
      }
      guard !isDenied, let grant = holder.statements.first(where: { $0.allows && call.isCovered(by: $0) })
      else { continue }
      let isWider =
        widest.map { holder.reach.exposure > $0.exposure || ($0.isAssumed && !holder.reach.isAssumed) }
        ?? true
      guard isWider, holder.reach.exposure >= widest?.exposure ?? .nobody else { continue }
      let step = TraceStep(at: grant.location, note: "\(holder.reach.who) may call it by this statement")
      widest = holder.reach
      widest?.steps.append(step)
    }
    return widest
  }

  // MARK: Who gets a role

  private static func reaches(of role: Role, in application: Application) -> [ApplicationGraph.Reach] {
    var reaches: [ApplicationGraph.Reach] = []
    func names(_ text: Value<Text>) -> Bool { text.value?.references.first?.id == role.id }
    for pool in application.identityPools {
      if pool.allowsUnauthenticated.value != false, names(pool.unauthenticatedRole) {
        reaches.append(guests(of: pool))
      }
      if names(pool.authenticatedRole) { reaches.append(users(of: pool)) }
    }
    // Roles that a program or another stack attaches say in their trust policy for whom they are.
    let isHandedOut = application.identityPools.contains {
      names($0.unauthenticatedRole) || names($0.authenticatedRole)
    }
    if !isHandedOut, let trust = role.trust {
      for opening in trust.openings(for: "sts:AssumeRoleWithWebIdentity") {
        guard case .federated(let provider) = opening.audience else { continue }
        reaches += trusted(opening.statement, provider: provider.pattern, in: application)
      }
    }
    return reaches
  }

  private static func guests(of pool: IdentityPool) -> ApplicationGraph.Reach {
    .init(exposure: .internet, who: "Guests of identity pool '\(pool.name)'")
  }

  private static func users(of pool: IdentityPool) -> ApplicationGraph.Reach {
    .init(exposure: .authenticated, who: "Signed-in users of identity pool '\(pool.name)'")
  }

  /// Providers at which anybody makes an account; a build server's or an employer's is no way in for strangers.
  private static let publicProviders = ["accounts.google.com", "graph.facebook.com", "www.amazon.com"]

  private static func trusted(_ statement: Statement, provider: String, in application: Application)
    -> [ApplicationGraph.Reach]
  {
    if publicProviders.contains(provider) {
      return [.init(exposure: .authenticated, who: "Users who sign in at \(provider)")]
    }
    guard provider == "cognito-identity.amazonaws.com" else { return [] }
    let conditions = statement.conditions
    let asked = conditions.filter { $0.key.lowercased().hasSuffix(":aud") }.flatMap(\.values)
      .flatMap(\.references)
    let pool = application.identityPools.first { pool in asked.contains { $0.id == pool.id } }
    let kinds = conditions.filter { $0.key.lowercased().hasSuffix(":amr") }.flatMap(\.values)
      .compactMap(\.literal)
    guard kinds.contains("unauthenticated") else {
      return [pool.map(users) ?? .init(exposure: .authenticated, who: "Users of an identity pool")]
    }
    if let pool { return pool.allowsUnauthenticated.value == false ? [] : [guests(of: pool)] }
    return [.init(exposure: .internet, who: "Guests of an identity pool")]
  }
}

/// A call that has to be signed: the API and its route, or the function whose URL it is.
private struct GuardedCall {
  private let action: String
  /// Logical id of the API or function.
  private let resource: String
  /// Method and path, `GET` and `orders/*`; `nil` for what has none.
  private let route: (method: Glob, path: Glob)?

  init?(_ trigger: Trigger, function: String?) {
    switch trigger.kind {
    case .restAPI, .httpAPI, .webSocketAPI: action = "execute-api:Invoke"
    case .graphQL: action = "appsync:GraphQL"
    case .functionURL: action = "lambda:InvokeFunctionUrl"
    default: return nil
    }
    let source = trigger.kind == .functionURL ? function : trigger.source.value?.references.first?.id
    guard let source else { return nil }
    resource = source
    route =
      action == "execute-api:Invoke" ? trigger.detail.map(Self.route) : nil
  }

  /// `POST` and `orders/*` of `POST /orders/{id}`; the route of a WebSocket API stands where others have the method.
  private static func route(of detail: String) -> (method: Glob, path: Glob) {
    let words = detail.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return (Glob(detail == "$default" ? "*" : detail), Glob("*")) }
    var path = ""
    var depth = 0
    for character in words[1] {
      switch character {
      case "{":
        if depth == 0 { path += "*" }
        depth += 1
      case "}": depth -= 1
      default: if depth == 0 { path.append(character) }
      }
    }
    return (Glob(words[0] == "ANY" ? "*" : words[0]), Glob(String(path.drop { $0 == "/" })))
  }

  func isCovered(by statement: Statement) -> Bool {
    guard statement.covers(action: action) else { return false }
    switch statement.resources {
    case .absent: return false
    case .only(let texts): return texts.contains { isNamed(by: $0.value) }
    case .allExcept(let texts): return !texts.contains { isNamed(by: $0.value) }
    }
  }

  private func isNamed(by text: Text) -> Bool {
    if text.isWildcard { return true }
    let own = text.parts.firstIndex {
      if case .reference(let reference) = $0 { reference.id == resource } else { false }
    }
    if let own { return covers(Text(Array(text.parts[(own + 1)...])).glob) }
    // The ids of other APIs are names of something else; an open one may be this API's.
    guard let segment = text.arnSegment(5), text.references.isEmpty else { return false }
    let name = segment.glob
    guard let head = name.split(separator: "/", omittingEmptySubsequences: false).first,
      head == "*" || head == "function:*" || head == "apis"
    else { return false }
    return covers(String(name.dropFirst(head.count)))
  }

  /// - Parameter rest: What stands behind the name of the API, `/*/GET/*`.
  private func covers(_ rest: String) -> Bool {
    guard let route else { return true }
    // Stage, method, path; a final asterisk covers whatever follows it.
    var parts = rest.drop { $0 == "/" }.split(separator: "/", maxSplits: 2).map(String.init)
    if parts.isEmpty { parts = ["*"] }
    while parts.count < 3, parts.last == "*" { parts.append("*") }
    // Fewer without one: an asterisk further ahead stands for several of them.
    guard parts.count == 3 else { return parts.contains { $0.contains("*") } }
    return Glob(parts[1]).overlaps(route.method) && Glob(parts[2]).overlaps(route.path)
  }
}
