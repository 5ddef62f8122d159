import ApplicationGraph
import ApplicationModel
import FindingModel
import TemplateLoaders
import Testing

/// A function and its role; `resources` are the rest of the template, as written under `Resources`.
struct SmallTemplate: CustomTestStringConvertible, Sendable {
  let name: String
  let resources: String
  var policy = "[{Effect: Allow, Action: 'logs:PutLogEvents', Resource: '*'}]"

  init(_ name: String, _ resources: String) {
    self.name = name
    self.resources = resources
  }

  init(policy: String) {
    name = policy
    resources = ""
    self.policy = policy
  }

  var testDescription: String { name }

  var text: String {
    """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Work:
        Type: AWS::Lambda::Function
        Properties:
          Runtime: nodejs22.x
          Handler: index.handler
          Role: !GetAtt Role.Arn
          Code: {S3Bucket: code, S3Key: code.zip}
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
          Policies: [{PolicyName: own, PolicyDocument: {Statement: \(policy)}}]

    """ + resources.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
  }

  func graph() throws -> (graph: ApplicationGraph, function: Function) {
    let loaded = try TemplateLoader.load(
      Array(text.utf8), path: "template.yaml", options: .init(), files: NoTemplateFiles())
    let template = try #require(loaded)
    #expect(template.problems.filter(\.isError).isEmpty)
    let graph = ApplicationGraph(try #require(template.scenarios.first))
    return (graph, try #require(graph.function("Work")))
  }
}
