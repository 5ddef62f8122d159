package import ApplicationModel
package import FindingModel
package import RuleModel

/// Tables that cannot be restored to an earlier moment.
package struct TableNoRecovery: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-table-no-recovery", risk: .insecureDeployment, title: "Table without point-in-time recovery",
    severity: .low, profile: .strict, weaknesses: [693],
    peers: [
      "checkov:CKV_AWS_28", "cfn_nag:W78", "prowler:dynamodb_tables_pitr_enabled", "securityhub:DynamoDB.2",
    ],
    rationale: """
      A function that writes with a bug, or an attacker with its role, can delete or change every item in \
      minutes. Point-in-time recovery restores a table to any second of the last weeks; without it the data \
      is as old as the last backup, if there is one.
      """,
    blindSpots: """
      Backups by another service are not seen. Tables for caches and sessions need no recovery.
      """,
    remediation: Remediation(
      """
      Turn point-in-time recovery on.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::DynamoDB::Table
          Properties:
            PointInTimeRecoverySpecification:
              PointInTimeRecoveryEnabled: true
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html"
    ])

  package init() {}

  package func subjects(in application: Application) -> [Table] {
    application.tables.filter { !$0.isImplied }
  }

  package func evaluate(_ table: Table, in context: RuleContext) -> Verdict {
    switch table.pointInTimeRecovery {
    case .known(true, _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the recovery of table '\(table.name)' is \(expression)", at: location)
    case .absent, .known(false, _):
      return .fail([
        finding(
          "Table '\(table.name)' has no point-in-time recovery: items deleted or spoiled cannot be restored.",
          about: table, in: context)
      ])
    }
  }
}
