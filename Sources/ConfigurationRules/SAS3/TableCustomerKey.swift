package import ApplicationModel
package import FindingModel
package import RuleModel

/// Tables under the platform's own key.
package struct TableCustomerKey: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-table-customer-key", risk: .insecureDeployment, title: "Table under the platform's own key",
    severity: .info, profile: .strict, weaknesses: [311],
    peers: [
      "checkov:CKV_AWS_119", "cfn_nag:W74", "prowler:dynamodb_tables_kms_cmk_encryption_enabled",
      "trivy:AVD-AWS-0025",
    ],
    rationale: """
      Every table is encrypted, by default with a key the platform owns. With a key in your account you \
      decide by its policy who may read the data besides those who may read the table, every use is logged, \
      and disabling the key locks the data at once.
      """,
    blindSpots: """
      Only worth acting on where a rule or contract asks for control of keys; a key costs money per month \
      and per request.
      """,
    remediation: Remediation(
      """
      Encrypt the table with a key of the account.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::DynamoDB::Table
          Properties:
            SSESpecification:
              SSEEnabled: true
              SSEType: KMS
              KMSMasterKeyId: !GetAtt TableKey.Arn
        """
      ]),
    references: ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html"])

  package init() {}

  package func subjects(in application: Application) -> [Table] {
    application.tables.filter { !$0.isImplied }
  }

  package func evaluate(_ table: Table, in context: RuleContext) -> Verdict {
    switch table.usesCustomerKey {
    case .known(true, _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the key of table '\(table.name)' is \(expression)", at: location)
    case .absent, .known(false, _):
      return .fail([
        finding(
          "Table '\(table.name)' is encrypted with the platform's own key, which no policy of yours governs.",
          about: table, in: context)
      ])
    }
  }
}
