/// Licences of a package, as an SPDX expression: `MIT OR (Apache-2.0 AND BSD-3-Clause)`.
package struct LicenceExpression: Hashable, Sendable {
  /// Longest text that is read, in bytes.
  package static let lengthLimit = 1024
  /// Deepest nesting of parentheses.
  package static let depthLimit = 32

  /// A licence of the expression.
  struct Licence: Hashable, Sendable {
    let identifier: String
    /// `+`, of licences that have no identifier of their own for it.
    var allowsLaterVersions = false
    var exception: String?
  }

  indirect enum Term: Hashable, Sendable {
    case licence(Licence)
    /// Two at least, none of them a list of this kind.
    case all([Term])
    case any([Term])

    /// - Parameter terms: One at least.
    static func all(of terms: [Term]) -> Term {
      let flat = terms.flatMap { if case .all(let inner) = $0 { inner } else { [$0] } }
      return flat.count == 1 ? flat[0] : .all(flat)
    }

    /// - Parameter terms: One at least.
    static func any(of terms: [Term]) -> Term {
      let flat = terms.flatMap { if case .any(let inner) = $0 { inner } else { [$0] } }
      return flat.count == 1 ? flat[0] : .any(flat)
    }
  }

  let term: Term

  private init(term: Term) {
    self.term = term
  }

  /// - Parameter text: An SPDX expression in any case, or one of the common words for a licence: `Apache 2.0`,
  ///   `License :: OSI Approved :: MIT License`, `MIT/Apache-2.0`.
  /// - Returns: `nil` for text that says no licence that is known, such as `SEE LICENSE IN FILE`.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.lengthLimit, let term = Self.term(text) else { return nil }
    self.term = term
  }

  /// - Parameter text: An SPDX expression of names of the list only, in any case: words, and references to what only
  ///   another document defines, are none.
  package init?(listed text: String) {
    var parser = LicenceParser(text, takesWords: false)
    guard text.utf8.count <= Self.lengthLimit, let term = parser.expression() else { return nil }
    self.term = term
  }

  /// Expressions that all apply; `nil` of none.
  package static func all(of expressions: [LicenceExpression]) -> LicenceExpression? {
    expressions.isEmpty ? nil : LicenceExpression(term: .all(of: expressions.map(\.term)))
  }

  /// A choice between texts that each say licences, as a POM and the classifiers of PyPI list them.
  ///
  /// - Returns: `nil` where none of them can be read; what cannot be read beside others is left out.
  package init?(choiceOf texts: [String]) {
    let terms = texts.prefix(Self.lengthLimit).compactMap { LicenceExpression($0)?.term }
    guard !terms.isEmpty else { return nil }
    term = .any(of: terms)
  }

  private static func term(_ text: String) -> Term? {
    var parser = LicenceParser(text)
    if let term = parser.expression() { return term }
    if let identifier = LicenceWords.identifier(for: text) {
      return .licence(Licence(identifier: identifier))
    }
    // An old habit of npm and Cargo: `MIT/Apache-2.0` leaves the choice.
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    let terms = parts.compactMap { part -> Term? in
      var parser = LicenceParser(String(part))
      return parser.expression()
        ?? LicenceWords.identifier(for: String(part)).map { .licence(Licence(identifier: $0)) }
    }
    return terms.count == parts.count ? .any(of: terms) : nil
  }

  /// The licences in it, `MIT`, each once in the order of the text, without exceptions and `+`.
  package var identifiers: [String] {
    var found: [String] = []
    for licence in licences(of: term) where !found.contains(licence.identifier) {
      found.append(licence.identifier)
    }
    return found
  }

  private func licences(of term: Term) -> [Licence] {
    switch term {
    case .licence(let licence): [licence]
    case .all(let terms), .any(let terms): terms.flatMap(licences)
    }
  }

  /// Whether one of the choices that the expression leaves needs licences of the list only.
  ///
  /// - Parameter allowed: SPDX identifiers in any case, or terms such as
  ///   `GPL-2.0-only WITH Classpath-exception-2.0`. A licence allows every exception from it.
  package func isAllowed(by allowed: some Sequence<String>) -> Bool {
    let names = Self.canonical(allowed)
    return Self.isMet(term) { !names.isDisjoint(with: $0.offers) }
  }

  /// Whether one of the choices that the expression leaves needs no licence of the list.
  ///
  /// - Parameter denied: As of ``isAllowed(by:)``. A denied licence is denied with every exception from it too.
  package func isPossible(without denied: some Sequence<String>) -> Bool {
    let names = Self.canonical(denied)
    return Self.isMet(term) { !names.contains($0.description) && !names.contains($0.identifier) }
  }

  private static func canonical(_ names: some Sequence<String>) -> Set<String> {
    Set(names.map { LicenceExpression($0)?.description ?? $0 })
  }

  private static func isMet(_ term: Term, by isMet: (Licence) -> Bool) -> Bool {
    switch term {
    case .licence(let licence): isMet(licence)
    case .all(let terms): terms.allSatisfy { Self.isMet($0, by: isMet) }
    case .any(let terms): terms.contains { Self.isMet($0, by: isMet) }
    }
  }
}

extension LicenceExpression.Licence: CustomStringConvertible {
  var description: String {
    identifier + (allowsLaterVersions ? "+" : "") + (exception.map { " WITH \($0)" } ?? "")
  }

  /// Names of what a user may take it for: an exception only adds rights, and later versions are a choice.
  fileprivate var offers: Set<String> {
    var names: Set = [description, identifier]
    if identifier.hasSuffix("-or-later") { names.insert(identifier.dropLast("-or-later".count) + "-only") }
    return names
  }
}

extension LicenceExpression: CustomStringConvertible {
  /// As SPDX writes it, with parentheses around every list inside another.
  package var description: String { Self.text(of: term, isInside: false) }

  private static func text(of term: Term, isInside: Bool) -> String {
    let (terms, separator): ([Term], String)
    switch term {
    case .licence(let licence): return licence.description
    case .all(let all): (terms, separator) = (all, " AND ")
    case .any(let any): (terms, separator) = (any, " OR ")
    }
    let text = terms.map { Self.text(of: $0, isInside: true) }.joined(separator: separator)
    return isInside ? "(\(text))" : text
  }
}
