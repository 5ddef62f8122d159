internal import ApplicationModel
internal import Documents
internal import FindingModel

/// The functions of the template language, one method each.
extension StackEvaluation {
  func evaluate(_ call: (name: String, argument: Node), of node: Node) -> Resolved? {
    let argument = call.argument
    switch call.name {
    case "Ref": return ref(argument, node)
    case "Fn::GetAtt": return attribute(argument, node)
    case "Fn::Sub": return substitute(argument, node)
    case "Fn::Join": return join(argument, node)
    case "Fn::Select": return select(argument, node)
    case "Fn::Split": return split(argument, node)
    case "Fn::FindInMap": return findInMap(argument, node)
    case "Fn::If": return choose(argument, node)
    case "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals": return truthValue(node)
    case "Fn::Base64": return base64(argument, node)
    case "Fn::Cidr": return cidr(argument, node)
    case "Fn::GetAZs": return zones(argument, node)
    case "Fn::ImportValue": return importValue(argument, node)
    case "Fn::Length": return length(argument, node)
    case "Fn::ToJsonString": return jsonString(argument, node)
    case UnresolvedMarker.key: return marker(argument, node)
    default: return unresolved(node)
    }
  }

  // MARK: - References

  private static let pseudoParameters: Set<String> = [
    "AWS::AccountId", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId",
    "AWS::StackName", "AWS::URLSuffix",
  ]

  private func ref(_ argument: Node, _ node: Node) -> Resolved? {
    guard let name = argument.text else { return wrong("'Ref' needs a name.", node) }
    return ref(name, node)
  }

  private func ref(_ name: String, _ node: Node) -> Resolved? {
    if name == "AWS::NoValue" { return nil }
    if Self.pseudoParameters.contains(name) {
      let expression = Expression(name, origin: .pseudoParameter(name))
      return name == "AWS::NotificationARNs"
        ? unresolved(expression, node) : resolved(.text(open(expression, at: node.location)), node)
    }
    if let parameter = index.parameters[name] { return ref(parameter, node) }
    if index.resources[name] != nil {
      return resolved(.text(Text([.reference(ResourceReference(prefix + name))])), node)
    }
    if index.unreadResources.contains(name) { return unresolved(node) }
    return wrong("'\(ExpressionText.shortened(name))' is neither a parameter nor a resource.", node)
  }

  private func ref(_ parameter: ParameterDeclaration, _ node: Node) -> Resolved {
    if parameter.isHidden, !revealsHidden {
      // Not recorded: the value may be known, and a hidden one is nothing to ask the user for.
      return resolved(.text(Text([.open(expression(of: parameter))])), node)
    }
    let value = value(of: parameter)
    switch value.content {
    case .unresolved(let expression):
      guard !parameter.isList else { return unresolved(expression, node) }
      return resolved(.text(open(expression, at: node.location)), node)
    case .list(let elements):
      guard session.charge(values: elements.count, at: node.location) else { return unresolved(node) }
      return resolved(value.content, node)
    case .text(let text):
      guard session.charge(textBytes: TextPieces.size(of: text), at: node.location) else {
        return unresolved(node)
      }
      return resolved(value.content, node)
    case .null, .map: return resolved(value.content, node)
    }
  }

  private func attribute(_ argument: Node, _ node: Node) -> Resolved {
    if let path = argument.text, let dot = path.firstIndex(of: ".") {
      return attribute(String(path[path.index(after: dot)...]), of: String(path[..<dot]), node)
    }
    // With the language extensions the name may be computed, as loops do.
    guard argument.elements.count >= 2,
      let name = argument.elements[0].text ?? evaluate(argument.elements[0]).flatMap(text)?.literal
    else {
      return wrong("'Fn::GetAtt' needs a resource and an attribute.", node)
    }
    let attributes = argument.elements.dropFirst().map { evaluate($0).flatMap(text) ?? Text("") }
    return attribute(attributes.map(\.pattern).joined(separator: "."), of: name, node)
  }

  private func attribute(_ attribute: String, of name: String, _ node: Node) -> Resolved {
    guard let resource = index.resources[name] else {
      if index.unreadResources.contains(name) { return unresolved(node) }
      return wrong("'\(ExpressionText.shortened(name))' is no resource of the template.", node)
    }
    if resource.isStack, attribute.hasPrefix("Outputs."),
      let output = output(String(attribute.dropFirst("Outputs.".count)), of: resource, node)
    {
      return output
    }
    let reference = ResourceReference(prefix + name, attribute: attribute)
    return resolved(.text(Text([.reference(reference)])), node)
  }

  private func importValue(_ argument: Node, _ node: Node) -> Resolved {
    guard let value = evaluate(argument), let name = text(of: value) else {
      return wrong("'Fn::ImportValue' needs a name.", node)
    }
    let expression = Expression(ExpressionText.of(node), origin: .otherStack(name.pattern))
    return resolved(.text(open(expression, at: node.location)), node)
  }

