import ApplicationGraph
import Testing

@Suite struct DataSummaryTests {
  @Test(
    arguments: [
      ("Action: '*', Resource: '*'", "everything"),
      (
        "Action: '*', Resource: 'arn:aws:s3:::a/*'",
        "secrets, parameters, objects in buckets, tables, databases, encryption keys and user accounts"
      ),
      ("Action: 's3:GetObject', Resource: '*'", "objects in buckets"),
      ("Action: ['dynamodb:Query', 'dynamodb:GetItem'], Resource: '*'", "tables"),
      ("Action: ['dynamodb:Query', 'secretsmanager:Get*'], Resource: '*'", "secrets and tables"),
      (
        "Action: ['kms:Decrypt', 'ssm:GetParameter', 's3:*'], Resource: '*'",
        "parameters, objects in buckets and encryption keys"
      ),
      ("Action: 's3:PutObject', Resource: '*'", nil),
      ("Action: 'logs:*', Resource: '*'", nil),
    ] as [(String, String?)])
  func saysWhatTheRoleReads(statement: String, summary: String?) throws {
    let (graph, function) = try SmallTemplate(policy: "[{Effect: Allow, \(statement)}]").graph()
    #expect(graph.dataSummary(of: function) == summary)
  }

  @Test func aDenyReachesNothing() throws {
    let (graph, function) = try SmallTemplate(policy: "[{Effect: Deny, Action: '*', Resource: '*'}]").graph()
    #expect(graph.dataSummary(of: function) == nil)
  }
}
