internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Roles for functions that no function has.
package struct OrphanRole: Rule {
  package static let metadata = RuleMetadata(
    id: "sas11-orphan-role", risk: .obsoleteParts, title: "Function role that nothing uses", severity: .low,
    profile: .strict, weaknesses: [1164, 250],
    rationale: """
      The role trusts the function service, but no function of the template runs as it. Its permissions \
      stay: whoever may create or change a function and pass roles gets them by attaching it to code of \
      their own.
      """,
    blindSpots:
      """
      Roles that an output names are left out. A role that another stack uses by its name looks unused from \
      here.
      """,
    remediation: Remediation(
      "Remove the role.",
      snippets: [
        .cloudFormation: """
        Function:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt {name}.Arn
        """
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"])

  /// Resources that belong to the role and do not use it.
  private static let satellites: Set<String> = [
    "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy", "AWS::IAM::InstanceProfile",
  ]

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let mentioned = context.application.mentionedIDs(leavingOut: Self.satellites)
    return context.application.roles.map { role in
      guard !role.isImplied, role.trustsFunctions else { return .notApplicable }
      if mentioned.contains(role.id) || !context.graph.functions(runningAs: role).isEmpty { return .pass }
      return .fail([
        finding(
          """
          '\(role.name)' is a role for functions, but nothing in the template runs as it; its permissions \
          stay in place.
          """,
          about: role, confidence: role.roleName.isAbsent ? .high : .medium, in: context)
      ])
    }
  }
}

extension Role {
  fileprivate var trustsFunctions: Bool {
    trust?.statements.contains { statement in
      guard case .only(let principals) = statement.principals else { return false }
      return principals.contains { $0.kind == .service && $0.value.pattern.hasPrefix("lambda.") }
    } ?? false
  }
}
