/// DynamoDB's `UpdateExpression`, as far as it tells which attribute gets which value.
///
/// The grammar is on the platform's page about update expressions: `SET a = :x, #b.c = if_not_exists(d, :y)`,
/// `ADD n :z`, `DELETE s :v`, `REMOVE e`.
struct UpdateExpression {
  /// Longest expression that is read; the platform's own limit.
  static let lengthLimit = 4096

  private let clauses: [[Substring]]

  init(_ text: String) {
    let words = text.count <= Self.lengthLimit ? Self.words(of: text) : []
    var clauses: [[Substring]] = []
    var depth = 0
    for word in words {
      if word == "(" { depth += 1 }
      if word == ")" { depth -= 1 }
      if ["SET", "ADD", "DELETE", "REMOVE"].contains(word.uppercased()) || word == "," && depth == 0 {
        clauses.append([])
      } else if !clauses.isEmpty {
        clauses[clauses.count - 1].append(word)
      }
    }
    self.clauses = clauses
  }

  private static func words(of text: String) -> [Substring] {
    var words: [Substring] = []
    var start: String.Index?
    for index in text.indices {
      let character = text[index]
      let isSign = ",()=+-".contains(character)
      if isSign || character.isWhitespace {
        if let begin = start { words.append(text[begin..<index]) }
        start = nil
        if isSign { words.append(text[index...index]) }
      } else if start == nil {
        start = index
      }
    }
    if let begin = start { words.append(text[begin...]) }
    return words
  }

  /// The attributes that each placeholder is written to, `nil` for one whose name is not known.
  ///
  /// - Parameter name: What `#name` stands for.
  func attributes(name: (String) -> String?) -> [String: [String?]] {
    var targets: [String: [String?]] = [:]
    for clause in clauses {
      guard let path = clause.first else { continue }
      let top = path.prefix { $0 != "." && $0 != "[" }
      let attribute = top.hasPrefix("#") ? name(String(top)) : String(top)
      for word in clause.dropFirst() where word.hasPrefix(":") {
        targets[String(word), default: []].append(attribute)
      }
    }
    return targets
  }
}
