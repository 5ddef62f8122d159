internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import PolicyEngine
internal import RuleModel

/// ``CodePrivileges`` of each of ``RuleContext/workloadRoles``, in their order.
struct RolePrivileges: ContextFact {
  let all: [CodePrivileges?]

  init(_ context: RuleContext) {
    all = context.workloadRoles.map { CodePrivileges(of: $0, in: context) }
  }
}

/// What a role is given beside what the code of its functions needs.
struct CodePrivileges: Sendable {
  let comparison: PrivilegeComparison
  /// The least that would do in place of the role's own statements, in the order a policy would have it.
  let minimal: [MinimalStatement]
  /// That of the place where the role's rights are written.
  let dialect: Dialect
  /// All that the role's policies say.
  let granted: [Statement]
  /// What the code of each function calls for and no policy allows.
  let missing: [(function: Function, need: ActionNeed)]
  private let needs: [ActionNeed]
  /// Code of which nobody can tell what it needs.
  private let openNeeds: [OpenNeed]
  /// Those of them that may use the role's own statements.
  private let served: [OpenNeed]
  private let names: ResourceNames

  /// - Returns: `nil` where not all of the code that runs as the role was read to its end, so that a need
  ///   may be hidden.
  init?(of holder: WorkloadRole, in context: RuleContext) {
    guard !holder.functions.isEmpty, holder.machines.isEmpty else { return nil }
    var needs: [ActionNeed] = []
    var called: [(function: Function, need: ActionNeed)] = []
    var open: [OpenNeed] = []
    for function in holder.functions {
      guard let own = context.needs(of: function) else { return nil }
      needs += own
      called += own.filter(\.isCalled).map { (function, $0) }
      open += (context.code[function]?.openNeeds ?? []).filter { !open.contains($0) }
    }
    self.needs = needs
    names = ResourceNames(context.application)
    granted = holder.role.granted(policies: context.application.policies).statements
    comparison = PrivilegeComparison(
      granted: granted, boundary: holder.boundary, needed: needs, open: open.flatMap(\.actions), names: names)
    let absent = Set(comparison.missing)
    missing = called.filter { absent.contains($0.need) }
    openNeeds = open
    // What a transform adds and what an attached policy of the platform gives stays: it need not be repeated.
    let attached = Set(holder.role.managedPolicies.map(\.location))
    let lost = Self.lost(from: granted, names: names) { !$0.isImplied && !attached.contains($0.location) }
    let fitting = GrantNarrowing(granted: granted, names: names)
    let written = GrantNarrowing(
      granted: granted.filter {
        !attached.contains($0.location) && !holder.isUnwritten($0, in: context.application)
      }, names: names)
    served = open.filter { !written.needs(ofActions: $0.actions, by: $0.user).isEmpty }
    minimal = LeastPrivilege(names: names).statements(
      for: needs.filter { $0.isCalled || lost($0) }.flatMap(fitting.narrowed)
        + open.flatMap { written.needs(ofActions: $0.actions, by: $0.user) })
    dialect = context.application.dialect.ofRights(holder.role)
  }

  /// What to do about a statement of the role's own.
  func advice(onStatementAt place: SourceLocation) -> GrantAdvice {
    let given = GrantSet(granted.filter { $0.location == place }.map(names.normalised))
    let served = needs.filter {
      given.covers(action: $0.action, resource: names.normalised($0.resource)) != .no
    }
    let mayServe = !openNeeds(at: place).isEmpty
    if served.isEmpty, !mayServe { return .remove }
    return served.contains(where: \.isCalled) || mayServe
      ? .statements(minimal) : GrantAdvice(minimal(withoutPlace: place))
  }

  /// What to do about a policy of the platform that is attached at a place: the rest of the role stays.
  func advice(onPolicyAt place: SourceLocation) -> GrantAdvice { GrantAdvice(minimal(withoutPlace: place)) }

  /// The least that must be given elsewhere once what is granted at a place is gone.
  private func minimal(withoutPlace place: SourceLocation) -> [MinimalStatement] {
    let lost = Self.lost(from: granted, names: names) { $0.location == place }
    let fitting = GrantNarrowing(granted: granted, names: names)
    return LeastPrivilege(names: names).statements(
      for: needs.filter(lost).flatMap(fitting.narrowed) + openNeeds(at: place))
  }

