package import ApplicationModel
package import FindingModel
package import RuleModel

/// User pools whose passwords may be weaker than the platform's own default.
package struct CognitoWeakPassword: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-cognito-weak-password", risk: .brokenAuthentication,
    title: "User pool that accepts weak passwords",
    severity: .medium, weaknesses: [521],
    peers: [
      "securityhub:Cognito.3", "prowler:cognito_user_pool_password_policy_minimum_length_14",
      "prowler:cognito_user_pool_password_policy_symbol",
    ],
    rationale: """
      Sign-in of a user pool is on the internet, where attackers try lists of leaked and common passwords \
      all day. A policy that accepts fewer than eight characters, or waives character classes for short \
      ones, lets users choose passwords that are on these lists.
      """,
    blindSpots: """
      A pool without a policy gets the platform's default of eight characters of all classes, which passes. \
      Waived classes pass from fourteen characters on. Passwordless and federated users have no password \
      here.
      """,
    remediation: Remediation(
      """
      Demand at least twelve characters, or eight with all classes, and turn multi-factor authentication on.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Cognito::UserPool
          Properties:
            Policies:
              PasswordPolicy:
                MinimumLength: 14
                RequireLowercase: true
                RequireUppercase: true
                RequireNumbers: true
                RequireSymbols: true
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html",
    ])

  package init() {}

  package func subjects(in application: Application) -> [UserPool] { application.userPools }

  package func evaluate(_ pool: UserPool, in context: RuleContext) -> Verdict {
    guard pool.hasPasswordPolicy else { return .pass }
    var flaws: [(text: String, location: SourceLocation)] = []
    switch pool.passwordMinimumLength {
    case .known(let length, let location) where length < 8:
      flaws.append(("it accepts \(length) characters", location))
    case .unresolved(let expression, let location) where pool.waivedCharacterClasses.isEmpty:
      return .undetermined(reason: "the minimum length is \(expression)", at: location)
    case .known, .absent, .unresolved: break
    }
    let classes = pool.waivedCharacterClasses
    if let first = classes.first, (pool.passwordMinimumLength.value ?? 8) < 14 {
      let names = classes.map { $0.value.replacing("Require", with: "").lowercased() }
      flaws.append(("it does not ask for \(names.inSentence())", first.location))
    }
    guard let first = flaws.first else { return .pass }
    return .fail([
      finding(
        """
        The password policy of '\(pool.name)' is weak: \(flaws.map(\.text).inSentence()). Guessing and \
        leaked password lists will open accounts.
        """,
        about: pool, at: first.location, in: context)
    ])
  }
}
