import FindingModel
import Testing

/// What code says of a template's resources, from the files to the report.
@Suite struct CodeLinkTests {
  private static let front = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
      Uploads: {Type: AWS::S3::Bucket}
      Front:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: .
          Handler: front.handler
          Runtime: python3.13
          Policies:
            - Statement:
                - Effect: Allow
                  Action: [sqs:SendMessage, sqs:DeleteMessage, lambda:InvokeFunction]
                  Resource: "*"
          Environment:
            Variables:
              JOBS: !Sub https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/jobs
          Events: {A: {Type: HttpApi, Properties: {Path: /, Method: post}}}
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          FunctionName: worker
          CodeUri: .
          Handler: worker.handler
          Runtime: python3.13
      Convert:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: .
          Handler: convert.handler
          Runtime: python3.13
          Policies:
            - Statement:
                - {Effect: Allow, Action: [s3:GetObject, s3:PutObject], Resource: "*"}
          Events: {Up: {Type: S3, Properties: {Bucket: !Ref Uploads, Events: 's3:ObjectCreated:*'}}}
    """

  private static let files = [
    "template.yaml": front,
    "front.py": """
    import os
    import boto3

    def handler(event, context):
        boto3.client("sqs").send_message(QueueUrl=os.environ["JOBS"], MessageBody="go")
        boto3.client("lambda").invoke(FunctionName="worker", InvocationType="Event")
    """,
    "worker.py": "def handler(event, context):\n    return 1\n",
    "convert.py": """
    import boto3

    def handler(event, context):
        for record in event["Records"]:
            part = record["s3"]
            boto3.client("s3").get_object(Bucket=part["bucket"]["name"], Key=part["object"]["key"])
    """,
  ]

  @Test func aFunctionThatCodeInvokesByNameIsReached() throws {
    let report = try TemporaryTree(Self.files).scan()
    let worker = try #require(report.functions.first { $0.name == "Worker" })
    #expect(worker.exposure == .internet)
    #expect(worker.exposurePaths == ["Anyone on the internet, by way of 'Front'"])
    #expect(!report.findings.contains { $0.finding.rule == "sas11-unreachable-function" })
  }

  @Test(arguments: ["!GetAtt Jobs.Arn", "!GetAtt Worker.Arn", "${Uploads.Arn}/*"])
  func minimalPoliciesNameTheResourcesOfTheTemplate(resource: String) throws {
    let report = try TemporaryTree(Self.files).scan()
    let texts = report.findings.map { "\($0.finding)" }
    #expect(texts.contains { $0.contains(resource) }, "\(texts)")
  }
}
