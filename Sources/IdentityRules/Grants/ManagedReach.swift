internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

/// An AWS managed policy that a role or a user holds, with what its document gives on all resources of a kind.
struct ManagedReach: Sendable {
  let name: String
  /// Where it is attached.
  let location: SourceLocation
  /// Of its statements together; empty for a policy that is narrow, or made for execution roles.
  let concerns: [StatementConcern: [ActionPattern]]

  init(_ policy: ManagedPolicy, at location: SourceLocation) {
    name = policy.name
    self.location = location
    concerns = policy.isForExecution ? [:] : policy.document.statements.wideConcerns
  }

  private init(name: String, location: SourceLocation, concerns: [StatementConcern: [ActionPattern]]) {
    (self.name, self.location, self.concerns) = (name, location, concerns)
  }

  func attached(at location: SourceLocation) -> ManagedReach {
    ManagedReach(name: name, location: location, concerns: concerns)
  }

  /// Whether its holder may do anything, or make himself able to.
  var isAdministrative: Bool { concerns[.administration] != nil || concerns[.exceptions] != nil }

  /// Whether a rule reports it: nothing else need be said of what it gives.
  var isBroad: Bool { !concerns.isEmpty }

  /// Whether its holder may change the code of every function.
  var changesFunctions: Bool {
    concerns[.functionChange] != nil
      || concerns[.wholeService, default: []].contains { $0.service == "lambda" }
  }
}

extension ManagedPolicyCatalogue {
  /// What a role's or user's managed policies give; those that this catalogue does not know are left out.
  ///
  /// - Parameter known: Policies met before, by name: their documents are long.
  func reaches(
    of attached: [Located<Text>], known: inout [String: ManagedReach]
  ) -> [ManagedReach] {
    attached.compactMap { item in
      guard let policy = policy(attached: item.value) else { return nil }
      if let reach = known[policy.name] { return reach.attached(at: item.location) }
      let reach = ManagedReach(policy, at: item.location)
      known[policy.name] = reach
      return reach
    }
  }
}

extension ManagedPolicy {
  /// Whether it gives what the platform itself does with a function's role: write the log, poll the source.
  fileprivate var isForExecution: Bool { path == "/service-role/" && name.contains("ExecutionRole") }
}

extension [Statement] {
  /// The concerns of those statements that reach all resources of a kind.
  var wideConcerns: [StatementConcern: [ActionPattern]] {
    var joined: [StatementConcern: [ActionPattern]] = [:]
    let catalogue = ServiceCatalogue()
    for statement in self where (statement.breadth ?? .named) > .named {
      var concerns = statement.withoutExceptedResources.concerns
      // AWS's own documents are long and exact: what only looks like writing by its verb is none.
      concerns[.write] = concerns[.write]?.filter { catalogue.writes($0) }
      joined.merge(concerns.filter { $0.key == .exceptions || !$0.value.isEmpty }) { $0 + $1 }
    }
    guard joined[.administration] == nil, joined[.exceptions] == nil else {
      return joined.filter { $0.key == .administration || $0.key == .exceptions }
    }
    // What another statement gives of a whole service adds nothing.
    let whole = Set(joined[.wholeService, default: []].map(\.service))
    return joined.reduce(into: [:]) { result, entry in
      let left = entry.key == .wholeService ? entry.value : entry.value.filter { !whole.contains($0.service) }
      result[entry.key] = left.isEmpty ? nil : left
    }
  }
}

extension Statement {
  /// All but some resources are every resource of somebody who scans; all but some actions are another matter.
  fileprivate var withoutExceptedResources: Statement {
    guard resources.isException, !actions.isException else { return self }
    return Statement(
      sid: sid, effect: effect, actions: actions, resources: .only([Located("*", at: location)]),
      principals: principals, conditions: conditions, location: location, isImplied: isImplied)
  }
}

extension ServiceCatalogue {
  fileprivate func writes(_ pattern: ActionPattern) -> Bool {
    actionLevels(matching: "\(pattern.service):\(pattern.name)").contains { $0.level >= .write }
  }
}
