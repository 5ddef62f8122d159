internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Functions that may decrypt with any key.
package struct KMSDecryptAny: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-kms-decrypt-any", risk: .overPrivilegedRoles, title: "Any key may be used to decrypt",
    severity: .medium, weaknesses: [250, 1220],
    peers: ["securityhub:KMS.1", "securityhub:KMS.2"],
    rationale: """
      A customer key is the second lock on a bucket, a table or a secret: even who may read the data needs \
      the key. A function that may decrypt with every key has the second lock open for everything, and an \
      attacker in it only needs the first.
      """,
    blindSpots: """
      Keys whose policy does not trust the account's identity policies refuse all the same. A condition on \
      `kms:ViaService`, on the encryption context or on an alias is taken as a sufficient limit.
      """,
    remediation: Remediation(
      "Name the key, or say by a condition through which service it may be used.",
      snippets: [
        .sam: """
        Policies:
          - KMSDecryptPolicy:
              KeyId: !Ref DataKey
        """,
        .cloudFormation: """
        - Effect: Allow
          Action: kms:Decrypt
          Resource: !GetAtt DataKey.Arn
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html",
    ])

  package init() {}

  static let concern = StatementConcern.decryption

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    Judgement(
      message: "\(grant.holder.title) may use every key of the account to decrypt or sign "
        + "(\(grant.patterns.phrase) on \(grant.resource)).")
  }
}
