internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

/// A role or user with everything it may do.
struct GrantHolder {
  let node: Int32
  let id: String
  /// `role 'Api'`.
  let title: String
  let isUser: Bool
  let allows: [Statement]
  let denies: [Statement]
  /// Statements of a permissions boundary of the application; `nil` where it sets no bound that can be read.
  let boundary: [Statement]?
  /// What must hold besides: a boundary that nobody can read here allows it.
  let openBoundary: String?
  /// Actions that the code of those who act as it needs, in lower case.
  var needs: Set<String> = []

  init(_ role: Role, node: Int32, policies: [String: Policy], managed: inout ManagedGrants) {
    self.node = node
    id = role.id
    title = "role '\(role.name)'"
    isUser = false
    let all = role.statements + managed.statements(of: role.managedPolicies)
    allows = all.filter(\.allows)
    denies = all.filter(\.denies)
    let bound = role.permissionsBoundary.value?.references.first.flatMap { policies[$0.id] }
    boundary = bound?.document.statements
    openBoundary =
      role.permissionsBoundary.isAbsent || bound != nil ? nil : "the permissions boundary allows it"
  }

  init(_ user: User, node: Int32, managed: inout ManagedGrants) {
    self.node = node
    id = user.id
    title = "user '\(user.name)'"
    isUser = true
    let all =
      user.policies.flatMap(\.document.statements)
      + managed.statements(of: user.managedPolicies)
    allows = all.filter(\.allows)
    denies = all.filter(\.denies)
    boundary = nil
    openBoundary = nil
  }

  /// Whether the boundary leaves an action; a boundary outside the template is another question.
  func boundaryAllows(_ action: String) -> Bool {
    guard let boundary else { return true }
    let isDenied = boundary.contains { $0.denies && $0.coversEveryResource && $0.covers(action: action) }
    return !isDenied && boundary.contains { $0.allows && $0.covers(action: action) }
  }
}

extension Statement {
  /// The entries of its `Action` list that cover one of some actions, `dynamodb:Get*`, for a sentence.
  func phrase(covering actions: [String]) -> String {
    guard case .only(let patterns) = self.actions else { return "everything but what it names" }
    let covering = patterns.filter { pattern in
      let glob = Glob(pattern.value.isWildcard ? "*" : pattern.value.glob, ignoringCase: true)
      return actions.contains { glob.matches($0.lowercased()) }
    }
    let names = covering.map { "`\($0.value.pattern)`" }
    return names.count > 3
      ? names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more"
      : names.joined(separator: ", ")
  }

  /// The kind of evidence it is.
  var evidenceSource: AccessEvidence.Source {
    isImplied && sid.map { !$0.isEmpty } == true ? .managedPolicy : .statement
  }
}
