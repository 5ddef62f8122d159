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
  private let dialect: Dialect

  /// - Returns: `nil` where not all of the code that runs as the role was read to its end, so that a need
  ///   may be hidden.
  init?(of holder: WorkloadRole, in context: RuleContext) {
    guard !holder.functions.isEmpty, holder.machines.isEmpty else { return nil }
    var needs: [ActionNeed] = []
    for function in holder.functions {
      guard let code = context.code[function], code.isComplete else {
        return nil
      }
      needs += code.cloudCalls.flatMap(\.actionNeeds)
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
    needs += needs.flatMap { EncryptionNeeds.needs(for: $0, in: context.application) }
    let names = ResourceNames(context.application)
    comparison = PrivilegeComparison(
      granted: holder.role.granted(policies: context.application.policies).statements,
      boundary: holder.boundary,
      needed: needs, names: names)
    minimal = LeastPrivilege(names: names).statements(
      for: needs.filter { need in
        if case .call = need.reason { true } else { false }
      })
    dialect = context.application.dialect
  }

  /// The minimal statements, ready to be pasted.
  var yaml: String { PolicyRendering(dialect: dialect).yaml(minimal) }

  /// `s3:PutObject (index.js:38)`, for a sentence.
  var neededPhrase: String {
    let actions = minimal.flatMap(\.actions).map { action in
      let place = action.locations.first.map { " (\($0.path):\($0.line))" } ?? ""
      return "`\(action.name)`\(place)"
    }
    return actions.phrase(limit: 6)
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
