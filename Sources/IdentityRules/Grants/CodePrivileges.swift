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
  /// The least that would do, in the order a policy would have it.
  let minimal: [MinimalStatement]
  /// What the code of each function calls for and no policy allows.
  let missing: [(function: Function, need: ActionNeed)]
  /// What may use the role's own statements, and nobody can tell which rights of them.
  private let openNeeds: [OpenNeed]
  /// Whether there is code of which nobody can tell what it needs, given or not.
  private let isOpen: Bool
  private let dialect: Dialect

  /// - Returns: `nil` where not all of the code that runs as the role was read to its end, so that a need
  ///   may be hidden.
  init?(of holder: WorkloadRole, in context: RuleContext) {
    guard !holder.functions.isEmpty, holder.machines.isEmpty else { return nil }
    var needs: [ActionNeed] = []
    var called: [(function: Function, need: ActionNeed)] = []
    var open: [OpenNeed] = []
    for function in holder.functions {
      guard let code = context.code[function], code.isComplete else {
        return nil
      }
      called += code.cloudCalls.flatMap(\.actionNeeds).map { (function, $0) }
      open += code.openNeeds.filter { !open.contains($0) }
      // The Data API reads the database's secret with the caller's rights.
      if let call = code.cloudCalls.first(where: { $0.service == "rds-data" }) {
        needs.append(
          ActionNeed(
            action: "secretsmanager:GetSecretValue", resource: "*",
            reason: .platform("sign in to the database"),
            locations: [call.location]))
      }
      needs += PlatformNeeds.needs(of: function, in: context.application)
    }
    needs = called.map(\.need) + needs
    needs += needs.flatMap { EncryptionNeeds.needs(for: $0, in: context.application) }
    let names = ResourceNames(context.application)
    let granted = holder.role.granted(policies: context.application.policies).statements
    comparison = PrivilegeComparison(
      granted: granted, boundary: holder.boundary, needed: needs, open: open.flatMap(\.actions), names: names)
    let absent = Set(comparison.missing)
    missing = called.filter { absent.contains($0.need) }
    let lost = Self.lost(from: granted, of: holder.role, names: names)
    let narrowing = GrantNarrowing(granted: granted, names: names)
    let attached = Set(holder.role.managedPolicies.map(\.location))
    let written = granted.filter {
      !attached.contains($0.location) && !holder.isUnwritten($0, in: context.application)
    }
    let own = GrantNarrowing(granted: written, names: names)
    minimal = LeastPrivilege(names: names).statements(
      for: needs.filter { need in
        if case .call = need.reason { true } else { lost(need) }
      }.flatMap(narrowing.narrowed) + open.flatMap { own.needs(ofActions: $0.actions, by: $0.user) })
    openNeeds = open.filter { !own.needs(ofActions: $0.actions, by: $0.user).isEmpty }
    isOpen = !open.isEmpty
    dialect = context.application.dialect
  }

  /// Statements that the minimal ones are meant to replace: neither a transform's nor an attached policy's.
  private static func isReplaced(of role: Role) -> (Statement) -> Bool {
    let attached = Set(role.managedPolicies.map(\.location))
    return { !$0.isImplied && !attached.contains($0.location) }
  }

  /// Whether the role has a right only by statements that the minimal ones are meant to replace.
  ///
  /// What a transform adds and what an attached policy of the platform gives stays: it need not be repeated.
  private static func lost(
    from granted: [Statement], of role: Role, names: ResourceNames
  ) -> (ActionNeed) -> Bool {
    let isReplaced = isReplaced(of: role)
    let kept = GrantSet(granted.filter { !isReplaced($0) }.map(names.normalised))
    let replaced = GrantSet(granted.filter(isReplaced).map(names.normalised))
    return { need in
      let resource = names.normalised(need.resource)
      return kept.covers(action: need.action, resource: resource) != .yes
        && replaced.covers(action: need.action, resource: resource) != .no
    }
  }

  /// The minimal statements, ready to be pasted.
  var yaml: String { PolicyRendering(dialect: dialect).yaml(minimal) }

  /// What the code needs, as a sentence that follows another one.
  var needSentence: String {
    let called = minimal.flatMap(\.actions).filter(\.isCalled)
    guard !called.isEmpty || isOpen else { return " The code makes no call that needs a right." }
    var seen: Set<String> = []
    let actions = called.filter { seen.insert($0.name).inserted }.map { action in
      let place = action.locations.first.map { " (\($0.path):\($0.line))" } ?? ""
      return "`\(action.name)`\(place)"
    }
    return (actions.isEmpty ? "" : " The code needs \(actions.phrase(limit: 6)).") + openSentence
  }

  private var openSentence: String {
    guard !openNeeds.isEmpty else { return "" }
    let users = openNeeds.map { "`\($0.user)`" }.phrase()
    let services = Set(
      openNeeds.flatMap(\.actions).compactMap { $0.split(separator: ":").first.map(String.init) })
    // Keys follow from what they encrypt.
    let named = services.count > 1 ? services.subtracting(["kms"]) : services
    return
      " What \(users) \(openNeeds.count == 1 ? "needs" : "need") of \(named.sorted().phrase()) is not known."
  }
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
