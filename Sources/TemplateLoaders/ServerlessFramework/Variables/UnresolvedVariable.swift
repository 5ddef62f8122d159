internal import Documents
internal import FindingModel

/// The form in which a variable stays in the template when its value comes from outside the files.
enum UnresolvedVariable {
  static let key = "Fn::Parapet::Unresolved"

  /// - Parameters:
  ///   - kind: The variable's type: `ssm`, `cf`, `s3`, `env`, `file`, `opt`, `param`, …
  ///   - expression: As written, `${ssm:/path}`.
  static func node(kind: String, expression: String, at place: SourceLocation) -> Node {
    let argument = Node.mapping(
      [
        ("kind", .string(kind, at: place, isImplied: false)),
        ("expression", .string(expression, at: place, isImplied: false)),
      ], at: place, isImplied: false)
    return .mapping([(key, argument)], at: place, isImplied: false)
  }

  /// The kind of an unresolved variable, `nil` for any other node.
  static func kind(of node: Node) -> String? {
    guard case .mapping(let entries) = node.content, entries.count == 1, entries[0].key == key else {
      return nil
    }
    return entries[0].value["kind"]?.text ?? "self"
  }
}
