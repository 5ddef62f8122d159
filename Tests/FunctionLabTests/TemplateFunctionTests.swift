import ApplicationModel
import Documents
import Foundation
import TemplateLoaders
import Testing

@testable import FunctionLab

/// What the lab takes of a template.
@Suite struct TemplateFunctionTests {
  static let template = """
    Transform: AWS::Serverless-2016-10-31
    Parameters:
      Stage: {Type: String}
    Globals:
      Function: {Timeout: 7}
    Resources:
      Table: {Type: AWS::DynamoDB::Table}
      Shared:
        Type: AWS::Serverless::LayerVersion
        Properties: {ContentUri: layer/}
      Work:
        Type: AWS::Serverless::Function
        Properties:
          FunctionName: worker
          Runtime: python3.12
          Handler: app.handler
          CodeUri: src/
          MemorySize: 512
          EphemeralStorage: {Size: 1024}
          LoggingConfig: {LogFormat: JSON}
          Layers: [!Ref Shared, 'arn:aws:lambda:us-east-1:111122223333:layer:other:1']
          Environment:
            Variables:
              PLAIN: text
              NUMBER: 5
              TABLE: !Ref Table
              REGION: !Sub '${AWS::Region}-x'
              STAGE: !Ref Stage
      Other:
        Type: AWS::Serverless::Function
        Properties: {Runtime: nodejs20.x, Handler: index.handler, CodeUri: other/}

    """

  private func read(
    _ name: String?, _ template: String = Self.template, request: LabRequest = LabRequest()
  ) throws -> (TemplateFunction, LabBench) {
    let bench = try LabBench(["src/app.py": "", "other/index.js": "", "layer/python/x.py": ""])
    let loaded = try #require(
      try TemplateLoader.load(
        Array(template.utf8), path: "template.yaml", options: .init(), files: NoTemplateFiles()))
    let application = try #require(loaded.scenarios.first)
    return (
      try TemplateFunction(name, in: application, folder: bench.path, request: request), bench
    )
  }

  @Test(arguments: ["Work", "worker"])
  func readsItsConfiguration(name: String) throws {
    let (found, bench) = try read(name)
    let function = found.function
    #expect(function.name == "worker")
    #expect(function.runtime.description == "python3.12")
    #expect(function.handler == "app.handler")
    #expect(function.code.hasSuffix("/src"))
    #expect(function.timeout == .seconds(7))
    #expect(function.memory == 512)
    #expect(function.ephemeralStorage == 1024)
    #expect(function.logsAsJSON)
    #expect(function.layers.map { $0.split(separator: "/").last } == ["layer"])
    withExtendedLifetime(bench) {}
  }

  @Test func putsPlaceholdersForWhatADeploymentDecides() throws {
    let (found, _) = try read("Work")
    let variables = Dictionary(found.function.environment.map { ($0.name, $0.value) }) { $1 }
    #expect(variables["PLAIN"] == "text")
    #expect(variables["NUMBER"] == "5")
    #expect(variables["TABLE"] == "Table")
    #expect(variables["REGION"]?.hasSuffix("-x") == true)
    let note = try #require(found.notes.first { $0.contains("placeholders") })
    #expect(note.contains("TABLE"))
    #expect(note.contains("STAGE"))
    #expect(!note.contains("PLAIN"))
    #expect(found.notes.contains { $0.contains("layer:other:1") && $0.contains("left out") })
  }

  @Test func letsTheCommandLineWin() throws {
    var request = LabRequest()
    request.handler = "app.other"
    request.runtime = "python3.13"
    request.timeoutSeconds = 1.5
    request.memory = 256
    request.environment = [("STAGE", "dev"), ("PLAIN", "mine")]
    let (found, _) = try read("Work", request: request)
    #expect(found.function.handler == "app.other")
    #expect(found.function.runtime.description == "python3.13")
    #expect(found.function.timeout == .milliseconds(1500))
    #expect(found.function.memory == 256)
    #expect(found.function.environment.last { $0.name == "PLAIN" }?.value == "mine")
    #expect(found.notes.first { $0.contains("placeholders") }?.contains("STAGE") == false)
  }

  @Test func asksWhichFunctionIsMeant() throws {
    #expect(throws: LabError.functionMissing(nil, known: ["Other", "Work"])) { try read(nil) }
    #expect(throws: LabError.functionMissing("Nobody", known: ["Other", "Work"])) { try read("Nobody") }
  }

  @Test func takesTheOnlyFunction() throws {
    let one = """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Only:
          Type: AWS::Serverless::Function
          Properties: {Runtime: nodejs20.x, Handler: index.handler, CodeUri: other/}
      """
    #expect(try read(nil, one).0.function.name == "Only")
  }

  @Test(.enabled(if: Runtimes.hasNode)) func runsCodeThatTheTemplateHolds() throws {
    let inline = """
      Resources:
        Work:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs20.x
            Handler: index.handler
            Role: arn:aws:iam::123456789012:role/x
            Code: {ZipFile: 'exports.handler = async (event) => event.a;'}
      """
    let (found, bench) = try read("Work", inline)
    #expect(try bench.run(found.function, [#"{"a": 5}"#])[0].json() as? Int == 5)
  }

  @Test func saysWhyItCannotRunOne() throws {
    let image = """
      Resources:
        Work:
          Type: AWS::Lambda::Function
          Properties: {Runtime: python3.12, PackageType: Image, Code: {ImageUri: 1.dkr/x}, Role: r}
      """
    #expect(throws: LabError.self) { try read(nil, image) }
    let go = Self.template.replacing("nodejs20.x", with: "go1.x")
    #expect(throws: LabError.runtimeUnknown("go1.x")) { try read("Other", go) }
    let missing = Self.template.replacing("other/", with: "nowhere/")
    #expect(throws: LabError.codeMissing(path: "nowhere/")) { try read("Other", missing) }
  }
}

