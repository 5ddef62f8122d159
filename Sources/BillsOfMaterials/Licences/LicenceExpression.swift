internal import PackageModel

/// A declared licence, and what the formats may call it.
enum DeclaredLicence: Hashable {
  /// One name of the SPDX list, as the list spells it.
  case listed(String)
  /// Names of the list joined by `AND`, `OR` and `WITH`.
  case expression(String)
  /// Any other words.
  case words(String)

  /// Longest text that is read as an expression, in bytes: nobody writes longer ones by hand.
  static let lengthLimit = 1000

  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.utf8.count <= Self.lengthLimit else {
      self = .words(words)
      return
    }
    if let name = SPDXIdentifiers.licences[words.lowercased()] {
      self = .listed(name)
    } else if let expression = LicenceExpression.normalised(words) {
      self = .expression(expression)
    } else {
      self = .words(words)
    }
  }
}

/// SPDX licence expressions, annex D of the specification.
enum LicenceExpression {
  /// Deepest nesting of parentheses that is read.
  static let depthLimit = 20

  /// - Returns: The expression with names as the list spells them; `nil` if it is none.
  static func normalised(_ text: String) -> String? {
    let spaced = text.replacing("(", with: " ( ").replacing(")", with: " ) ")
    var parser = Parser(tokens: spaced.split(separator: " ").map(String.init))
    guard let result = parser.alternatives(depth: 0), parser.isAtEnd else { return nil }
    return result
  }

  /// Joins expressions that all apply.
  static func conjunction(_ parts: [String]) -> String {
    guard parts.count > 1 else { return parts.first ?? "" }
    return parts.map { $0.contains(" OR ") ? "(\($0))" : $0 }.joined(separator: " AND ")
  }

  private struct Parser {
    let tokens: [String]
    var index = 0

    init(tokens: [String]) { self.tokens = tokens }

    var isAtEnd: Bool { index == tokens.count }

    private mutating func take(_ word: String) -> Bool {
      guard index < tokens.count, tokens[index].uppercased() == word else { return false }
      index += 1
      return true
    }

    mutating func alternatives(depth: Int) -> String? {
      guard var result = conjunctions(depth: depth) else { return nil }
      while take("OR") {
        guard let next = conjunctions(depth: depth) else { return nil }
        result += " OR " + next
      }
      return result
    }

    private mutating func conjunctions(depth: Int) -> String? {
      guard var result = term(depth: depth) else { return nil }
      while take("AND") {
        guard let next = term(depth: depth) else { return nil }
        result += " AND " + next
      }
      return result
    }

    private mutating func term(depth: Int) -> String? {
      if take("(") {
        guard depth < LicenceExpression.depthLimit, let inner = alternatives(depth: depth + 1), take(")")
        else { return nil }
        return "(" + inner + ")"
      }
      guard index < tokens.count, let licence = Self.licence(tokens[index]) else { return nil }
      index += 1
      guard take("WITH") else { return licence }
      guard index < tokens.count, let exception = SPDXIdentifiers.exceptions[tokens[index].lowercased()]
      else {
        return nil
      }
      index += 1
      return licence + " WITH " + exception
    }

    /// `Apache-2.0`, `GPL-2.0+`; a `LicenseRef-` means nothing without the document that defines it.
    private static func licence(_ token: String) -> String? {
      if let name = SPDXIdentifiers.licences[token.lowercased()] { return name }
      guard token.hasSuffix("+") else { return nil }
      return SPDXIdentifiers.licences[token.dropLast().lowercased()].map { $0 + "+" }
    }
  }
}
