internal import Documents

/// The framework's logical ids, as its naming rules make them.
enum LogicalNames {
  /// `my-fn_a` becomes `MyDashfnUnderscorea`.
  static func normalized(_ name: String) -> String {
    capitalized(spelled(name) { $0 == "-" ? "Dash" : $0 == "_" ? "Underscore" : nil })
  }

  /// Only letters and digits, with a capital first.
  static func alphanumeric(_ name: String) -> String {
    capitalized(String(name.unicodeScalars.filter(\.isASCIIAlphanumeric).map(Character.init)))
  }

  /// `users/{id}` becomes `UsersIdVar`.
  static func path(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: true).map { pathPart(String($0)) }.joined()
  }

  static func pathPart(_ part: String) -> String {
    // The framework lower-cases all but the first letter before it replaces anything.
    var text = spelled(capitalized(part.lowercased())) { $0 == "-" ? "Dash" : nil }
    if let open = text.firstIndex(of: "{"), let close = text.lastIndex(of: "}"), open < close {
      text.replaceSubrange(close...close, with: "Var")
      text.remove(at: open)
    }
    return alphanumeric(text)
  }

  static func method(_ method: String) -> String { capitalized(method.lowercased()) }

  static func webSocketRoute(_ route: String) -> String {
    spelled(route) { character in
      switch character {
      case "$": "S"
      case "/": "Slash"
      case "-": "Dash"
      case "_": "Underscore"
      case ".": "Period"
      default: nil
      }
    }
  }

  /// The text with some characters written as words.
  private static func spelled(_ text: String, _ word: (Character) -> String?) -> String {
    var result = ""
    for character in text {
      if let word = word(character) { result += word } else { result.append(character) }
    }
    return result
  }

  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The part of an ARN or a reference that the framework takes for the name of a queue, stream or topic.
  static func source(of node: Node) -> String {
    if let text = node.text { return text.split(separator: ":").last.map(String.init) ?? text }
    guard let (name, argument) = node.intrinsic else { return "" }
    switch name {
    case "Ref": return argument.text ?? ""
    case "Fn::GetAtt":
      return argument.elements.first?.text ?? argument.text?.prefix { $0 != "." }.description ?? ""
    case "Fn::ImportValue": return argument.text ?? source(of: argument)
    case "Fn::Join": return argument.elements.last?.elements.last.flatMap(\.text) ?? ""
    case "Fn::Sub": return source(of: argument.elements.first ?? argument)
    default: return ""
    }
  }

  /// Like ``source(of:)`` for streams, whose name stands before the last part of the ARN.
  static func stream(of node: Node) -> String {
    guard let text = node.text else { return source(of: node) }
    let parts = text.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : source(of: node)
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIAlphanumeric: Bool {
    ("0"..."9").contains(self) || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
