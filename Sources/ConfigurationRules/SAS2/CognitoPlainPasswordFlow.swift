internal import ApplicationModel
package import FindingModel
package import RuleModel

/// App clients that let passwords be sent as they are.
package struct CognitoPlainPasswordFlow: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-cognito-plain-password-flow", risk: .brokenAuthentication,
    title: "App client that accepts passwords in plain", severity: .medium, weaknesses: [522],
    rationale: """
      With USER_PASSWORD_AUTH the app sends the user's password itself to the platform, where the SRP flow \
      only proves that it is known. The password then passes through proxies, logs and debugging tools of \
      the app, and the flow is the one attackers' scripts use to try leaked passwords, because it takes one \
      plain request.
      """,
    blindSpots: """
      The administrator's flow (ALLOW_ADMIN_USER_PASSWORD_AUTH) needs credentials of the account and is \
      accepted; it still makes a back end handle passwords. Clients of pools outside the template are not \
      seen.
      """,
    remediation: Remediation(
      "Use the SRP flow or the hosted sign-in page.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Cognito::UserPoolClient
          Properties:
            UserPoolId: !Ref UserPool
            ExplicitAuthFlows:
              - ALLOW_USER_SRP_AUTH
              - ALLOW_REFRESH_TOKEN_AUTH
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html"
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.application.userPools.flatMap(\.clients).map { client in
      let flows = ["USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH"]
      guard let flow = client.flows.first(where: { flows.contains($0.value.literal ?? "") }) else {
        return .pass
      }
      return .fail([
        finding(
          """
          '\(client.name)' accepts passwords in plain (\(flow.value.pattern)): apps hand the password on \
          instead of proving that the user knows it.
          """,
          about: client, at: flow.location, in: context)
      ])
    }
  }
}
