import ApplicationModel
import FindingModel
import Testing

@testable import TemplateLoaders

@Suite struct CloudFormationLimitTests {
  private func evaluate(
    _ template: String, _ change: (inout EvaluationLimits) -> Void = { _ in }
  ) throws -> TemplateEvaluator.Result {
    var limits = EvaluationLimits.standard
    change(&limits)
    return try CloudFormationCase(template: template, limits: limits).evaluate()
  }

  private func probe(_ value: String, head: String = "") -> String {
    "\(head)\nResources: {Probe: {Type: T, Properties: {Value: \(value)}}}"
  }

  @Test(arguments: [(10, true), (9, false)])
  func boundsTheTextThatFunctionsMake(limit: Int, isWithin: Bool) throws {
    let result = try evaluate(probe("!Join ['', [abcde, fghij]]")) { $0.textBytes = limit }
    #expect(
      result.property("Value", of: "Probe") == [isWithin ? "abcdefghij" : "?!Join [\"\", [abcde, fghij]]"])
    let message = "error: The template's functions make more than 9 bytes of text."
    #expect(result.messages == (isWithin ? [] : [message]))
  }

  @Test(arguments: [(3, true), (2, false)])
  func boundsTheValuesThatFunctionsMake(limit: Int, isWithin: Bool) throws {
    let result = try evaluate(probe("!Split ['/', a/b/c]")) { $0.values = limit }
    #expect(result.property("Value", of: "Probe") == [isWithin ? "[a, b, c]" : "?!Split [/, a/b/c]"])
    let message = "error: The template's functions make more than 2 values."
    #expect(result.messages == (isWithin ? [] : [message]))
  }

  @Test(arguments: [(4, true), (3, false)])
  func boundsTheValuesEvaluated(limit: Int, isWithin: Bool) throws {
    let result = try evaluate(probe("[a, b]")) { $0.evaluated = limit }
    #expect(result.property("Value", of: "Probe") == [isWithin ? "[a, b]" : "[a, ?b]"])
    let message = "error: The template has more than 3 values with its nested stacks."
    #expect(result.messages == (isWithin ? [] : [message]))
  }

  @Test(arguments: [(4, true), (3, false)])
  func boundsTheNestingOfValues(limit: Int, isWithin: Bool) throws {
    let result = try evaluate(probe("[[a]]")) { $0.depth = limit }
    #expect(result.property("Value", of: "Probe") == [isWithin ? "[[a]]" : "[[?a]]"])
    #expect(result.messages.count == (isWithin ? 0 : 1))
  }

  @Test(arguments: [(2, true), (3, false)])
  func boundsTheProblemsKept(limit: Int, isCut: Bool) throws {
    let result = try evaluate("Resources: {A: 1, B: 2, C: 3}") { $0.problems = limit }
    #expect(result.messages.contains { $0.hasPrefix("more than 2 problems") } == isCut)
    #expect(result.problems.count == 3)
  }

  /// Conditions that each refer to the next, so that the first needs all of them.
  private func chain(_ count: Int) -> String {
    let links = (0..<count).map { "  C\($0): !Not [!Condition C\($0 + 1)]" }
    return "Conditions:\n\(links.joined(separator: "\n"))\n  C\(count): !Equals [a, a]"
  }

  @Test func followsLongChainsOfConditionsToTheDepthLimit() throws {
    let within = try evaluate(probe("!If [C0, a, b]", head: chain(140)))
    #expect(within.property("Value", of: "Probe") == ["a"])
    let beyond = try evaluate(probe("!If [C0, a, b]", head: chain(5000)))
    #expect(beyond.messages.contains { $0.contains("deeper than the limit of 300 levels") })
    #expect(beyond.scenarios.count == 2)
  }

  @Test func doesNotUnfoldConditionsThatShareOperands() throws {
    // Every condition uses the one before twice: 2^200 if each use were evaluated again.
    let links = (1...200).map { "  C\($0): !And [!Condition C\($0 - 1), !Condition C\($0 - 1)]" }
    let head = """
      Parameters: {P: {Type: String}}
      Conditions:
        C0: !Equals [!Ref P, x]
      \(links.joined(separator: "\n"))
      """
    let uses = (0...200).map { "!If [C\($0), a, b]" }.joined(separator: ", ")
    let result = try evaluate(probe("[\(uses)]", head: head))
    #expect(result.assumptions == ["P is 'x'", "P is not 'x'"])
  }

  @Test func doesNotUnfoldTextsThatDouble() throws {
    // Each level doubles the text: 2^90 bytes without the bound.
    var value = "x"
    for _ in 0..<45 { value = "!Sub ['${a}${a}', {a: \(value)}]" }
    let result = try evaluate(probe(value))
    #expect(result.messages == ["error: The template's functions make more than 1048576 bytes of text."])
  }

  @Test func readsManyDifferentConstantsInReasonableTime() throws {
    let count = 3000
    let conditions = (0..<count).map { "  C\($0): !Equals [!Ref P, v\($0)]" }.joined(separator: "\n")
    let uses = (0..<count).map { "!If [C\($0), a, b]" }.joined(separator: ", ")
    let head = "Parameters: {P: {Type: String}}\nConditions:\n\(conditions)"
    let result = try evaluate(probe("[\(uses)]", head: head))
    #expect(result.scenarios.count == 32)
    #expect(
      result.messages == [
        "The template's open conditions allow 3001 combinations, of which 32 were explored."
      ])
  }

  @Test func evaluatesATemplateOfTheLargestSize() throws {
    let resources = (0..<20_000).map {
      "  \"R\($0)\": {\"Type\": \"T\", \"Properties\": {\"A\": {\"Ref\": \"R0\"}, \"B\": [1, 2]}}"
    }
    let template = "{\"Resources\": {\n\(resources.joined(separator: ",\n"))}}"
    let result = try evaluate(template)
    #expect(result.scenarios[0].resources.count == 20_000)
    #expect(result.messages.isEmpty)
  }
}
