import FindingModel
import Foundation
import Testing

import ScanPipeline

/// Policies that nobody would write: the scan ends, and one flaw among thousands of statements is not lost.
@Suite(.timeLimit(.minutes(3))) struct HostilePolicyTests {
  private static func template(_ statements: [String], code: String = "") -> String {
    """
    {"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement":
    [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
    "Policies": [{"PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
    \(statements.joined(separator: ",\n"))
    ]}}]}}, "Run": {"Type": "AWS::Lambda::Function", "Properties": {"Handler": "index.handler", "Runtime": "python3.14",
    "Role": {"Fn::GetAtt": ["Role", "Arn"]}, "Code": {"ZipFile": "import boto3\\ndef handler(event, context):\\n  boto3.client('s3').get_object(Bucket='b', Key='k')\\n"}}}}}
    """
  }

  private static func statement(_ action: String, _ resource: String) -> String {
    #"{"Effect": "Allow", "Action": ["\#(action)"], "Resource": ["\#(resource)"]}"#
  }

  private static func rules(_ statements: [String]) throws -> Set<String> {
    let report = try TemporaryTree(["template.json": template(statements)]).scan()
    #expect(report.functions.map(\.name) == ["Run"])
    return Set(report.findings.map(\.finding.rule))
  }

  @Test func oneFlawAmongTenThousandStatementsIsFound() throws {
    var statements = (0..<10_000).map {
      Self.statement("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:123456789012:table/t\($0)-\($0 % 7)")
    }
    statements.insert(Self.statement("*", "*"), at: 7_777)
    #expect(statements.joined().utf8.count > 1_000_000)
    #expect(try Self.rules(statements).contains("sas4-admin"))
  }

  @Test(arguments: [
    "nosuchservice:*", "nosuchservice:Do", "s3:NoSuchAction", "s3", ":", "s3:", ":Get", "*:", "s3:Get:Object",
    "",
    "s3:" + String(repeating: "*a", count: 5_000), String(repeating: "?", count: 20_000), "\\u0000:\\ud800",
    "${a}:${b}",
  ])
  func anActionThatIsNoneHidesNoOther(_ action: String) throws {
    let found = try Self.rules([Self.statement(action, "*"), Self.statement("iam:*", "*")])
    #expect(found.contains("sas4-admin"))
  }

  @Test(arguments: [
    "arn", "arn:", "arn:::::", "arn:aws:s3", "arn:aws:s3:::", "::::::",
    "arn:aws:s3:::b/" + String(repeating: "*/", count: 5_000),
    "ARN:AWS:S3:::b", "arn:aws:s3:::b/${aws:username", "arn:aws:nosuch:::x", "",
    String(repeating: "arn:", count: 10_000),
  ])
  func aResourceThatIsNoneHidesNoOther(_ resource: String) throws {
    let found = try Self.rules([Self.statement("s3:PutObject", resource), Self.statement("*", "*")])
    #expect(found.contains("sas4-admin"))
  }
}
