extension [String] {
  /// `a, b and c`; names past the limit are counted: `a, b, c and 4 more`.
  func inSentence(limit: Int = 5) -> String {
    guard count > 1, let last else { return first ?? "" }
    if count > limit { return prefix(limit).joined(separator: ", ") + " and \(count - limit) more" }
    return dropLast().joined(separator: ", ") + " and \(last)"
  }

  /// `'a' and 'b'`.
  func quotedInSentence(limit: Int = 5) -> String { map { "'\($0)'" }.inSentence(limit: limit) }
}
