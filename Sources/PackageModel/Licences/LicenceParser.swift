/// Reads SPDX expressions: `WITH` binds closer than `AND`, and `AND` closer than `OR`.
struct LicenceParser {
  private typealias Term = LicenceExpression.Term
  private typealias Licence = LicenceExpression.Licence

  private let tokens: [String]
  /// Whether common words for a licence and references to licences outside the list are read too.
  private let takesWords: Bool
  private var position = 0
  private var depth = 0

  init(_ text: String, takesWords: Bool = true) {
    var tokens: [String] = []
    var word = ""
    for character in text {
      if character.isWhitespace || character == "(" || character == ")" {
        if !word.isEmpty { tokens.append(word) }
        word = ""
        if !character.isWhitespace { tokens.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { tokens.append(word) }
    self.tokens = tokens
    self.takesWords = takesWords
  }

  /// - Returns: `nil` where the text is no expression of known licences.
  mutating func expression() -> LicenceExpression.Term? {
    guard let term = choice(), position == tokens.count else { return nil }
    return term
  }

  private mutating func choice() -> Term? {
    list(separator: "or", element: { $0.conjunction() }).map(Term.any(of:))
  }

  private mutating func conjunction() -> Term? {
    list(separator: "and", element: { $0.element() }).map(Term.all(of:))
  }

  private mutating func list(separator: String, element: (inout Self) -> Term?) -> [Term]? {
    var terms: [Term] = []
    repeat {
      guard let term = element(&self) else { return nil }
      terms.append(term)
    } while take(separator)
    return terms
  }

  private mutating func element() -> Term? {
    if take("(") {
      guard depth < LicenceExpression.depthLimit else { return nil }
      depth += 1
      defer { depth -= 1 }
      guard let term = choice(), take(")") else { return nil }
      return term
    }
    guard let word = takeWord(), var licence = licence(word) else { return nil }
    if take("with") {
      guard let word = takeWord(), let exception = SPDXIdentifiers.exceptions[word.lowercased()] else {
        return nil
      }
      licence.exception = exception
    }
    return .licence(licence)
  }

  private mutating func take(_ token: String) -> Bool {
    guard position < tokens.count, tokens[position].lowercased() == token else { return false }
    position += 1
    return true
  }

  private mutating func takeWord() -> String? {
    guard position < tokens.count, tokens[position] != "(", tokens[position] != ")" else { return nil }
    position += 1
    return tokens[position - 1]
  }

  private func licence(_ word: String) -> Licence? {
    let hasPlus = word.hasSuffix("+")
    let name = hasPlus ? String(word.dropLast()) : word
    // One plus means later versions; two mean nothing.
    guard !name.hasSuffix("+") else { return nil }
    if Self.isReference(name) { return hasPlus || !takesWords ? nil : Licence(identifier: name) }
    let listed = SPDXIdentifiers.licences[name.lowercased()]
    guard let identifier = listed ?? (takesWords ? LicenceWords.identifier(for: name) : nil) else {
      return nil
    }
    return Self.current(identifier, hasPlus: hasPlus)
  }

  /// Where GNU's licences are concerned, the list has replaced `GPL-2.0` and `GPL-2.0+` by two names.
  private static func current(_ identifier: String, hasPlus: Bool) -> Licence? {
    let stem = identifier.hasSuffix("-only") ? String(identifier.dropLast("-only".count)) : identifier
    guard SPDXIdentifiers.licences[stem.lowercased() + "-or-later"] != nil else {
      // `GPL-2.0-or-later+` says it twice.
      guard !hasPlus || !identifier.hasSuffix("-or-later") else { return nil }
      return Licence(identifier: identifier, allowsLaterVersions: hasPlus)
    }
    return Licence(identifier: stem + (hasPlus ? "-or-later" : "-only"))
  }

  /// `LicenseRef-name` or `DocumentRef-name:LicenseRef-name`, which name a licence that is not on the list.
  private static func isReference(_ name: String) -> Bool {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard let last = parts.last, last.hasPrefix("LicenseRef-"), last.count > "LicenseRef-".count,
      parts.count == 1 || parts.count == 2 && parts[0].hasPrefix("DocumentRef-")
    else { return false }
    return parts.allSatisfy { $0.utf8.allSatisfy { $0.isIdentifier || $0 == UInt8(ascii: ".") } }
  }
}
