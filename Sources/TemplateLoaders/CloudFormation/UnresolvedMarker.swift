internal import ApplicationModel
internal import Documents

/// What another loader leaves where only it knows the language: `{Fn::Parapet::Unresolved: {kind, expression}}`.
enum UnresolvedMarker {
  static let key = "Fn::Parapet::Unresolved"

  static func expression(of argument: Node) -> Expression {
    let written = argument["expression"]?.text ?? ExpressionText.of(argument)
    let kind = argument["kind"]?.text ?? ""
    return Expression(ExpressionText.shortened(written), origin: origin(kind: kind, address(in: written)))
  }

  private static func origin(kind: String, _ address: String) -> Expression.Origin {
    switch kind {
    case "ssm":
      // The Parameter Store reads Secrets Manager through this prefix.
      let bridge = "/aws/reference/secretsmanager/"
      return address.hasPrefix(bridge)
        ? .dynamicReference(service: "secretsmanager", key: String(address.dropFirst(bridge.count)))
        : .dynamicReference(service: "ssm", key: address)
    case "secretsmanager": return .dynamicReference(service: kind, key: address)
    case "cf", "output": return .otherStack(address)
    case "env", "opt", "param", "sls", "self": return .parameter("\(kind):\(address)")
    case "aws": return .pseudoParameter(address)
    default: return .other
    }
  }

  /// `/path` of `${ssm(eu-west-1):/path~true, 'fallback'}`.
  private static func address(in written: String) -> String {
    var text = written[...]
    if text.hasPrefix("${") { text = text.dropFirst(2) }
    if text.hasSuffix("}") { text = text.dropLast() }
    if let comma = text.firstIndex(of: ",") { text = text[..<comma] }
    if let colon = text.firstIndex(of: ":") { text = text[text.index(after: colon)...] }
    if let tilde = text.lastIndex(of: "~") { text = text[..<tilde] }
    return text.trimmingSpaces()
  }
}

extension StringProtocol {
  func trimmingSpaces() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
