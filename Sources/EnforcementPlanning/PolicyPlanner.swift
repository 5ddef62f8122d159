package import EnforcementPolicy
internal import ApplicationModel
internal import FindingModel

/// Drafts the policy of one function from what a scan knows of it.
///
/// A control blocks where the code proves what is needed. What the code leaves open becomes an alert with the
/// reason beside it, unless strangers choose what is left open: that is what the control is there to stop.
package struct PolicyPlanner: Sendable {
  /// Of all decoys; drawn by the caller, because nothing here is left to chance.
  private let seed: DecoySeed

  package init(seed: DecoySeed) {
    self.seed = seed
  }

  package func policy(for facts: FunctionFacts) -> EnforcementPolicy {
    var policy = EnforcementPolicy(function: facts.function.name)
    policy.remarks.head = Self.head(facts)
    policy.writableDirectories += facts.function.mounts.compactMap { mount in
      mount.value.literal.map { Annotated($0, note: "file system mounted at \(mount.location.place)") }
    }
    let programs = ProgramPlan(facts)
    programs.apply(to: &policy)
    NetworkPlan(facts, programs).apply(to: &policy)
    FilePlan(facts, programs).apply(to: &policy)
    RuntimePlan(facts).apply(to: &policy)
    DecoyPlan(facts).apply(to: &policy, seed: seed.derived(for: facts.function.name))
    return policy
  }

  private static func head(_ facts: FunctionFacts) -> [String] {
    let function = facts.function
    var remarks = [
      "Drafted from \(function.location.path): runtime \(function.runtime.value ?? "unknown"), handler "
        + "\(function.handler.value ?? "unknown"), reached by \(facts.exposure.people)."
    ]
    if facts.runtime == .custom {
      remarks.append(
        "A program that is linked without the C library, as Go's are, is held by the kernel's means only, where they "
          + "work; what it starts is held in any case.")
    }
    if let gap = facts.gap {
      remarks.append(
        gap + " What needs a list only alerts until 'parapet protect learn' or you have filled it.")
    }
    return remarks
  }
}

extension Exposure {
  fileprivate var people: String {
    switch self {
    case .internet: "anyone on the internet"
    case .authenticated: "users who signed in"
    case .otherAccount: "other accounts"
    case .account: "identities of its account"
    case .nobody: "no caller that the template names"
    }
  }
}
