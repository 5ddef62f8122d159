internal import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine
internal import RuleModel

/// A role that code or a state machine of the application runs as, or may.
struct WorkloadRole: Sendable {
  let role: Role
  let functions: [Function]
  let machines: [StateMachine]
  /// The statements of a permissions boundary that is part of the application.
  let boundary: [Statement]?
  /// The role's statements, with what is wrong with each.
  let statements: [ReviewedStatement]
  /// What the role's policies of the platform give, in their order.
  let managed: [ManagedReach]

  init(
    role: Role, functions: [Function], machines: [StateMachine], boundary: [Statement]?,
    managed: [ManagedReach] = []
  ) {
    self.role = role
    self.functions = functions
    self.machines = machines
    self.boundary = boundary
    self.managed = managed
    statements = role.statements.map(ReviewedStatement.init)
  }

  /// How a message begins: `Role 'Api', used by 'Orders',`.
  var title: String {
    if role.isImplied, functions.count == 1, machines.isEmpty { return "Function '\(functions[0].name)'" }
    if role.isImplied, functions.isEmpty, machines.count == 1 {
      return "State machine '\(machines[0].name)'"
    }
    let users = functions.map { "'\($0.name)'" } + machines.map { "'\($0.name)'" }
    if users.isEmpty { return "Role '\(role.name)'" }
    return "Role '\(role.name)', used by \(users.phrase()),"
  }

  /// The resource a person would look for: an implied role is known by its function.
  var subject: any Resource {
    guard role.isImplied else { return role }
    if functions.count == 1, machines.isEmpty { return functions[0] }
    if functions.isEmpty, machines.count == 1 { return machines[0] }
    return role
  }

  /// Whether anything in the template can show that an action is not allowed after all.
  func excludes(_ pattern: ActionPattern) -> Bool {
    let text = "\(pattern.service):\(pattern.name)"
    // The text of a pattern matches a `Deny` only if the `Deny` covers all that the pattern does.
    let isDenied = statements.contains { reviewed in
      let statement = reviewed.statement
      return statement.denies && statement.conditions.isEmpty && statement.coversEveryResource
        && statement.covers(action: text)
    }
    guard !isDenied, let boundary else { return isDenied }
    return !boundary.contains { $0.allows && ($0.covers(action: text) || pattern.mayMatch($0)) }
  }

  /// Whether the platform's tools made a statement of something else that was written: nobody can narrow it.
  ///
  /// SAM's policy templates are made of what was written in their place; the Serverless Framework has none.
  func isUnwritten(_ statement: Statement, in application: Application) -> Bool {
    role.impliedPolicies.contains(statement.location)
      || statement.isImplied && application.dialect == .serverlessFramework
  }

  /// A boundary outside the template may take away what the statements give.
  var confidence: Confidence { role.permissionsBoundary.isAbsent ? .high : .medium }
}

extension ActionPattern {
  /// Whether a pattern such as `s3:*` still allows something within a boundary that allows `s3:GetObject`.
  fileprivate func mayMatch(_ statement: Statement) -> Bool {
    let own = Glob("\(service):\(name)")
    return statement.actionPatterns.contains { own.overlaps(Glob("\($0.service):\($0.name)")) }
  }
}

/// A statement with the answers that a dozen rules ask for.
struct ReviewedStatement: Sendable {
  let statement: Statement
  let concerns: [StatementConcern: [ActionPattern]]

  init(_ statement: Statement) {
    self.statement = statement
    concerns = statement.concerns
  }
}

/// ``RuleContext/workloadRoles``, derived once.
struct WorkloadRoles: ContextFact {
  let roles: [WorkloadRole]
  /// By the place of each of their statements: a managed policy is held by several.
  let byStatement: [SourceLocation: [Role]]
  /// For each role, the verdict where nobody can read a statement.
  let undetermined: [Verdict?]

  init(_ context: RuleContext) {
    roles = context.rolesOfWorkloads
    var holders: [SourceLocation: [Role]] = [:]
    for holder in roles {
      for reviewed in holder.statements {
        holders[reviewed.statement.location, default: []].append(holder.role)
      }
    }
    byStatement = holders
    undetermined = roles.map(\.undetermined)
  }
}

extension RuleContext {
  /// Roles that functions or state machines of the application use, and roles that Lambda or Step
  /// Functions may assume: the ones an attacker gets who takes over code.
  var workloadRoles: [WorkloadRole] { fact(WorkloadRoles.self).roles }

  fileprivate var rolesOfWorkloads: [WorkloadRole] {
    let catalogue = ManagedPolicyCatalogue()
    var known: [String: ManagedReach] = [:]
    return application.roles.compactMap { role in
      let functions = graph.functions(runningAs: role)
      let machines = application.stateMachines.filter { $0.role.value?.reference?.id == role.id }
      guard !functions.isEmpty || !machines.isEmpty || (role.isForWorkloads && !isOperator(role)) else {
        return nil
      }
      let boundary = role.permissionsBoundary.value?.reference.flatMap { reference in
        application.policies.first { $0.id == reference.id }?.document.statements
      }
      return WorkloadRole(
        role: role, functions: functions, machines: machines, boundary: boundary,
        managed: catalogue.reaches(of: role.managedPolicies, known: &known))
    }
  }

  /// Whether the platform uses the role for itself, to run machines for functions: no code gets it.
  private func isOperator(_ role: Role) -> Bool {
    application.others.contains {
      $0.type == "AWS::Lambda::CapacityProvider" && $0.references.contains(role.id)
    }
  }

  /// Whether strangers can make one of the functions run.
  func isReachable(_ functions: [Function]) -> Bool {
    functions.contains { graph.exposure(of: $0) > .account }
  }

  /// What the reach of the functions adds to a message; empty where nobody outside reaches them.
  func reachSentence(_ functions: [Function]) -> String {
    let reached = functions.map { (function: $0, exposure: graph.exposure(of: $0)) }
    guard let widest = reached.max(by: { $0.exposure < $1.exposure }) else { return "" }
    let name = widest.function.name
    switch widest.exposure {
    case .internet:
      return " Anyone on the internet can make '\(name)' run, so one flaw in its code is enough."
    case .authenticated: return " Every user the application accepts can make '\(name)' run."
    case .otherAccount: return " Another account can make '\(name)' run."
    case .account, .nobody: return ""
    }
  }
}

extension Role {
  fileprivate var isForWorkloads: Bool {
    trustedServices.contains { name in
      ["lambda.", "edgelambda.", "states."].contains { name.hasPrefix($0) }
    }
  }

  /// Services its trust policy names, `lambda.amazonaws.com`.
  var trustedServices: [String] {
    (trust?.statements ?? []).filter(\.allows).flatMap { statement -> [String] in
      guard case .only(let principals) = statement.principals else { return [] }
      return principals.filter { $0.kind == .service }.map(\.value.pattern)
    }
  }
}

extension [String] {
  /// `a, b and c`; with a count instead of what goes beyond the limit.
  func phrase(limit: Int = 4) -> String {
    if count > limit {
      return prefix(limit - 1).joined(separator: ", ") + " and \(count - limit + 1) more"
    }
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension [ActionPattern] {
  /// ``s3:GetObject` and `s3:PutObject`` as written.
  var phrase: String {
    var seen: Set<String> = []
    return map { "`\($0.text)`" }.filter { seen.insert($0).inserted }.phrase()
  }
}
