internal import ApplicationModel
internal import PolicyEngine

/// What AWS's managed policies let their holders do, by their documents.
struct ManagedGrants {
  private let catalogue = ManagedPolicyCatalogue()
  /// Statements of policies met before, by name: documents are long, and most roles hold the same.
  private var known: [String: [Statement]] = [:]

  /// The statements at the place where the policy is attached; empty for a customer's own and for open text.
  mutating func statements(of attached: [Located<Text>]) -> [Statement] {
    attached.flatMap { item -> [Statement] in
      guard let policy = catalogue.policy(attached: item.value) else { return [] }
      let document = known[policy.name] ?? policy.document.statements
      known[policy.name] = document
      return document.map { $0.granted(by: policy.name, at: item) }
    }
  }
}

extension Statement {
  fileprivate func granted(by policy: String, at attached: Located<Text>) -> Statement {
    Statement(
      sid: policy, effect: effect, actions: actions, resources: resources, principals: principals,
      conditions: conditions, location: attached.location, isImplied: true)
  }
}
