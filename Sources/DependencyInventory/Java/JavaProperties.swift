/// Lines of `key=value`, as `pom.properties` and `gradle.properties` have them.
enum JavaProperties {
  /// Continued lines and escapes do not occur in what is read here.
  static func read(_ bytes: [UInt8]) -> [String: String] {
    var values: [String: String] = [:]
    for line in PlacedLines(bytes, path: "") where !line.text.hasPrefix("#") && !line.text.hasPrefix("!") {
      guard let separator = line.text.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
      values[trimmed(line.text[..<separator])] = trimmed(line.text[line.text.index(after: separator)...])
    }
    return values
  }

  static func trimmed(_ text: Substring) -> String {
    let head = text.drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
