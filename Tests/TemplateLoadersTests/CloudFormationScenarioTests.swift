import ApplicationModel
import FindingModel
import Testing

@testable import TemplateLoaders

@Suite struct CloudFormationScenarioTests {
  /// Parameters and conditions above a probe whose `Value` is given.
  private func evaluate(
    _ head: String, value: String = "x", condition: String? = nil, limits: EvaluationLimits = .standard
  ) throws -> TemplateEvaluator.Result {
    let condition = condition.map { "\n    Condition: \($0)" } ?? ""
    let template = """
      \(head)
      Resources:
        Probe:
          Type: Custom::Probe\(condition.replacing("    ", with: "    "))
          Properties:
            Value: \(value)
      """
    return try CloudFormationCase(template: template, limits: limits).evaluate()
  }

  private let stage = "Parameters: {Stage: {Type: String}}\n"

  @Test func readsADecidedTemplateOnce() throws {
    let head = """
      Parameters: {Stage: {Type: String, Default: prod}}
      Conditions: {Prod: !Equals [!Ref Stage, prod]}
      """
    let result = try evaluate(head, value: "!If [Prod, a, b]")
    #expect(result.assumptions == [""])
    #expect(result.property("Value", of: "Probe") == ["a"])
  }

  @Test func readsAnOpenConditionBothWays() throws {
    let result = try evaluate(
      stage + "Conditions: {Prod: !Equals [!Ref Stage, prod]}", value: "!If [Prod, a, !Ref Stage]")
    #expect(result.assumptions == ["Stage is 'prod'", "Stage is not 'prod'"])
    #expect(result.property("Value", of: "Probe") == ["a", "${!Ref Stage}"])
    #expect(result.problems.isEmpty)
  }

  @Test func givesAnAssumedParameterItsValue() throws {
    let result = try evaluate(
      stage + "Conditions: {Prod: !Equals [prod, !Ref Stage]}", value: "!If [Prod, !Sub 'x-${Stage}', y]")
    #expect(result.property("Value", of: "Probe") == ["x-prod", "y"])
  }

  @Test func correlatesConditionsOverOneParameter() throws {
    let head =
      stage + """
        Conditions:
          Prod: !Equals [!Ref Stage, prod]
          Test: !Equals [!Ref Stage, test]
          NotProd: !Not [!Condition Prod]
          Either: !Or [!Condition Prod, !Condition Test]
        """
    let value = "[!If [Prod, p, '-'], !If [Test, t, '-'], !If [NotProd, n, '-'], !If [Either, e, '-']]"
    let result = try evaluate(head, value: value)
    #expect(result.assumptions == ["Stage is 'prod'", "Stage is 'test'", "Stage is not 'prod' or 'test'"])
    #expect(result.property("Value", of: "Probe") == ["[p, -, -, e]", "[-, t, n, e]", "[-, -, n, -]"])
  }

  @Test func leavesOutResourcesWhoseConditionIsFalse() throws {
    let result = try evaluate(stage + "Conditions: {Prod: !Equals [!Ref Stage, prod]}", condition: "Prod")
    #expect(result.resourceIDs == [["Probe"], []])
  }

  @Test func ignoresConditionsThatNothingUses() throws {
    let result = try evaluate(stage + "Conditions: {Prod: !Equals [!Ref Stage, prod]}")
    #expect(result.assumptions == [""])
  }

  @Test func ignoresVariablesThatCannotMatter() throws {
    let head =
      stage + """
        Conditions:
          Never: !And [!Equals [!Ref Stage, prod], !Equals [a, b]]
          Always: !Or [!Equals [!Ref Stage, prod], !Equals [a, a]]
        """
    let result = try evaluate(head, value: "[!If [Never, a, b], !If [Always, a, b]]")
    #expect(result.assumptions == [""])
    #expect(result.property("Value", of: "Probe") == ["[b, a]"])
  }

  @Test(arguments: [
    ("[dev, prod]", ["Stage is 'prod'", "Stage is 'dev'"]),
    ("[dev, test, prod]", ["Stage is 'prod'", "Stage is not 'prod'"]),
    ("[prod]", [""]),
    ("[dev, test]", [""]),
  ])
  func respectsAllowedValues(allowed: String, expected: [String]) throws {
    let head = """
      Parameters: {Stage: {Type: String, AllowedValues: \(allowed)}}
      Conditions: {Prod: !Equals [!Ref Stage, prod]}
      """
    #expect(try evaluate(head, value: "!If [Prod, a, b]").assumptions == expected)
  }

  @Test func assumesRegionsAndAccounts() throws {
    let head = "Conditions: {East: !Equals [!Ref AWS::Region, us-east-1]}"
    let result = try evaluate(head, value: "!If [East, !Ref AWS::Region, !Ref AWS::Region]")
    #expect(result.assumptions == ["AWS::Region is 'us-east-1'", "AWS::Region is not 'us-east-1'"])
    #expect(result.property("Value", of: "Probe") == ["us-east-1", "${AWS::Region}"])
  }

