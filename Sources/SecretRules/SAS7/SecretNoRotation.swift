package import ApplicationModel
package import FindingModel
package import RuleModel

/// Secrets that are never changed.
package struct SecretNoRotation: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-no-rotation", risk: .insecureSecrets, title: "Secret without rotation",
    severity: .low, profile: .strict, weaknesses: [324],
    peers: [
      "checkov:CKV2_AWS_57", "securityhub:SecretsManager.1",
      "prowler:secretsmanager_automatic_rotation_enabled",
    ],
    rationale: """
      A secret that leaked once and never changes works for the thief for ever. Rotation limits the time \
      and proves that a change is possible on the day it is needed.
      """,
    blindSpots: """
      Keys that another company issues cannot be rotated by a schedule and are reported all the same. A \
      schedule made outside the template is not seen.
      """,
    remediation: Remediation(
      "Add a rotation schedule; for databases AWS hosts the function.",
      snippets: [
        .cloudFormation: """
        {name}Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: !Ref {name}
            HostedRotationLambda:
              RotationType: PostgreSQLSingleUser
            RotationRules:
              AutomaticallyAfterDays: 30
        """
      ]),
    references: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html"])

  package init() {}

  package func subjects(in application: Application) -> [Secret] {
    application.secrets.filter { $0.kind == .secretsManager && !$0.isImplied }
  }

  package func evaluate(_ secret: Secret, in context: RuleContext) -> Verdict {
    if secret.hasRotation { return .pass }
    return .fail([
      finding(
        "The secret '\(secret.name)' has no rotation schedule: once it leaks it stays useful.", about: secret,
        in: context)
    ])
  }
}
