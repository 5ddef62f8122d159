import ApplicationModel
import FindingModel
import TemplateLoaders
import Testing

/// Where the code of images lies that are built from a Dockerfile of the project.
@Suite struct ImageContextTests {
  private func code(properties: String, metadata: String) throws -> CodeSource {
    let template = """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::Serverless::Function
          Properties: {\(properties)}
          Metadata: {\(metadata)}
      """
    let loaded = try TemplateLoader.load(
      Array(template.utf8), path: "template.yaml", options: .init(), files: NoTemplateFiles())
    return try #require(loaded?.scenarios.first?.functions.first).code
  }

  @Test func anImageWithoutAnAddressLiesInItsContext() throws {
    let code = try code(
      properties: "PackageType: Image", metadata: "DockerContext: src/, Dockerfile: Dockerfile")
    guard case .local(let path, let location) = code else {
      Issue.record("\(code)")
      return
    }
    #expect(path == "src/" && location.line == 6)
  }

  @Test func withoutAContextNobodyKnows() throws {
    #expect(try code(properties: "PackageType: Image", metadata: "Dockerfile: Dockerfile") == .unknown)
  }
}
