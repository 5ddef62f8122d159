import ApplicationModel
import FindingModel
import Testing

@testable import TemplateLoaders

/// `DefinitionSubstitutions` of a state machine: filled once, and bounded.
@Suite struct DefinitionSubstitutionTests {
  private func machine(
    resource: String, substitutions: [(name: String, value: String)], asText: Bool
  ) throws -> StateMachine {
    let definition = #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\#(resource)","End":true}}}"#
    let written = asText ? "DefinitionString: '\(definition)'" : "Definition: \(definition)"
    let values = substitutions.map { "        \($0.name): '\($0.value)'\n" }.joined()
    let template = """
      Resources:
        Machine:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            \(written)
            DefinitionSubstitutions:
      \(values)
      """
    let loaded = try #require(
      try TemplateLoader.load(
        Array(template.utf8), path: "template.yaml", options: TemplateLoader.Options(),
        files: NoTemplateFiles()))
    return try #require(loaded.scenarios.first?.stateMachines.first)
  }

  @Test(arguments: [true, false])
  func eachPlaceholderIsFilledWhereItStands(asText: Bool) throws {
    let machine = try machine(
      resource: "${a}:${unknown}:${a}${b}:${", substitutions: [("a", "x"), ("b", "y")], asText: asText)
    #expect(machine.tasks.map(\.resource.pattern) == ["x:${unknown}:xy:${"])
  }

  @Test(arguments: [true, false])
  func aFilledValueIsNotFilledAgain(asText: Bool) throws {
    let machine = try machine(resource: "${a}", substitutions: [("a", "${b}"), ("b", "y")], asText: asText)
    #expect(machine.tasks.map(\.resource.pattern) == ["${b}"])
  }

  @Test(arguments: [true, false])
  func valuesThatNameEachOtherDoNotDouble(asText: Bool) throws {
    let chain = (0..<60).map { (name: "v\($0)", value: "${v\($0 + 1)}${v\($0 + 1)}") }
    let machine = try machine(resource: "${v0}", substitutions: chain, asText: asText)
    #expect(machine.tasks.map(\.resource.pattern) == ["${v1}${v1}"])
  }

  @Test(arguments: [true, false])
  func aDefinitionIsFilledToTheLimitAndNoFurther(asText: Bool) throws {
    let half = String(repeating: "x", count: Placeholders.byteLimit / 2)
    let below = try machine(resource: "${a}${a}", substitutions: [("a", half)], asText: asText)
    #expect(!below.hasUnreadDefinition && below.tasks.first?.resource.pattern == half + half)
    let above = try machine(
      resource: "${a}${a}${b}", substitutions: [("a", half), ("b", "y")], asText: asText)
    #expect(above.hasUnreadDefinition && above.tasks.isEmpty)
  }
}
