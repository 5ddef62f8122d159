/// Turns `!Ref`, `!GetAtt`, `!Sub` and their like into the long form.
enum ShortForms {
  static func expand(_ node: Node, tag: String?) -> Node {
    guard let tag, tag.hasPrefix("!"), tag.count > 1 else { return node }
    let name = String(tag.dropFirst())
    switch name {
    case "Ref", "Condition":
      return wrap(node, in: name)
    case "GetAtt":
      return wrap(attributePath(node), in: "Fn::GetAtt")
    default:
      // A tag we do not know may be the next intrinsic: kept, so that evaluation can say it is unresolved.
      return wrap(node, in: "Fn::" + name)
    }
  }

  private static func wrap(_ node: Node, in key: String) -> Node {
    Node(.mapping([Entry(key, at: node.location, node)]), at: node.location)
  }

  /// `Table.Arn` names the resource before the first dot, and its attribute after it.
  private static func attributePath(_ node: Node) -> Node {
    guard let text = node.text, let dot = text.firstIndex(of: ".") else { return node }
    let parts = [text[..<dot], text[text.index(after: dot)...]]
    let nodes = parts.map { Node.string(String($0), at: node.location, isImplied: false) }
    return Node(.sequence(nodes), at: node.location)
  }
}
