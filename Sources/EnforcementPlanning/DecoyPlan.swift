internal import TaintEngine
internal import CodeAnalysis
internal import ApplicationModel
internal import EnforcementPolicy
internal import FindingModel

/// Decoys that nothing of the function itself ever touches.
struct DecoyPlan {
  private let facts: FunctionFacts

  init(_ facts: FunctionFacts) {
    self.facts = facts
  }

  func apply(to policy: inout EnforcementPolicy, seed: DecoySeed) {
    policy.modes[.honeypots] = .alert
    policy.decoys.seed = seed
    let prefix = Self.prefixes.first { prefix in !used.contains { $0.hasPrefix(prefix) } } ?? "DECOY_"
    policy.decoys.variables = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].map {
      Annotated(DecoyVariable(prefix + $0))
    }
    policy.decoys.files = [Annotated("/opt/.aws/credentials", note: "shipped in the layer")]
  }

  private static let prefixes = ["BACKUP_", "ADMIN_", "DEPLOY_"]

  /// Names of variables that template or code know.
  private var used: Set<String> {
    Set(facts.function.environment.map(\.name)).union(facts.code?.analysis.environmentRead ?? [])
  }
}
