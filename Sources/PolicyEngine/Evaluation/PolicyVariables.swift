internal import ApplicationModel

/// A variable in a text of a policy: `${aws:username}`, `${aws:PrincipalTag/team, 'nobody'}`, `${*}`.
struct PolicyVariable {
  private let name: String
  private let standby: String?
  private let isCharacter: Bool

  /// - Parameter text: What stands between the braces.
  init(_ text: Substring) {
    isCharacter = ["*", "?", "$"].contains(text)
    let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    name = Self.trimmed(parts.first ?? "")
    standby = parts.count == 2 ? Self.unquoted(Self.trimmed(parts[1])) : nil
  }

  /// Its value, or the one that the policy gives for a request without it.
  func value(in context: RequestContext) -> RequestContext.Entry {
    if isCharacter { return .values([Text(name)]) }
    let value = context[name]
    guard value == .absent, let standby else { return value }
    return .values([Text(standby)])
  }

  private static func unquoted(_ text: String) -> String? {
    guard text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") else { return nil }
    return String(text.dropFirst().dropLast())
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
