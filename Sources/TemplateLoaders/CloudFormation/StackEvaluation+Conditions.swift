internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Whether a condition holds under the assumptions, or what it hangs on.
enum Truth {
  case decided(Bool)
  case open(Openness)

  struct Openness {
    var uses: [ScenarioVariables.Use] = []
    /// Conditions of the same template it refers to: their uses are theirs, so that nothing is copied.
    var conditions: [String] = []
  }
}

enum ConditionState {
  case inProgress
  case known(Truth)
}

extension StackEvaluation {
  // MARK: - Uses

  func choose(_ argument: Node, _ node: Node) -> Resolved? {
    guard argument.elements.count == 3 else {
      return wrong("'Fn::If' needs a condition and two values.", node)
    }
    let condition = argument.elements[0]
    switch decide(condition) {
    case true: return evaluate(argument.elements[1])
    case false: return evaluate(argument.elements[2])
    case nil:
      // Both sides may hold conditions of their own that the scenarios have to know of.
      _ = evaluate(argument.elements[1])
      _ = evaluate(argument.elements[2])
      return resolved(.unresolved(.pending), node)
    }
  }

  /// A formula where a value stands.
  func truthValue(_ node: Node) -> Resolved {
    guard let value = decide(node) else { return resolved(.unresolved(.pending), node) }
    return resolved(.text(Text(value ? "true" : "false")), node)
  }

  /// - Parameter condition: A condition's name, or a formula.
  /// - Returns: `nil` if the scenarios have yet to decide it; what they need to know is recorded.
  func decide(_ condition: Node) -> Bool? {
    let outcome = session.insideCondition {
      condition.scalar?.kind == .string ? named(condition.text ?? "", condition) : truth(of: condition)
    }
    switch outcome {
    case .decided(let value): return value
    case .open(let openness):
      record(openness)
      return nil
    }
  }

  private func record(_ openness: Truth.Openness) {
    openness.uses.forEach(session.record)
    var waiting = Array(openness.conditions.reversed())
    while let name = waiting.popLast() {
      guard recordedConditions.insert(name).inserted, case .known(.open(let inner)) = conditions[name] else {
        continue
      }
      inner.uses.forEach(session.record)
      waiting += inner.conditions.reversed()
    }
  }

  // MARK: - Formulas

  private func named(_ name: String, _ node: Node) -> Truth {
    switch conditions[name] {
    case .known(.decided(let value)): return .decided(value)
    case .known(.open): return .open(Truth.Openness(conditions: [name]))
    case .inProgress:
      remark("The condition '\(ExpressionText.shortened(name))' depends on itself.", node)
      return comparison("condition " + ExpressionText.shortened(name))
    case nil: break
    }
    guard let formula = index.conditions[name] else {
      remark("The template has no condition '\(ExpressionText.shortened(name))'.", node)
      return comparison("condition " + ExpressionText.shortened(name))
    }
    conditions[name] = .inProgress
    let outcome = truth(of: formula)
    conditions[name] = .known(outcome)
    if case .open = outcome { return .open(Truth.Openness(conditions: [name])) }
    return outcome
  }

  private func truth(of node: Node) -> Truth {
    guard session.enter(at: node.location) else {
      session.leave()
      return comparison(ExpressionText.of(node))
    }
    defer { session.leave() }
    if let value = node.boolean { return .decided(value) }
    guard let call = node.intrinsic else { return malformed(node) }
    let operands = call.argument.elements
    switch call.name {
    case "Condition":
      guard let name = call.argument.text else { return malformed(node) }
      return named(name, node)
    case "Fn::Equals" where operands.count == 2: return equals(operands[0], operands[1])
    case "Fn::Not" where operands.count == 1: return negated(truth(of: operands[0]))
    case "Fn::And" where !operands.isEmpty: return combined(operands, unless: false)
    case "Fn::Or" where !operands.isEmpty: return combined(operands, unless: true)
    case UnresolvedMarker.key, "Fn::Transform": return comparison(ExpressionText.of(node))
    default: return malformed(node)
    }
  }

  private func malformed(_ node: Node) -> Truth {
    remark("'\(ExpressionText.of(node))' is no condition.", node)
    return comparison(ExpressionText.of(node))
  }

