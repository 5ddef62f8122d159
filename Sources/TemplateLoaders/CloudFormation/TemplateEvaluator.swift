internal import ApplicationModel
package import Documents
internal import FindingModel

/// Evaluates a CloudFormation template, with its nested stacks, under every set of assumptions that matters.
///
/// Conditions that parameters without value, pseudo parameters or other open values leave undecided become
/// variables: a value with the constants it is compared with, or a comparison as a whole. Only conditions
/// that an `Fn::If`, a resource or an output uses count. A nested stack has no variables of its own where
/// its parameters come from the parent: `Ref` there is the parent's text, so one assumption decides both.
/// What is open only inside a nested stack is named with the stack, `Orders/Stage`.
///
/// Variables are found by evaluating: first without assumptions, where an undecided `Fn::If` looks at both
/// sides; then under each scenario, which may decide a nested stack's parameters and so bring up conditions
/// not met before. That ends when a round finds nothing new.
package struct TemplateEvaluator {
  package struct Result: Sendable {
    /// One without assumptions if everything is decided; never empty.
    package var scenarios: [EvaluatedTemplate]
    package var problems: [TemplateProblem]
  }

  /// Rounds after which what is still undecided is left open; each level of nesting needs one at most.
  private static let rounds = 12

  private let root: TemplateIndex
  private let library: TemplateLibrary
  private let given: [String: Resolved]
  private let limits: EvaluationLimits
  private var variables = ScenarioVariables()

  /// - Parameters:
  ///   - template: Plain CloudFormation; `Fn::ForEach` and local `AWS::Include` may still be in it.
  ///   - path: Path of the template, relative to the scanned root.
  ///   - parameters: Given by the user, by name.
  ///   - expandNested: Called for a nested template before evaluation; the caller applies the SAM transform.
  package static func evaluate(
    _ template: Node, path: String, parameters: [String: Node], files: any TemplateFiles,
    limits: EvaluationLimits = .standard,
    expandNested: @escaping (Node, _ parameters: [String: Node], _ path: String) -> Expansion
  ) -> Result {
    let library = TemplateLibrary(files: files, limits: limits, expandNested: expandNested)
    let given = parameters.mapValues(Resolved.init(literal:))
    let root = library.index(template, path: path, given: given, isNested: false)
    var evaluator = TemplateEvaluator(root: root, library: library, given: given, limits: limits)
    return evaluator.explore()
  }

  private init(
    root: TemplateIndex, library: TemplateLibrary, given: [String: Resolved], limits: EvaluationLimits
  ) {
    self.root = root
    self.library = library
    self.given = given
    self.limits = limits
  }

  private mutating func explore() -> Result {
    var limit = limits.scenarios
    for round in 0..<Self.rounds {
      let domains = variables.domains
      let selection = ScenarioSelection.select(sizes: domains.map(\.count), limit: limit)
      let outcomes = selection.choices.map { evaluate(variables.scenario($0, of: domains)) }
      let cost = outcomes.map(\.session.evaluated).max() ?? 1
      let isNews = outcomes.flatMap(\.session.uses).reduce(false) { variables.record($1) || $0 }
      if !isNews || round == Self.rounds - 1 { return result(of: outcomes, selection, isOpen: isNews) }
      limit = max(1, min(limits.scenarios, limits.evaluatedInAll / max(1, cost)))
    }
    return result(
      of: [evaluate(Scenario())], ScenarioSelection.Selection(choices: [[]], total: 1), isOpen: true)
  }

  private struct Outcome {
    var template: EvaluatedTemplate
    let session: EvaluationSession
  }

  private func evaluate(_ scenario: Scenario) -> Outcome {
    let assumptions = Dictionary(
      scenario.assumptions.map {
        ($0.variable, EvaluationSession.Assumed(value: $0.value, constants: Set($0.others)))
      }, uniquingKeysWith: { first, _ in first })
    let session = EvaluationSession(limits: limits, library: library, assumptions: assumptions)
    var template = EvaluatedTemplate(
      scenario: scenario, resources: [], parameters: [], outputs: [], unresolved: [])
    StackEvaluation(session: session, index: root, given: given).collect(into: &template)
    template.unresolved = session.unresolved.sorted {
      ($0.location, $0.expression) < ($1.location, $1.expression)
    }
    return Outcome(template: template, session: session)
  }

  private func result(
    of outcomes: [Outcome], _ selection: ScenarioSelection.Selection, isOpen: Bool
  ) -> Result {
    var problems = ProblemList()
    problems.limit = limits.problems
    if !selection.isComplete {
      let total = selection.total == Int.max ? "very many" : String(selection.total)
      problems.add(
        TemplateProblem(
          at: root.location,
          "The template's open conditions allow \(total) combinations, of which \(selection.choices.count) "
            + "were explored.", isError: false))
    }
    if isOpen {
      problems.add(
        TemplateProblem(
          at: root.location,
          "Conditions of nested stacks were still undecided after \(Self.rounds) rounds."))
    }
    for problem in outcomes.flatMap(\.session.problems.problems) { problems.add(problem) }
    return Result(scenarios: outcomes.map(\.template), problems: problems.problems)
  }
}

extension Resolved {
  /// A value that a user gives: a text or a list of texts.
  init(literal node: Node) {
    let content: Content =
      node.isSequence
      ? .list(node.elements.map(Resolved.init(literal:)))
      : .text(Text(node.text ?? ""))
    self.init(content, at: node.location, isImplied: node.isImplied)
  }
}
