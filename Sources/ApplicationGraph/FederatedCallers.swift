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

  /// Holders that are asked about each trigger, those that let most people in first.
  static let holderLimit = 256

  init(_ application: Application) {
    var holders: [Holder] = []
    let pools = HandedOutRoles(application.identityPools)
    for role in application.roles {
      for reach in pools.reaches(of: role) {
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
    let useful = holders.filter { !$0.statements.isEmpty }.enumerated().sorted { left, right in
      (right.element.reach.exposure, left.offset) < (left.element.reach.exposure, right.offset)
    }
    self.holders = useful.prefix(Self.holderLimit).map(\.element)
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
}

/// Who gets a role from an identity pool or a login provider.
private struct HandedOutRoles {
  private let pools: [String: IdentityPool]
  /// By the role's logical id; empty for one that a pool names and hands to nobody.
  private var byRole: [String: [ApplicationGraph.Reach]] = [:]

  init(_ pools: [IdentityPool]) {
    self.pools = Dictionary(pools.map { ($0.id, $0) }) { first, _ in first }
    for pool in pools {
      if let role = pool.unauthenticatedRole.value?.references.first?.id {
        byRole[role, default: []] += pool.allowsUnauthenticated.value == false ? [] : [Self.guests(of: pool)]
      }
      if let role = pool.authenticatedRole.value?.references.first?.id {
        byRole[role, default: []].append(Self.users(of: pool))
      }
    }
  }

  func reaches(of role: Role) -> [ApplicationGraph.Reach] {
    if let known = byRole[role.id] { return known }
    // Roles that a program or another stack attaches say in their trust policy for whom they are.
    return (role.trust?.openings(for: "sts:AssumeRoleWithWebIdentity") ?? []).flatMap { opening in
      guard case .federated(let provider) = opening.audience else { return [ApplicationGraph.Reach]() }
      return trusted(opening.statement, provider: provider.pattern)
    }
  }

  private static func guests(of pool: IdentityPool) -> ApplicationGraph.Reach {
    .init(exposure: .internet, who: "Guests of identity pool '\(pool.name)'")
  }

  private static func users(of pool: IdentityPool) -> ApplicationGraph.Reach {
    .init(exposure: .authenticated, who: "Signed-in users of identity pool '\(pool.name)'")
  }

  /// Providers at which anybody makes an account; a build server's or an employer's is no way in for strangers.
  private static let publicProviders = ["accounts.google.com", "graph.facebook.com", "www.amazon.com"]

  private func trusted(_ statement: Statement, provider: String) -> [ApplicationGraph.Reach] {
    if Self.publicProviders.contains(provider) {
      return [.init(exposure: .authenticated, who: "Users who sign in at \(provider)")]
    }
    guard provider == "cognito-identity.amazonaws.com" else { return [] }
    func asked(_ ending: String) -> [Text] {
      statement.conditions.filter { $0.key.lowercased().hasSuffix(ending) }.flatMap(\.values)
    }
    let pool = asked(":aud").flatMap(\.references).lazy.compactMap { pools[$0.id] }.first
    guard asked(":amr").contains(where: { $0.literal == "unauthenticated" }) else {
      return [pool.map(Self.users) ?? .init(exposure: .authenticated, who: "Users of an identity pool")]
    }
    if let pool { return pool.allowsUnauthenticated.value == false ? [] : [Self.guests(of: pool)] }
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
