internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Evaluates one stack, the root or a nested one, under the assumptions of a session.
final class StackEvaluation {
  let session: EvaluationSession
  let index: TemplateIndex
  /// Empty for the root, `Orders/` for the nested stack `Orders`.
  let prefix: String
  /// Paths of the templates around this one, outermost first.
  let ancestors: [String]
  private let given: [String: Resolved]

  private var parameterValues: [String: Resolved] = [:]
  var conditions: [String: ConditionState] = [:]
  var recordedConditions: Set<String> = []
  var children: [String: Child] = [:]
  var outputs: [String: OutputState] = [:]
  /// While two values are compared to decide a condition, which shows neither of them.
  var revealsHidden = false

  init(
    session: EvaluationSession, index: TemplateIndex, prefix: String = "", ancestors: [String] = [],
    given: [String: Resolved]
  ) {
    self.session = session
    self.index = index
    self.prefix = prefix
    self.ancestors = ancestors
    self.given = given
  }

  // MARK: - Values

  /// - Returns: `nil` for `AWS::NoValue`, which takes its key or list position with it.
  func evaluate(_ node: Node) -> Resolved? {
    guard session.enter(at: node.location) else {
      session.leave()
      return unresolved(node)
    }
    defer { session.leave() }
    switch node.content {
    case .scalar(let scalar):
      return resolved(scalar.kind == .null ? .null : .text(plain(scalar.text)), node)
    case .sequence(let elements):
      return resolved(.list(elements.compactMap(evaluate)), node)
    case .mapping(let entries):
      if let call = node.intrinsic, call.name != "Condition" { return evaluate(call, of: node) }
      return resolved(.map(evaluate(entries)), node)
    }
  }

  private func evaluate(_ entries: [Entry]) -> [ResolvedEntry] {
    entries.compactMap { entry in
      if entry.key.hasPrefix("Fn::") {
        remark("'\(ExpressionText.shortened(entry.key))' cannot stand beside other keys.", entry.value)
      }
      return evaluate(entry.value).map { ResolvedEntry(entry.key, at: entry.keyLocation, $0) }
    }
  }

  private func plain(_ text: String) -> Text { DynamicReferences.open(in: Text(text)) }

  func resolved(_ content: Resolved.Content, _ node: Node) -> Resolved {
    Resolved(content, at: node.location, isImplied: node.isImplied)
  }

  // MARK: - What stays open

  func remark(_ message: String, _ node: Node) {
    session.add(TemplateProblem(at: node.location, message, isError: false))
  }

  /// A value nobody can tell, with a remark why.
  func wrong(_ message: String, _ node: Node) -> Resolved {
    remark(message, node)
    return unresolved(node)
  }

  func unresolved(_ node: Node, origin: Expression.Origin = .other) -> Resolved {
    unresolved(Expression(ExpressionText.of(node), origin: origin), node)
  }

  /// A value that is open because one inside it is.
  func unresolved(_ node: Node, because inner: Expression) -> Resolved {
    inner.isPending ? resolved(.unresolved(inner), node) : unresolved(node, origin: inner.origin)
  }

  func unresolved(_ expression: Expression, _ node: Node) -> Resolved {
    if let assumed = session.assumptions[expression.variableName]?.value {
      return resolved(.text(Text(assumed)), node)
    }
    session.record(expression, at: node.location)
    return resolved(.unresolved(expression), node)
  }

  /// A text nobody can tell, unless the scenario assumes it.
  func open(_ expression: Expression, at place: SourceLocation) -> Text {
    if let assumed = session.assumptions[expression.variableName]?.value { return Text(assumed) }
    session.record(expression, at: place)
    return Text([.open(expression)])
  }

  // MARK: - Texts

  /// - Returns: `nil` for a map, which is no text; a list is joined by commas, as its parameter was split.
  func text(of value: Resolved) -> Text? {
    switch value.content {
    case .null: return Text("")
    case .text(let text): return text
    case .unresolved(let expression): return Text([.open(expression)])
    case .map: return nil
    case .list(let elements):
      var parts: [Text.Part] = []
      for element in elements {
        guard case .text(let text) = element.content else { return nil }
        if !parts.isEmpty { parts.append(.literal(",")) }
        parts += text.parts
      }
      return Text(parts)
    }
  }

  // MARK: - Parameters

  /// The value of a declared parameter, given, default or open; computed once.
  func value(of parameter: ParameterDeclaration) -> Resolved {
    if let known = parameterValues[parameter.name] { return known }
    let value = typed(given[parameter.name] ?? defaultValue(of: parameter), parameter)
    parameterValues[parameter.name] = value
    return value
  }

  func expression(of parameter: ParameterDeclaration) -> Expression {
    let name = prefix + parameter.name
    if let allowed = parameter.allowed { session.allowedValues[name] = allowed }
    return Expression("!Ref " + parameter.name, origin: .parameter(name))
  }

  private func defaultValue(of parameter: ParameterDeclaration) -> Resolved? {
    guard let node = parameter.defaultValue else { return nil }
    if let text = node.text { return resolved(.text(plain(text)), node) }
    // A list is no default CloudFormation takes, but what is meant is plain.
    if node.isSequence, node.elements.allSatisfy({ $0.text != nil }) { return evaluate(node) }
    if !node.isNull { remark("The default of '\(parameter.name)' must be a text.", node) }
    return nil
  }

  private func typed(_ value: Resolved?, _ parameter: ParameterDeclaration) -> Resolved {
    guard let value, let text = text(of: value) else {
      return Resolved(.unresolved(expression(of: parameter)), at: parameter.location)
    }
    func with(_ content: Resolved.Content) -> Resolved {
      Resolved(content, at: value.location, isImplied: value.isImplied)
    }
    if parameter.isStoreName {
      let key = text.pattern
      let reference = Expression(
        "!Ref " + parameter.name, origin: .dynamicReference(service: "ssm", key: key))
      return with(.text(Text([.open(reference)])))
    }
    guard parameter.isList else { return with(.text(text)) }
    if case .unresolved = value.content { return value }
    if case .list = value.content { return value }
    if let only = text.expressions.first, text.parts.count == 1 { return with(.unresolved(only)) }
    let pieces = TextPieces.split(text, by: ",").map { TextPieces.trimmed($0) }
    return with(.list(pieces.map { with(.text($0)) }))
  }
}