  /// What a place gives to code of which nobody can tell what it needs.
  private func openNeeds(at place: SourceLocation) -> [ActionNeed] {
    let given = GrantNarrowing(granted: granted.filter { $0.location == place }, names: names)
    return openNeeds.flatMap { given.needs(ofActions: $0.actions, by: $0.user) }
  }

  /// The least that gives what is missing.
  func minimal(giving need: ActionNeed) -> [MinimalStatement] {
    LeastPrivilege(names: names).statements(for: [need])
  }

  /// Whether the role has a right only by statements that go.
  private static func lost(
    from granted: [Statement], names: ResourceNames, where goes: (Statement) -> Bool
  ) -> (ActionNeed) -> Bool {
    let kept = GrantSet(granted.filter { !goes($0) }.map(names.normalised))
    let replaced = GrantSet(granted.filter(goes).map(names.normalised))
    return { need in
      let resource = names.normalised(need.resource)
      return kept.covers(action: need.action, resource: resource) != .yes
        && replaced.covers(action: need.action, resource: resource) != .no
    }
  }

  /// The actions that the code calls for.
  var needed: [String] { needs.filter(\.isCalled).map(\.action) }

  /// What the code needs, as a sentence that follows another one.
  var needSentence: String {
    let called = minimal.flatMap(\.actions).filter(\.isCalled)
    guard !called.isEmpty || !openNeeds.isEmpty else { return " The code makes no call that needs a right." }
    var seen: Set<String> = []
    let phrases = called.filter { seen.insert($0.name).inserted }.map { action in
      let place = action.locations.first.map { " (\($0.path):\($0.line))" } ?? ""
      return "`\(action.name)`\(place)"
    }
    return (phrases.isEmpty ? "" : " The code needs \(phrases.phrase(limit: 6)).") + openSentence
  }

  private var openSentence: String {
    guard !served.isEmpty else { return "" }
    let users = served.map { "`\($0.user)`" }.phrase()
    let services = Set(
      served.flatMap(\.actions).compactMap { $0.split(separator: ":").first.map(String.init) })
    // Keys follow from what they encrypt.
    let named = services.count > 1 ? services.subtracting(["kms"]) : services
    return
      " What \(users) \(served.count == 1 ? "needs" : "need") of \(named.sorted().phrase()) is not known."
  }
}

extension RuleContext {
  /// What a function needs: what its code calls, and what the platform does in its name.
  ///
  /// - Returns: `nil` where its code was not read to its end.
  func needs(of function: Function) -> [ActionNeed]? {
    guard let code = code[function], code.isComplete else { return nil }
    var needs = code.cloudCalls.flatMap(\.actionNeeds)
    // The Data API reads the database's secret with the caller's rights.
    if let call = code.cloudCalls.first(where: { $0.service == "rds-data" }) {
      needs.append(
        ActionNeed(
          action: "secretsmanager:GetSecretValue", resource: "*",
          reason: .platform("sign in to the database"),
          locations: [call.location]))
    }
    needs += PlatformNeeds.needs(of: function, in: application)
    return needs + needs.flatMap { EncryptionNeeds.needs(for: $0, in: application) }
  }
}

extension ActionNeed {
  /// Whether a call in the code asks for it, and not only the platform.
  var isCalled: Bool { if case .call = reason { true } else { false } }
}

extension Dialect {
  /// In SAM the rights of a role that somebody wrote are written as CloudFormation has them.
  func ofRights(_ role: Role) -> Dialect { self == .sam && !role.isImplied ? .cloudFormation : self }
}

extension CloudCall {
  fileprivate var actionNeeds: [ActionNeed] {
    needs.map { need in
      ActionNeed(
        action: need.action, resource: need.resource, reason: .call("\(service) \(operation)"),
        locations: [location],
        isConditional: need.isConditional)
    }
  }
}

extension PrivilegeComparison.Excess {
  /// The unused actions that can do harm.
  var harmfulCount: Int {
    [AccessLevel.write, .permissionsManagement].reduce(0) { $0 + (unused[$1] ?? 0) }
  }
}
