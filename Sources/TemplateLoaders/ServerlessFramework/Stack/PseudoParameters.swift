internal import Documents

/// `#{AWS::AccountId}`, which the plugin serverless-pseudo-parameters turns into a substitution.
enum PseudoParameters {
  /// The node's depth is bounded where its variables were resolved.
  static func replaced(in node: Node) -> Node {
    if let (name, argument) = node.intrinsic, name == "Fn::Sub", let text = argument.text, text.contains("#{")
    {
      return .mapping(
        [("Fn::Sub", .string(converted(text), at: argument.location, isImplied: false))], at: node.location,
        isImplied: false)
    }
    var copy = node
    switch node.content {
    case .scalar:
      guard let text = node.text, opensReference(text) else { return node }
      let argument = Node.string(converted(text), at: node.location, isImplied: false)
      return .mapping([("Fn::Sub", argument)], at: node.location, isImplied: false)
    case .sequence(let elements): copy.content = .sequence(elements.map(replaced))
    case .mapping(let entries):
      copy.content = .mapping(entries.map { Entry($0.key, at: $0.keyLocation, replaced(in: $0.value)) })
    }
    return copy
  }

  /// `#{` before a letter.
  private static func opensReference(_ text: String) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if before == (UInt8(ascii: "#"), UInt8(ascii: "{")), (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A {
        return true
      }
      before = (before.1, byte)
    }
    return false
  }

  private static func converted(_ text: String) -> String { text.replacing("#{", with: "${") }
}
