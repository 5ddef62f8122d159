internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// IAM users and access keys that an application makes for itself.
package struct UserCredentials: Rule {
  package static let metadata = RuleMetadata(
    id: "sas4-user-credentials", risk: .overPrivilegedRoles, title: "Long-lived credentials of a user",
    severity: .medium, weaknesses: [798, 522, 269],
    peers: ["checkov:CKV_AWS_40", "cfn_nag:F10", "cfn_nag:F12"],
    rationale: """
      An access key works from anywhere, for years, for whoever has copied it. A template that makes one \
      hands the secret half to CloudFormation, from where it goes on to outputs, environments and logs. \
      Functions never need one: the platform gives them short-lived credentials of their role.
      """,
    blindSpots: """
      Keys that a pipeline or a person makes outside the template are not seen. A user without a key is \
      reported only if it may do everything, or may invoke or change functions.
      """,
    remediation: Remediation(
      "Use a role: functions have one, and pipelines and other clouds get one through an OIDC provider.",
      snippets: [
        .cloudFormation: """
        DeployRole:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal:
                    Federated: !Ref GitHubProvider
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringEquals:
                      token.actions.githubusercontent.com:sub: repo:example/shop:ref:refs/heads/main
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let keys = context.application.others.filter { $0.type == "AWS::IAM::AccessKey" }
    return context.application.users.map { evaluate($0, in: context) }
      + keys.map { evaluate(key: $0, in: context) }
  }

  private func evaluate(_ user: User, in context: RuleContext) -> Verdict {
    guard let right = user.dangerousRight else { return .pass }
    let isAdministrator = right.concern == .administration
    return .fail([
      finding(
        "User '\(user.name)' \(right.what). Whoever gets hold of its password or key may as well, from "
          + "anywhere and without an end.", about: user, functions: [], at: right.location,
        severity: isAdministrator ? .high : nil, in: context)
    ])
  }

  private func evaluate(key: OtherResource, in context: RuleContext) -> Verdict {
    let holders = context.application.functions.filter { function in
      function.environment.contains { variable in
        variable.value.value?.references.contains { $0.id == key.id } ?? false
          || variable.value.isAttribute(of: key.id)
      }
    }
    guard !holders.isEmpty else {
      return .fail([
        finding(
          "'\(key.name)' is an access key made by the template: its secret never expires and is known to "
            + "everyone who reads what the template does with it.", about: key, functions: [], in: context)
      ])
    }
    let names = holders.map { "'\($0.name)'" }.phrase()
    var finding = finding(
      "The access key '\(key.name)' is put into the environment of \(names), where everyone who may read "
        + "the function's configuration finds it. The function's role needs no key.", about: key,
      functions: holders, severity: .high, in: context)
    finding.advise(
      "Remove the key and its variables, and give the role of \(names) the rights that the user has: the SDK "
        + "finds the role's credentials by itself.")
    return .fail([finding])
  }
}

extension Value<Text> {
  /// `!GetAtt Key.SecretAccessKey`, also where the model keeps it as an open expression.
  fileprivate func isAttribute(of id: String) -> Bool {
    let expressions = value?.expressions ?? [expression].compactMap { $0 }
    return expressions.contains {
      if case .attribute(let resource, _) = $0.origin { resource == id } else { false }
    }
  }
}

extension User {
  fileprivate struct Right {
    let what: String
    let concern: StatementConcern
    let location: SourceLocation
  }

  /// A right over the whole account or over functions.
  fileprivate var dangerousRight: Right? {
    var known: [String: ManagedReach] = [:]
    for policy in ManagedPolicyCatalogue().reaches(of: managedPolicies, known: &known) {
      if policy.isAdministrative {
        return Right(
          what: "holds the managed policy \(policy.name)", concern: .administration, location: policy.location
        )
      }
      if policy.changesFunctions {
        return Right(
          what: "may change every function of the account", concern: .functionChange,
          location: policy.location)
      }
    }
    for statement in policies.flatMap(\.document.statements) {
      let concerns = statement.concerns
      if let pattern = concerns[.administration]?.first {
        return Right(
          what: "may do everything in the account", concern: .administration, location: pattern.location)
      }
      if let pattern = concerns[.functionChange]?.first {
        return Right(what: "may change functions", concern: .functionChange, location: pattern.location)
      }
      if let pattern = concerns[.invocation]?.first {
        return Right(what: "may start every function", concern: .invocation, location: pattern.location)
      }
    }
    return nil
  }
}
