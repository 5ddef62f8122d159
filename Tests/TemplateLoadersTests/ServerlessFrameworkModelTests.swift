import ApplicationModel
import FindingModel
import TemplateLoaders
import Testing

/// What becomes of a service behind the evaluator: the model that rules look at.
struct ServerlessFrameworkModelTests {
  /// Under every scenario: a function with a condition is not in all of them.
  private func applications(_ fixture: FixtureService) throws -> [Application] {
    let bytes = try fixture.read("serverless.yml", from: fixture.path).bytes
    let options = TemplateLoader.Options(options: fixture.options)
    let loaded = try #require(
      try TemplateLoader.load(bytes, path: fixture.path, options: options, files: fixture))
    return loaded.scenarios
  }

  @Test(arguments: FixtureService.all)
  func modelsEveryFunction(_ fixture: FixtureService) throws {
    let functions = try applications(fixture).flatMap(\.functions)
    #expect(Set(functions.map(\.identity.name)) == Set(fixture.functions))
  }

  /// Functions that something calls have a trigger in the model; the others have none.
  @Test(arguments: FixtureService.all)
  func modelsTriggers(_ fixture: FixtureService) throws {
    let idle: Set<String> = ["ship", "guard", "verify"]
    for function in try applications(fixture).flatMap(\.functions)
    where !idle.contains(function.identity.name) {
      #expect(!function.triggers.isEmpty || function.url != nil, "\(function.identity.name)")
    }
  }
}