  private func negated(_ truth: Truth) -> Truth {
    if case .decided(let value) = truth { .decided(!value) } else { truth }
  }

  /// `Fn::And` and `Fn::Or`: one operand that equals `absorbing` decides, however open the others are.
  private func combined(_ operands: [Node], unless absorbing: Bool) -> Truth {
    var openness = Truth.Openness()
    var isOpen = false
    for operand in operands {
      switch truth(of: operand) {
      case .decided(absorbing): return .decided(absorbing)
      case .decided: continue
      case .open(let inner):
        isOpen = true
        openness.uses += inner.uses
        openness.conditions += inner.conditions
      }
    }
    return isOpen ? .open(openness) : .decided(!absorbing)
  }

  // MARK: - Comparisons

  private func equals(_ left: Node, _ right: Node) -> Truth {
    // A hidden value may decide, but must not become the constant of a scenario, which is printed.
    let revealed = revealing(true) { (compared(left), compared(right)) }
    if let left = revealed.0.literal, let right = revealed.1.literal { return .decided(left == right) }
    let texts = revealing(false) { (compared(left), compared(right)) }
    let expressions = texts.0.expressions + texts.1.expressions
    // The scenario that decides the value inside will come back here.
    if expressions.contains(where: \.isPending) { return .open(Truth.Openness()) }
    if texts.0 == texts.1, !expressions.contains(where: { $0.origin == .other }) { return .decided(true) }
    if let constant = texts.1.literal { return equals(texts.0, constant) }
    if let constant = texts.0.literal { return equals(texts.1, constant) }
    return comparison("!Equals [\(shown(texts.0)), \(shown(texts.1))]")
  }

  func revealing<Result>(_ isRevealing: Bool, _ body: () -> Result) -> Result {
    let before = revealsHidden
    revealsHidden = isRevealing
    defer { revealsHidden = before }
    return body()
  }

  private func compared(_ node: Node) -> Text {
    guard let value = evaluate(node) else { return Text("") }
    return text(of: value) ?? Text([.open(Expression(ExpressionText.of(node)))])
  }

  private func shown(_ text: Text) -> String {
    if text.parts.count == 1, let expression = text.expressions.first { return expression.text }
    return "\"" + ExpressionText.shortened(text.pattern) + "\""
  }

  /// Compares an open text with a constant by what its one open part must then be.
  private func equals(_ text: Text, _ constant: String) -> Truth {
    var rest = constant[...]
    var parts = text.parts[...]
    if case .literal(let start) = parts.first {
      guard rest.hasPrefix(start) else { return .decided(false) }
      rest = rest.dropFirst(start.count)
      parts = parts.dropFirst()
    }
    if case .literal(let end) = parts.last {
      guard rest.hasSuffix(end) else { return .decided(false) }
      rest = rest.dropLast(end.count)
      parts = parts.dropLast()
    }
    guard parts.count == 1, case .open(let expression) = parts.first else {
      return comparison("!Equals [\(shown(text)), \"\(ExpressionText.shortened(constant))\"]")
    }
    return equals(expression, String(rest))
  }

  private func equals(_ expression: Expression, _ constant: String) -> Truth {
    let name = expression.variableName
    if let assumed = session.assumptions[name] {
      if let value = assumed.value { return .decided(value == constant) }
      if assumed.constants.contains(constant) { return .decided(false) }
    }
    let allowed = session.allowedValues[name]
    if let allowed, !allowed.contains(constant) { return .decided(false) }
    if let allowed, allowed.allSatisfy({ $0 == constant }) { return .decided(true) }
    let use = ScenarioVariables.Use(name: name, constant: constant, allowed: allowed)
    return .open(Truth.Openness(uses: [use]))
  }

  /// A formula that is assumed as a whole.
  private func comparison(_ written: String) -> Truth {
    let name = prefix.isEmpty || written.hasPrefix("!Equals") ? written : prefix + written
    if let assumed = session.assumptions[name]?.value { return .decided(assumed == "true") }
    return .open(Truth.Openness(uses: [ScenarioVariables.Use(name: name, constant: nil, allowed: nil)]))
  }
}
