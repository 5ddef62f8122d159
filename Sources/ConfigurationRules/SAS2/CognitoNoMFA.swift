package import ApplicationModel
package import FindingModel
package import RuleModel

/// User pools that never ask for a second factor.
package struct CognitoNoMFA: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-cognito-no-mfa", risk: .brokenAuthentication,
    title: "User pool without multi-factor authentication",
    severity: .low, profile: .strict, weaknesses: [308], peers: ["prowler:cognito_user_pool_mfa_enabled"],
    rationale: """
      With a password as the only factor, one that is phished, reused or leaked elsewhere is enough to act \
      as the user. A second factor stops most of these takeovers, and users cannot even choose one while the \
      pool has it off.
      """,
    blindSpots:
      """
      Pools with OPTIONAL pass, whether or not users choose a second factor. Federated users have their \
      factor elsewhere.
      """,
    remediation: Remediation(
      "Turn multi-factor authentication on, or at least make it optional.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Cognito::UserPool
          Properties:
            MfaConfiguration: "ON"
            EnabledMfas: [SOFTWARE_TOKEN_MFA]
        """
      ]),
    references: ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"])

  package init() {}

  package func subjects(in application: Application) -> [UserPool] { application.userPools }

  package func evaluate(_ pool: UserPool, in context: RuleContext) -> Verdict {
    switch pool.multiFactor {
    case .unresolved(let expression, let location):
      // YAML reads OFF without quotes as false.
      guard expression.text == "false" else {
        return .undetermined(reason: "MfaConfiguration is \(expression)", at: location)
      }
      return fail(pool, at: location, in: context)
    case .known(let mode, let location):
      return ["OFF", "FALSE"].contains(mode.uppercased()) ? fail(pool, at: location, in: context) : .pass
    case .absent:
      return fail(pool, at: pool.location, in: context)
    }
  }

  private func fail(_ pool: UserPool, at location: SourceLocation, in context: RuleContext) -> Verdict {
    .fail([
      finding(
        "Users of '\(pool.name)' sign in with a password alone: multi-factor authentication is off.",
        about: pool,
        at: location, in: context)
    ])
  }
}
