@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

struct SAMPolicyTests {
  private func function(_ policies: String) throws -> ExpandedSAM {
    try ExpandedSAM(
      """
      Parameters: {Name: {Type: String, Default: AmazonS3ReadOnlyAccess}}
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties: {Runtime: python3.13, Handler: a.b, InlineCode: x, Policies: \(policies)}
      """)
  }

  @Test func knowsEveryTemplateOfTheRelease() {
    #expect(PolicyTemplates.all.count == 81)
    for template in PolicyTemplates.all.values {
      #expect(!template.statements.isEmpty, "\(template.name)")
      for statement in template.statements {
        #expect(!statement.actions.isEmpty && !statement.resources.isEmpty, "\(template.name)")
        #expect(statement.actions.allSatisfy { $0.contains(":") }, "\(template.name)")
      }
    }
  }

  @Test func usesEveryParameterOfEveryTemplate() {
    let place = SourceLocation.start(of: "t")
    for template in PolicyTemplates.all.values {
      let values = Node.mapping(
        template.parameters.map { ($0, .string("value-\($0)", at: place)) }, at: place)
      let document = NodeJSON.write(template.document(values, at: place))
      for parameter in template.parameters {
        #expect(document.contains("\"value-\(parameter)\""), "\(template.name) \(parameter)")
      }
    }
  }

  @Test(arguments: [
    ("AmazonS3ReadOnlyAccess", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"),
    ("AWSLambdaRole", "arn:aws:iam::aws:policy/service-role/AWSLambdaRole"),
    ("Billing", "arn:aws:iam::aws:policy/job-function/Billing"),
  ])
  func findsThePathOfAManagedPolicy(_ name: String, _ arn: String) {
    #expect(ManagedPolicies.arn(of: name) == arn)
  }

  @Test func knowsNoPolicyThatAWSDoesNotManage() {
    #expect(ManagedPolicies.arn(of: "OurOwnPolicy") == nil)
  }

  @Test func sortsPoliciesByKind() throws {
    let expanded = try function(
      "[!Ref Name, 'arn:aws:iam::1:policy/own', {SQSPollerPolicy: {QueueName: q}}, {Statement: []}]")
    #expect(expanded.json("FRole", "ManagedPolicyArns", "1").contains("AmazonS3ReadOnlyAccess"))
    #expect(expanded.json("FRole", "ManagedPolicyArns", "2") == #""arn:aws:iam::1:policy/own""#)
    #expect(expanded.json("FRole", "Policies", "0", "PolicyName") == #""FRolePolicy2""#)
    #expect(expanded.json("FRole", "Policies", "1", "PolicyDocument") == #"{"Statement":[]}"#)
    #expect(expanded.errors.isEmpty)
  }

  @Test func keepsAnIfAroundATemplate() throws {
    let expanded = try function("[!If [C, {S3ReadPolicy: {BucketName: b}}, !Ref AWS::NoValue]]")
    #expect(expanded.json("FRole", "Policies", "0", "Fn::If", "0") == #""C""#)
    #expect(expanded.json("FRole", "Policies", "0", "Fn::If", "1", "PolicyName") == #""FRolePolicy0""#)
    #expect(expanded.json("FRole", "Policies", "0", "Fn::If", "2") == #"{"Ref":"AWS::NoValue"}"#)
  }

  @Test func splitsAnIfBetweenANameAndADocument() throws {
    let expanded = try function("[!If [C, AmazonS3FullAccess, {Statement: []}]]")
    #expect(expanded.json("FRole", "ManagedPolicyArns", "1", "Fn::If", "1").contains("AmazonS3FullAccess"))
    #expect(expanded.json("FRole", "ManagedPolicyArns", "1", "Fn::If", "2") == #"{"Ref":"AWS::NoValue"}"#)
    #expect(expanded.json("FRole", "Policies", "0", "Fn::If", "1") == #"{"Ref":"AWS::NoValue"}"#)
  }

  @Test func keepsAnIfAroundTheWholeList() throws {
    let expanded = try function("!If [C, [AmazonS3FullAccess], [{Statement: [{Effect: Allow}]}]]")
    #expect(expanded.json("FRole", "ManagedPolicyArns", "1", "Fn::If", "1").contains("AmazonS3FullAccess"))
    #expect(expanded.json("FRole", "Policies", "0", "Fn::If", "2", "PolicyDocument").contains("Allow"))
  }

  @Test(arguments: [
    "[{NoSuchPolicy: {A: b}}]", "[{S3ReadPolicy: {}}]", "[{S3ReadPolicy: {BucketName: b, More: c}}]", "[[]]",
    "[{}]", "[{S3ReadPolicy: {BucketName: b}, S3WritePolicy: {BucketName: b}}]",
  ])
  func reportsPoliciesThatMeanNothing(_ policies: String) throws {
    #expect(try !function(policies).errors.isEmpty)
  }
}
