/// Addresses that packages come from, as lists may keep them: never with what lets somebody in.
enum SourceAddress {
  /// Without user and password, and without the query, where signed addresses keep their key.
  ///
  /// The user of `ssh://git@host` stays: everybody is called so.
  static func safe(_ address: some StringProtocol) -> String {
    var text = String(address)
    if let query = text.firstIndex(of: "?") {
      let fragment = text[query...].firstIndex(of: "#") ?? text.endIndex
      text.removeSubrange(query..<fragment)
    }
    guard let scheme = text.place(of: "://") else { return withoutPassword(text) }
    let authorityEnd = text[scheme.upperBound...].firstIndex { "/#".contains($0) } ?? text.endIndex
    guard let at = text[scheme.upperBound..<authorityEnd].lastIndex(of: "@") else { return text }
    let user = text[scheme.upperBound..<at]
    if text.hasPrefix("http") || text.hasPrefix("git+http") || user.contains(":") || user.contains("$") {
      text.removeSubrange(scheme.upperBound...at)
    }
    return text
  }

  /// `user:password@host/path`, which has no scheme.
  private static func withoutPassword(_ text: String) -> String {
    guard let at = text.firstIndex(of: "@"), let colon = text.firstIndex(of: ":"), colon < at else {
      return text
    }
    return String(text[text.index(after: at)...])
  }

  /// The part before the first `#`, and what follows it.
  static func splitFragment(_ address: some StringProtocol) -> (address: String, fragment: String?) {
    guard let mark = address.firstIndex(of: "#") else { return (String(address), nil) }
    return (String(address[..<mark]), String(address[address.index(after: mark)...]))
  }

  static func hasWebScheme(_ text: some StringProtocol) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }
}
