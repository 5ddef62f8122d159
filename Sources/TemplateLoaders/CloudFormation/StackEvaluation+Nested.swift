internal import ApplicationModel
internal import Documents
internal import FindingModel

/// A nested stack as its parent knows it.
enum Child {
  /// Being made: whoever asks now is part of a cycle.
  case inProgress
  case stack(StackEvaluation)
  /// Elsewhere, unreadable or beyond a bound; why has been said.
  case unknown
}

enum OutputState {
  case inProgress
  case known(Resolved?)
}

extension StackEvaluation {
  /// The stack inside a resource of type `AWS::CloudFormation::Stack`, made when first asked for.
  func child(of resource: ResourceDeclaration) -> StackEvaluation? {
    switch children[resource.id] {
    case .stack(let stack): return stack
    case .unknown, .inProgress: return nil
    case nil: break
    }
    children[resource.id] = .inProgress
    let stack = revealing(false) { makeChild(of: resource) }
    children[resource.id] = stack.map { .stack($0) } ?? .unknown
    return stack
  }

  private func makeChild(of resource: ResourceDeclaration) -> StackEvaluation? {
    guard let node = resource.properties?["TemplateURL"], let url = evaluate(node) else { return nil }
    guard let path = text(of: url)?.literal else {
      if text(of: url)?.expressions.contains(where: \.isPending) != true {
        remark("The nested stack '\(resource.id)' is not read: its template is not known here.", node)
      }
      return nil
    }
    // A path that `aws cloudformation package` replaces; anything with a scheme is elsewhere already.
    guard !path.isEmpty, !path.contains("://") else {
      remark("The nested stack '\(resource.id)' is not read: its template is not a local file.", node)
      return nil
    }
    switch session.library.template(path, from: index.path) {
    case .outside(let reason):
      remark("The nested stack '\(resource.id)' is not read: \(reason).", node)
      return nil
    case .failed(let reason):
      fail("The nested stack '\(resource.id)' is not read: \(reason).", node)
      return nil
    case .read(let template, let path):
      return makeChild(of: resource, template, path: path, at: node)
    }
  }

  private func makeChild(
    of resource: ResourceDeclaration, _ template: Node, path: String, at node: Node
  ) -> StackEvaluation? {
    let around = ancestors + [index.path]
    guard !around.contains(path) else {
      fail("The nested stack '\(resource.id)' includes itself through '\(path)'.", node)
      return nil
    }
    guard around.count <= session.limits.nesting else {
      fail("The nested stack '\(resource.id)' is deeper than the limit of \(session.limits.nesting).", node)
      return nil
    }
    guard session.countTemplate(at: node.location) else { return nil }
    var given: [String: Resolved] = [:]
    if case .map(let entries) = resource.properties?["Parameters"].flatMap(evaluate)?.content {
      for entry in entries { given[entry.key] = entry.value }
    }
    let index = session.library.index(template, path: path, given: given, isNested: true)
    return StackEvaluation(
      session: session, index: index, prefix: prefix + resource.id + "/", ancestors: around, given: given)
  }

  private func fail(_ message: String, _ node: Node) {
    session.add(TemplateProblem(at: node.location, message))
  }

  /// The value of a nested stack's output where the parent asks for it.
  ///
  /// - Returns: `nil` if the stack or the output is not known: a plain reference is all that is left.
  func output(_ name: String, of resource: ResourceDeclaration, _ node: Node) -> Resolved? {
    guard isDeployed(resource) else { return nil }
    if case .inProgress = children[resource.id] {
      remark("The outputs of '\(resource.id)' depend on themselves.", node)
      return nil
    }
    guard let stack = child(of: resource) else { return nil }
    guard let entry = stack.index.outputs[name], let value = entry.value["Value"] else {
      remark("The nested stack '\(resource.id)' has no output '\(ExpressionText.shortened(name))'.", node)
      return nil
    }
    guard var result = stack.output(entry.key, value, askedBy: node) else { return nil }
    if let text = text(of: result) {
      guard session.charge(textBytes: TextPieces.size(of: text), values: 1, at: node.location) else {
        return unresolved(node)
      }
    }
    result.location = node.location
    return result
  }

  private func output(_ name: String, _ value: Node, askedBy node: Node) -> Resolved? {
    switch outputs[name] {
    case .known(let known): return known
    case .inProgress:
      remark("The output '\(ExpressionText.shortened(name))' depends on itself.", node)
      return nil
    case nil: break
    }
    outputs[name] = .inProgress
    let result = evaluate(value)
    outputs[name] = .known(result)
    return result
  }
}
