internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine
internal import RuleModel

/// What to do about something that is granted, made for the case.
enum GrantAdvice {
  /// The code needs nothing of it.
  case remove
  /// What is left is what the platform does with the role; one of its own policies gives that.
  case executionRole(name: String)
  case statements([MinimalStatement])

  /// - Parameter minimal: What would do in its place.
  init(_ minimal: [MinimalStatement]) {
    let actions = minimal.flatMap(\.actions)
    if actions.isEmpty {
      self = .remove
    } else if !actions.contains(where: \.isCalled), let name = Self.executionRole(giving: actions) {
      self = .executionRole(name: name)
    } else {
      self = .statements(minimal)
    }
  }

  /// The first of the platform's policies for execution roles that gives some actions, the narrowest first.
  private static func executionRole(giving actions: [MinimalStatement.Action]) -> String? {
    let catalogue = ManagedPolicyCatalogue()
    return executionRoles.first { name in
      let given = catalogue.policy(named: name)?.document.statements ?? []
      return actions.allSatisfy { action in
        given.contains { $0.allows && $0.coversEveryResource && $0.covers(action: action.name) }
      }
    }
  }

  private static let executionRoles = [
    "AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole", "AWSLambdaSQSQueueExecutionRole",
    "AWSLambdaDynamoDBExecutionRole", "AWSLambdaKinesisExecutionRole", "AWSLambdaMSKExecutionRole",
  ]
}

extension Finding {
  /// - Parameters:
  ///   - granted: `the statement`, `the managed policy`.
  ///   - dialect: That of the place where it is granted.
  mutating func show(_ advice: GrantAdvice, for granted: String, in dialect: Dialect, of rule: RuleMetadata) {
    switch advice {
    case .remove:
      advise("Remove \(granted): the code needs nothing that only it gives.")
    case .executionRole(let name):
      advise(
        "Replace \(granted) by \(name): the code itself asks for nothing that only it gives.",
        example: dialect.attaching("arn:aws:iam::aws:policy/service-role/\(name)"))
    case .statements(let minimal):
      show(example: PolicyRendering(dialect: dialect).yaml(minimal), of: rule)
    }
  }
}

extension Dialect {
  fileprivate func attaching(_ policy: String) -> String {
    switch self {
    case .sam: "Policies:\n  - \(policy)"
    case .serverlessFramework:
      "provider:\n  iam:\n    role:\n      managedPolicies:\n        - \(policy)"
    case .cloudFormation, .python, .javaScript, .dockerfile, .packageList: "ManagedPolicyArns:\n  - \(policy)"
    }
  }
}