  @Test func assumesComparisonsOfTwoOpenValues() throws {
    let head = """
      Parameters: {A: {Type: String}, B: {Type: String}}
      Conditions: {Same: !Equals [!Ref A, !Ref B], Itself: !Equals [!Ref A, !Ref A]}
      """
    let result = try evaluate(head, value: "[!If [Same, s, '-'], !If [Itself, i, '-']]")
    #expect(
      result.assumptions == ["!Equals [!Ref A, !Ref B] is 'true'", "!Equals [!Ref A, !Ref B] is 'false'"])
    #expect(result.property("Value", of: "Probe") == ["[s, i]", "[-, i]"])
  }

  @Test(arguments: [
    ("!Equals [!Sub 'x-${Stage}', x-prod]", ["Stage is 'prod'", "Stage is not 'prod'"]),
    ("!Equals [!Join ['', [!Ref Stage, '']], '']", ["Stage is empty", "Stage is not empty"]),
    ("!Equals [!Sub 'x-${Stage}', y-prod]", [""]),
    (
      "!Equals [!Sub '${Stage}-${Stage}', '']",
      [
        "!Equals [\"${!Ref Stage}-${!Ref Stage}\", \"\"] is 'true'",
        "!Equals [\"${!Ref Stage}-${!Ref Stage}\", \"\"] is 'false'",
      ]
    ),
  ])
  func seesThroughLiteralsAroundAParameter(condition: String, expected: [String]) throws {
    #expect(
      try evaluate(stage + "Conditions: {C: \(condition)}", value: "!If [C, a, b]").assumptions == expected)
  }

  @Test func decidesHiddenParametersWithoutShowingThem() throws {
    let head = """
      Parameters: {Password: {Type: String, NoEcho: true, Default: hunter2}}
      Conditions:
        Empty: !Equals [!Ref Password, '']
        Odd: !Equals [!Ref Password, !Ref AWS::Region]
      """
    let result = try evaluate(head, value: "[!If [Empty, a, b], !If [Odd, a, b]]")
    #expect(result.property("Value", of: "Probe") == ["[b, a]", "[b, b]"])
    let shown = result.assumptions.joined() + result.messages.joined()
    #expect(!shown.contains("hunter2"))
  }

  @Test func survivesConditionsThatDependOnThemselves() throws {
    let head = "Conditions: {A: !Not [!Condition B], B: !Condition A}"
    let result = try evaluate(head, value: "!If [A, a, b]")
    #expect(result.assumptions == ["condition A is 'true'", "condition A is 'false'"])
    #expect(result.messages == ["The condition 'A' depends on itself."])
  }

  @Test func asksForConditionsThatDoNotExist() throws {
    let result = try evaluate("", value: "!If [Nope, a, b]")
    #expect(result.assumptions == ["condition Nope is 'true'", "condition Nope is 'false'"])
    #expect(result.messages == ["The template has no condition 'Nope'."])
  }

  // MARK: - Too many combinations

  /// A template with one two-valued condition per parameter.
  private func switches(_ count: Int) -> (head: String, value: String) {
    let names = (1...count).map { "P\($0)" }
    let parameters = names.map { "  \($0): {Type: String}" }.joined(separator: "\n")
    let conditions = names.map { "  C\($0): !Equals [!Ref \($0), 'on']" }.joined(separator: "\n")
    let value = "[" + names.map { "!If [C\($0), a, b]" }.joined(separator: ", ") + "]"
    return ("Parameters:\n\(parameters)\nConditions:\n\(conditions)", value)
  }

  @Test func exploresEveryCombinationUpToTheLimit() throws {
    let (head, value) = switches(5)
    let result = try evaluate(head, value: value)
    #expect(result.scenarios.count == 32)
    #expect(Set(result.property("Value", of: "Probe")).count == 32)
    #expect(result.problems.isEmpty)
  }

  @Test func coversEveryValueAndPairBeyondTheLimit() throws {
    let (head, value) = switches(6)
    let result = try evaluate(head, value: value)
    #expect(
      result.messages == [
        "The template's open conditions allow 64 combinations, of which \(result.scenarios.count) were explored."
      ])
    let values = result.scenarios.map { $0.scenario.assumptions.map { $0.value ?? "" } }
    #expect(values.count <= 32)
    #expect(values.first == Array(repeating: "on", count: 6))
    for (first, second) in (0..<6).flatMap({ first in (0..<first).map { (first, $0) } }) {
      #expect(Set(values.map { [$0[first], $0[second]] }).count == 4)
    }
  }

  @Test func coversEveryValueOfAHundredVariables() throws {
    let (head, value) = switches(100)
    let result = try evaluate(head, value: value)
    #expect(result.scenarios.count == 32)
    #expect(result.messages.count == 1 && result.messages[0].contains("very many combinations"))
    for variable in 0..<100 {
      #expect(Set(result.scenarios.map { $0.scenario.assumptions[variable].value }).count == 2)
    }
  }

  @Test(arguments: [(4, 4, 16), (3, 8, 32), (5, 2, 1)])
  func staysWithinItsLimit(sizes: Int, each: Int, limit: Int) {
    let selection = ScenarioSelection.select(sizes: Array(repeating: each, count: sizes), limit: limit)
    #expect(selection.choices.count <= limit)
    #expect(Set(selection.choices).count == selection.choices.count)
    #expect(selection.choices.allSatisfy { $0.allSatisfy { $0 < each } })
    if limit >= each {
      for variable in 0..<sizes { #expect(Set(selection.choices.map { $0[variable] }).count == each) }
    }
  }

  @Test func readsAHugeTemplateUnderFewerAssumptions() throws {
    var limits = EvaluationLimits.standard
    limits.evaluatedInAll = 100
    let (head, value) = switches(5)
    let result = try evaluate(head, value: value, limits: limits)
    #expect(result.scenarios.count < 32)
    #expect(result.messages.count == 1 && result.messages[0].contains("allow 32 combinations"))
  }

  @Test func isTheSameEveryTime() throws {
    let (head, value) = switches(7)
    let first = try evaluate(head, value: value)
    let second = try evaluate(head, value: value)
    #expect(first.assumptions == second.assumptions)
  }
}