  private func marker(_ argument: Node, _ node: Node) -> Resolved {
    let expression = UnresolvedMarker.expression(of: argument)
    switch expression.origin {
    case .dynamicReference, .otherStack, .pseudoParameter:
      return resolved(.text(open(expression, at: node.location)), node)
    // Options, environment and files may hold any value, not only a text.
    case .parameter, .attribute, .other: return unresolved(expression, node)
    }
  }

  // MARK: - Texts

  /// A text that a function made, unless texts have grown beyond the bound.
  func made(_ text: Text, _ node: Node) -> Resolved {
    guard session.charge(textBytes: TextPieces.size(of: text), at: node.location) else {
      return unresolved(node)
    }
    return resolved(.text(text), node)
  }

  private func substitute(_ argument: Node, _ node: Node) -> Resolved {
    // What a transform writes is known in the account only.
    if argument["Fn::Transform"] != nil { return unresolved(node) }
    let elements = argument.elements
    guard let template = argument.text ?? (elements.count == 2 ? elements[0].text : nil) else {
      return wrong("'Fn::Sub' needs a text, or a text and a map.", node)
    }
    let variables = elements.count == 2 ? elements[1] : nil
    if let variables, !variables.isMapping {
      return wrong("The variables of 'Fn::Sub' must be a map.", node)
    }
    let nodes = Dictionary(variables?.entries.map { ($0.key, $0.value) } ?? [], uniquingKeysWith: { $1 })
    var values: [String: Text] = [:]
    var parts: [Text.Part] = []
    for piece in Substitution.pieces(of: template) {
      switch piece {
      case .literal(let literal): parts.append(.literal(literal))
      case .variable(let name):
        let value = values[name] ?? self.value(ofVariable: name, nodes, node)
        values[name] = value
        guard session.charge(textBytes: TextPieces.size(of: value), at: node.location) else {
          return unresolved(node)
        }
        parts += value.parts
      }
    }
    return made(DynamicReferences.open(in: Text(parts)), node)
  }

  private func value(ofVariable name: String, _ nodes: [String: Node], _ node: Node) -> Text {
    let value: Resolved?
    if let given = nodes[name] {
      value = evaluate(given)
    } else if let dot = name.firstIndex(of: ".") {
      let parts = (String(name[..<dot]), String(name[name.index(after: dot)...]))
      value = attribute(parts.1, of: parts.0, .attribute(parts.1, of: parts.0, at: node.location))
    } else {
      value = ref(name, .ref(name, at: node.location))
    }
    guard let value else { return Text("") }
    if let text = text(of: value) { return text }
    remark("The variable '\(ExpressionText.shortened(name))' of 'Fn::Sub' is no text.", node)
    return Text([.open(Expression(ExpressionText.shortened(name)))])
  }

  private func join(_ argument: Node, _ node: Node) -> Resolved {
    guard argument.elements.count == 2, let delimiter = argument.elements[0].text,
      let list = evaluate(argument.elements[1])
    else { return wrong("'Fn::Join' needs a delimiter and a list.", node) }
    switch list.content {
    case .unresolved(let expression): return asText(unresolved(node, because: expression))
    // A list that only deployment knows, such as the name servers of a zone: at least it is not lost whose.
    case .text(let text): return made(text, node)
    case .null, .map: return wrong("'Fn::Join' needs a list.", node)
    case .list(let elements):
      var parts: [Text.Part] = []
      for (position, element) in elements.enumerated() {
        guard let text = text(of: element) else { return wrong("'Fn::Join' joins only texts.", node) }
        let size = delimiter.utf8.count + TextPieces.size(of: text)
        guard session.charge(textBytes: size, at: node.location) else { return unresolved(node) }
        if position > 0 { parts.append(.literal(delimiter)) }
        parts += text.parts
      }
      var joined = resolved(.text(DynamicReferences.open(in: Text(parts))), node)
      if delimiter == "\n" { joined.lines = elements.map(\.location) }
      return joined
    }
  }

  /// The text itself: what is inside matters, and encoded text with open parts could not be told at all.
  private func base64(_ argument: Node, _ node: Node) -> Resolved {
    guard let value = evaluate(argument) else { return wrong("'Fn::Base64' needs a text.", node) }
    switch value.content {
    case .text(let text): return resolved(.text(text), node)
    case .unresolved(let expression): return asText(unresolved(node, because: expression))
    case .null, .list, .map: return wrong("'Fn::Base64' needs a text.", node)
    }
  }

  private func jsonString(_ argument: Node, _ node: Node) -> Resolved {
    guard argument.scalar == nil, let value = evaluate(argument) else {
      return wrong("'Fn::ToJsonString' needs a map or a list.", node)
    }
    if case .unresolved(let expression) = value.content {
      return asText(unresolved(node, because: expression))
    }
    return made(JSONText.of(value), node)
  }

  /// An open value that is surely a text.
  private func asText(_ value: Resolved) -> Resolved {
    guard case .unresolved(let expression) = value.content else { return value }
    return Resolved(.text(Text([.open(expression)])), at: value.location, isImplied: value.isImplied)
  }
}
