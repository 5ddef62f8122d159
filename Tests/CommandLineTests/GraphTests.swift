import Foundation
import Testing

@Suite struct GraphTests {
  private static let template = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Convert:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: nodejs22.x
          Handler: index.handler
          CodeUri: src/
          FunctionUrlConfig: {AuthType: NONE}
          Policies: [{Statement: [{Effect: Allow, Action: 'dynamodb:GetItem', Resource: !GetAtt Orders.Arn}]}]
      Orders: {Type: AWS::DynamoDB::Table, Properties: {TableName: !Ref Name}}
    Parameters: {Name: {Type: String, Default: orders}}
    """

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(Self.template, to: "template.yaml")
    return bench
  }

  @Test func listsPathsWithTheirCut() throws {
    let outcome = try bench().run("graph", ".")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Internet → reads table Orders through Convert"))
    #expect(outcome.output.contains("cut: ") && outcome.output.contains("template.yaml:11"))
    #expect(outcome.output.unicodeScalars.allSatisfy { $0 != "\u{1B}" })
  }

  @Test(arguments: [
    ("html", "<!DOCTYPE html>"), ("dot", "digraph"), ("mermaid", "flowchart LR"), ("json", "{"),
  ])
  func eachFormatIsWritten(format: String, beginning: String) throws {
    let bench = try bench()
    let printed = try bench.run("graph", ".", "--format", format)
    #expect(printed.status == 0 && printed.output.hasPrefix(beginning))
    let file = format == "mermaid" ? "graph.mmd" : "graph.\(format)"
    #expect(try bench.run("graph", ".", "-o", file).status == 0)
    #expect(try bench.read(file) == printed.output)
  }

  @Test func fromAndToChooseThePaths() throws {
    let bench = try bench()
    let chosen = try bench.run("graph", ".", "--from", "internet", "--to", "orders", "--format", "dot")
    #expect(
      chosen.status == 0 && chosen.output.contains("Orders") && !chosen.output.contains("\"Data\\ndata\""))
    let none = try bench.run("graph", ".", "--from", "orders", "--to", "convert")
    #expect(none.status == 0 && none.output.contains("No attack path"))
    let unknown = try bench.run("graph", ".", "--from", "nobody-knows")
    #expect(unknown.status == 64 && unknown.errors.contains("'nobody-knows'"))
  }

  @Test func threadsDoNotChangeTheOutput() throws {
    let bench = try bench()
    for name in ["b", "c", "d"] { try bench.write(Self.template, to: "\(name)/template.yaml") }
    let one = try bench.run("graph", ".", "--format", "json", "-j", "1")
    let eight = try bench.run("graph", ".", "--format", "json", "-j", "8")
    #expect(one.status == 0 && one.output == eight.output)
    #expect(one.output.contains("b/template.yaml#function:Convert"))
  }

  @Test func aBrokenTemplateIsSaidAndCounted() throws {
    let bench = try bench()
    try bench.write("Resources: {A: {Type: AWS::S3::Bucket", to: "broken.yaml")
    let outcome = try bench.run("graph", ".")
    #expect(outcome.status == 2 && outcome.errors.contains("broken.yaml"))
    #expect(outcome.output.contains("Convert"))
  }

  @Test func aFolderWithoutApplicationsIsNoError() throws {
    let outcome = try Workbench().run("graph", ".")
    #expect(outcome.status == 0 && outcome.output.contains("No serverless application"))
  }
}
