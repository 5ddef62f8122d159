internal import PolicyEngine

/// Actions with a rule of their own, from the platform's service authorization reference.
enum SensitiveActions {
  /// The first concern, in the order of responsibility, that a pattern of actions raises on wide resources.
  static func concern(of pattern: ActionPattern) -> StatementConcern? {
    guard let entries = byService[pattern.service] else { return nil }
    return entries.filter { pattern.covers($0.action) }.map(\.concern).min()
  }

  private struct Entry: Sendable {
    /// In lower case, `iam:passrole`.
    let action: String
    let concern: StatementConcern
  }

  private static let byService: [String: [Entry]] = {
    var result: [String: [Entry]] = [:]
    for (concern, actions) in table {
      for action in actions.map({ $0.lowercased() }) {
        let service = String(action.prefix { $0 != ":" })
        result[service, default: []].append(Entry(action: action, concern: concern))
      }
    }
    return result
  }()

  private static let table: [(StatementConcern, [String])] = [
    (.escalation, EscalationPath.all.filter { $0.actions.count == 1 && !$0.hasOwnRule }.flatMap(\.actions)),
    (.passRole, ["iam:PassRole"]),
    (
      .functionChange,
      [
        "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration", "lambda:AddPermission",
        "lambda:AddLayerVersionPermission", "lambda:CreateFunctionUrlConfig",
        "lambda:UpdateFunctionUrlConfig", "lambda:PublishLayerVersion", "lambda:UpdateAlias",
        "lambda:PutFunctionCodeSigningConfig", "lambda:DeleteFunctionCodeSigningConfig",
        "lambda:PutRuntimeManagementConfig",
      ]
    ),
    (
      .exposure,
      [
        "acm-pca:PutPolicy", "apigateway:UpdateRestApiPolicy", "backup:PutBackupVaultAccessPolicy",
        "dynamodb:PutResourcePolicy", "ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute",
        "ecr:SetRepositoryPolicy", "elasticfilesystem:PutFileSystemPolicy", "events:PutPermission",
        "glacier:SetVaultAccessPolicy", "glue:PutResourcePolicy", "kinesis:PutResourcePolicy",
        "kms:CreateGrant", "kms:PutKeyPolicy", "rds:ModifyDBClusterSnapshotAttribute",
        "rds:ModifyDBSnapshotAttribute", "s3:DeleteBucketPolicy", "s3:PutAccessPointPolicy",
        "s3:PutAccountPublicAccessBlock", "s3:PutBucketAcl", "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock", "s3:PutObjectAcl", "s3:PutObjectVersionAcl",
        "secretsmanager:PutResourcePolicy", "ses:PutIdentityPolicy", "sns:AddPermission",
        "sns:SetTopicAttributes", "sqs:AddPermission", "sqs:SetQueueAttributes",
        "ssm:ModifyDocumentPermission",
      ]
    ),
    (.assumeRole, ["sts:AssumeRole"]),
    (
      .dataRead,
      [
        "athena:GetQueryResults", "codecommit:GitPull", "dynamodb:BatchGetItem",
        "dynamodb:ExportTableToPointInTime", "dynamodb:GetItem", "dynamodb:PartiQLSelect",
        "dynamodb:Query", "dynamodb:Scan", "ebs:GetSnapshotBlock", "ec2:CreateSnapshot",
        "kinesis:GetRecords", "logs:FilterLogEvents", "logs:GetLogEvents", "rds-data:BatchExecuteStatement",
        "rds-data:ExecuteStatement", "rds-db:connect", "rds:CopyDBSnapshot", "rds:CreateDBSnapshot",
        "rds:StartExportTask", "redshift-data:ExecuteStatement", "redshift:GetClusterCredentials",
        "s3:GetObject", "s3:GetObjectVersion", "secretsmanager:BatchGetSecretValue",
        "secretsmanager:GetSecretValue", "sqs:ReceiveMessage", "ssm:GetParameter",
        "ssm:GetParameterHistory", "ssm:GetParameters", "ssm:GetParametersByPath",
      ]
    ),
    (.decryption, ["kms:Decrypt", "kms:ReEncryptFrom", "kms:Sign"]),
    (
      .invocation,
      [
        "lambda:InvokeAsync", "lambda:InvokeFunction", "lambda:InvokeFunctionUrl", "states:StartExecution",
        "states:StartSyncExecution",
      ]
    ),
  ]
}
