internal import ApplicationModel
package import FindingModel
package import RuleModel

/// App clients that tell whether a user exists.
package struct UserExistenceRevealed: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-user-existence-revealed", risk: .brokenAuthentication,
    title: "Sign-in reveals whether a user exists",
    severity: .low, profile: .strict, weaknesses: [204],
    peers: ["prowler:cognito_user_pool_client_prevent_user_existence_errors"],
    rationale: """
      Without PreventUserExistenceErrors the sign-in and the forgotten-password calls answer differently for \
      a name that exists and one that does not. Attackers use the difference to find out which addresses of \
      a leaked list have an account, and then try passwords only for these.
      """,
    blindSpots:
      """
      Sign-up still tells whether a name is taken, and custom triggers may reveal more. Clients of pools \
      outside the template are not seen.
      """,
    remediation: Remediation(
      "Set PreventUserExistenceErrors to ENABLED.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Cognito::UserPoolClient
          Properties:
            UserPoolId: !Ref UserPool
            PreventUserExistenceErrors: ENABLED
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html"
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.application.userPools.flatMap(\.clients).map { client in
      switch client.preventsUserExistenceErrors {
      case .known("ENABLED", _): return .pass
      case .unresolved(let expression, let location):
        return .undetermined(reason: "PreventUserExistenceErrors is \(expression)", at: location)
      case .known, .absent:
        return .fail([
          finding(
            """
            Sign-in through '\(client.name)' answers differently for names that exist, so anyone can find \
            out who has an account.
            """,
            about: client, at: client.preventsUserExistenceErrors.location, in: context)
        ])
      }
    }
  }
}
