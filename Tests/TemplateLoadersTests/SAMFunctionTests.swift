import Documents
import TemplateLoaders
import Testing

struct SAMFunctionTests {
  private func function(_ properties: String, _ attributes: String = "") throws -> ExpandedSAM {
    try ExpandedSAM(
      """
      Parameters: {Alias: {Type: String, Default: live}}
      Conditions: {C: !Equals [a, b]}
      Resources:
        F:
          Type: AWS::Serverless::Function
          \(attributes)
          Properties: {Runtime: python3.13, Handler: a.b, \(properties)}
      Outputs:
        Alias: {Value: !Ref F.Alias}
        Version: {Value: !GetAtt F.Version.Version}
        Text: {Value: !Sub '${F.Alias} ${F}'}
      """)
  }

  @Test(arguments: [
    ("CodeUri: src/", #""src/""#), ("CodeUri: s3://b/k.zip", #"{"S3Bucket":"b","S3Key":"k.zip"}"#),
    ("CodeUri: s3://b/k?versionId=7", #"{"S3Bucket":"b","S3Key":"k","S3ObjectVersion":"7"}"#),
    ("CodeUri: {Bucket: b, Key: k}", #"{"S3Bucket":"b","S3Key":"k"}"#),
    ("InlineCode: pass", #"{"ZipFile":"pass"}"#),
    ("PackageType: Image, ImageUri: i:1", #"{"ImageUri":"i:1"}"#),
  ])
  func readsTheCode(_ properties: String, _ code: String) throws {
    #expect(try function(properties).json("F", "Code") == code)
  }

  @Test func makesARoleThatLambdaMayAssume() throws {
    let expanded = try function("InlineCode: x, Tracing: Active, VpcConfig: {SubnetIds: [s]}")
    #expect(expanded.json("F", "Role") == #"{"Fn::GetAtt":["FRole","Arn"]}"#)
    let policies = expanded.json("FRole", "ManagedPolicyArns")
    for name in ["AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole", "AWSXrayWriteOnlyAccess"] {
      #expect(policies.contains(name))
    }
    #expect(expanded.json("FRole", "AssumeRolePolicyDocument").contains("lambda.amazonaws.com"))
  }

  @Test func makesNoRoleWhereOneIsNamed() throws {
    let expanded = try function("InlineCode: x, Role: 'arn:aws:iam::1:role/r'")
    #expect(expanded.resource("FRole") == nil)
    #expect(expanded.json("F", "Role") == #""arn:aws:iam::1:role/r""#)
  }

  @Test func makesTheRoleOnlyWhereTheNamedOneIsMissing() throws {
    let expanded = try function("InlineCode: x, Role: !If [C, 'arn:r', !Ref AWS::NoValue]")
    #expect(expanded.resource("FRole")?["Condition"]?.text == "NOTC")
    #expect(expanded.template["Conditions"]?["NOTC"] != nil)
    #expect(expanded.json("F", "Role", "Fn::If", "2") == #"{"Fn::GetAtt":["FRole","Arn"]}"#)
  }

  @Test func publishesAnAliasThatAParameterNames() throws {
    let expanded = try function("InlineCode: x, AutoPublishAlias: !Ref Alias")
    let versions = expanded.ids(of: "AWS::Lambda::Version")
    #expect(versions.count == 1)
    #expect(versions.first?.hasPrefix("FVersion") == true)
    #expect(expanded.json("FAliaslive", "Name") == #""live""#)
    let outputs = expanded.template["Outputs"].map(NodeJSON.write) ?? ""
    #expect(outputs.contains(#"{"Ref":"FAliaslive"}"#))
    #expect(outputs.contains(#""${FAliaslive} ${F}""#))
    #expect(versions.first.map { outputs.contains($0) } == true)
  }

  @Test func givesOtherCodeAnotherVersion() throws {
    let first = try function("CodeUri: s3://b/1, AutoPublishAlias: a").ids(of: "AWS::Lambda::Version")
    let again = try function("CodeUri: s3://b/1, AutoPublishAlias: a").ids(of: "AWS::Lambda::Version")
    let other = try function("CodeUri: s3://b/2, AutoPublishAlias: a").ids(of: "AWS::Lambda::Version")
    #expect(first == again)
    #expect(first != other)
  }

  @Test func opensAPublicURLToEverybody() throws {
    let expanded = try function("InlineCode: x, FunctionUrlConfig: {AuthType: NONE}")
    #expect(expanded.json("FUrl", "AuthType") == #""NONE""#)
    #expect(expanded.json("FUrlPublicPermissions", "Principal") == #""*""#)
    #expect(expanded.json("FURLInvokeAllowPublicAccess", "InvokedViaFunctionUrl") == "true")
  }

  @Test func keepsASignedURLClosed() throws {
    let expanded = try function("InlineCode: x, FunctionUrlConfig: {AuthType: AWS_IAM}")
    #expect(expanded.ids(of: "AWS::Lambda::Permission").isEmpty)
    #expect(expanded.ids(of: "AWS::Lambda::Url") == ["FUrl"])
  }

  @Test func handsTheConditionOnToWhatItMakes() throws {
    let expanded = try function("InlineCode: x, Events: {A: {Type: AlexaSkill}}", "Condition: C")
    for entry in expanded.resources { #expect(entry.value["Condition"]?.text == "C", "\(entry.key)") }
    #expect(expanded.resources.count == 3)
  }

  @Test func letsCodeDeployMoveTheAlias() throws {
    let expanded = try function(
      "InlineCode: x, AutoPublishAlias: a, DeploymentPreference: {Type: AllAtOnce, Alarms: [x]}")
    #expect(expanded.resource("FAliasa")?[path: "UpdatePolicy", "CodeDeployLambdaAliasUpdate"] != nil)
    #expect(expanded.json("FDeploymentGroup", "AlarmConfiguration", "Alarms") == #"[{"Name":"x"}]"#)
    #expect(expanded.ids(of: "AWS::CodeDeploy::Application") == ["ServerlessDeploymentApplication"])
  }

  @Test func makesAQueueForADestinationThatNamesNone() throws {
    let expanded = try function(
      "InlineCode: x, EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}}")
    #expect(expanded.ids(of: "AWS::SQS::Queue") == ["FEventInvokeConfigOnFailureQueue"])
    #expect(expanded.json("FRole", "Policies").contains("sqs:SendMessage"))
  }

  @Test func keepsAPropertyItDoesNotKnow() throws {
    let expanded = try function("InlineCode: x, Tomorrow: 1")
    #expect(expanded.json("F", "Tomorrow") == "1")
    #expect(expanded.errors.count == 1)
  }
}
