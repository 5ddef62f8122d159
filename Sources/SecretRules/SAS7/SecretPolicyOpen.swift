internal import SecretDetection
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Secrets that others may read by the secret's own policy.
package struct SecretPolicyOpen: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-policy-open", risk: .insecureSecrets, title: "Secret readable by outsiders",
    severity: .high, weaknesses: [732, 284],
    peers: ["prowler:secretsmanager_not_publicly_accessible", "checkov:CKV_AWS_379"],
    rationale: """
      The resource policy of a secret decides together with its key who may read it from outside the \
      account. A principal that is too wide hands the database's password to other accounts, or to \
      everybody.
      """,
    blindSpots: """
      A secret under the default key cannot be read from other accounts whatever its policy says, and the \
      platform refuses public policies where BlockPublicPolicy is set; both can change with one call. \
      Accounts in the settings' trusted accounts and accounts from parameters pass.
      """,
    remediation: Remediation(
      "Name the roles that may read the secret, or leave the policy out: roles of the account need none.",
      snippets: [
        .cloudFormation: """
        {name}Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: !Ref {name}
            BlockPublicPolicy: true
            ResourcePolicy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal:
                    AWS: !GetAtt ReaderRole.Arn
                  Action: secretsmanager:GetSecretValue
                  Resource: "*"
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html",
    ])

  package init() {}

  package func subjects(in application: Application) -> [Secret] {
    application.secrets.filter { !$0.policies.isEmpty }
  }

  package func evaluate(_ secret: Secret, in context: RuleContext) -> Verdict {
    let openings = secret.policies.flatMap { $0.document.openings(for: "secretsmanager:GetSecretValue") }
    let flaws = openings.compactMap { opening in
      flaw(of: opening, in: context).map { (who: $0.who, severity: $0.severity, location: opening.location) }
    }
    if let worst = flaws.max(by: { $0.severity < $1.severity }) {
      return .fail([
        finding(
          "\(worst.who) may read the secret '\(secret.name)' by its resource policy.", about: secret,
          at: worst.location, severity: worst.severity, in: context)
      ])
    }
    for policy in secret.policies {
      guard let expression = policy.document.unresolved.first else { continue }
      return .undetermined(
        reason:
          "The policy of '\(secret.name)' holds \(expression.text), which only the deployment can evaluate.",
        at: policy.document.location)
    }
    return .pass
  }

  private func flaw(of opening: Opening, in context: RuleContext) -> (who: String, severity: Severity)? {
    switch opening.audience {
    case .anyone: return ("Any AWS account", .critical)
    case .otherAccount(let text):
      // Only an account written out is known not to be the deployer's choice.
      guard let account = (text.arnAccount ?? text).literal, account.utf8.count == 12,
        !context.settings.trustedAccounts.contains(account)
      else { return nil }
      return ("The account \(account)", .high)
    case .federated(let provider): return ("Every user of \(provider.pattern)", .high)
    case .ownAccount, .service, .restricted: return nil
    }
  }
}