/// Folders and files of code without a template.
@Suite struct CodePlaceTests {
  struct Case: Sendable {
    let file: String
    let code: String
    let handler: String
    let family: RuntimeName.Family
  }

  @Test(arguments: [
    Case(
      file: "lambda_function.py", code: "def lambda_handler(e, c): pass",
      handler: "lambda_function.lambda_handler", family: .python),
    Case(file: "app.py", code: "def handler(e, c): pass", handler: "app.handler", family: .python),
    Case(file: "index.mjs", code: "export const handler = 1", handler: "index.handler", family: .node),
    Case(file: "bootstrap", code: "#!/bin/sh", handler: "bootstrap.handler", family: .custom),
    Case(file: "app.rb", code: "def lambda_handler; end", handler: "app.lambda_handler", family: .ruby),
  ])
  func guessesFromUsualFiles(_ example: Case) throws {
    let bench = try LabBench([example.file: example.code])
    let function = try LabRequest().function(at: bench.path)
    #expect(function.handler == example.handler)
    #expect(function.runtime.family == example.family)
    let direct =
      example.file == "bootstrap" ? nil : try LabRequest().function(at: bench.path + "/" + example.file)
    if let direct { #expect(direct.handler == example.handler) }
  }

  @Test func saysWhatIsNotEvident() throws {
    let bench = try LabBench(["main.go": ""])
    #expect(throws: LabError.self) { try LabRequest().function(at: bench.path) }
    #expect(throws: LabError.codeMissing(path: "/nowhere")) { try LabRequest().function(at: "/nowhere") }
    var request = LabRequest()
    request.runtime = "cobol1"
    request.handler = "a.b"
    #expect(throws: LabError.runtimeUnknown("cobol1")) { try request.function(at: bench.path) }
  }

  @Test(arguments: [
    ("python3.12", true), ("nodejs20.x", true), ("java8.al2", true), ("provided", true),
    ("provided.al2023", true),
    ("provided.al3", false), ("python", false), ("nodejsx", false), ("dotnet8", false), ("", false),
  ])
  func knowsRuntimes(name: String, isKnown: Bool) {
    #expect((RuntimeName(name) != nil) == isKnown)
  }
}
