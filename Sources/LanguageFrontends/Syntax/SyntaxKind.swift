internal import CTreeSitter

/// The nodes of a grammar that a frontend tells apart.
///
/// A raw value is the grammar's name of a node, and `'name'` for a token: `lambda` is the expression,
/// `'lambda'` the word. Tokens that are not listed (brackets, commas) are left out of a ``SyntaxTree``; nodes
/// that are not listed become ``other``.
protocol SyntaxKind: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  associatedtype Field: SyntaxField

  static var other: Self { get }
  /// `ERROR` of the parser.
  static var error: Self { get }
  /// Kinds whose children are left out: their text says all.
  static var opaque: Set<Self> { get }
}

/// The fields of a grammar, by their names; those that are not listed are not told apart.
protocol SyntaxField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// A grammar's numbers translated to a frontend's enumerations; made once per grammar.
struct SyntaxVocabulary<Kind: SyntaxKind>: Sendable {
  let grammar: Grammar
  /// By symbol; `nil` for a token that is left out.
  let kinds: [Kind?]
  /// By symbol.
  let isOpaque: [Bool]
  /// By field number; the first is "no field".
  let fields: [Kind.Field?]

  init(_ grammar: Grammar) {
    self.grammar = grammar
    let language = grammar.language
    let named = Dictionary(Kind.allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    let opaque = Kind.opaque
    kinds = (0..<UInt16(clamping: ts_language_symbol_count(language))).map { symbol in
      let name = ts_language_symbol_name(language, symbol).map { String(cString: $0) } ?? ""
      return ts_language_symbol_type(language, symbol) == TSSymbolTypeRegular
        ? named[name] ?? .other : named["'\(name)'"]
    }
    isOpaque = kinds.map { kind in kind.map(opaque.contains) ?? true }
    fields =
      [nil]
      + (0..<UInt16(clamping: ts_language_field_count(language))).map { index in
        ts_language_field_name_for_id(language, index + 1).flatMap {
          Kind.Field(rawValue: String(cString: $0))
        }
      }
  }

  /// The grammar's own name of a symbol.
  func name(of symbol: UInt16) -> String {
    ts_language_symbol_name(grammar.language, symbol).map { String(cString: $0) } ?? "unknown"
  }

  /// Kinds of the enumeration that the grammar does not have: a spelling mistake, or a newer grammar.
  var unusedKinds: [Kind] {
    let used = Set(kinds.compactMap(\.self))
    return Kind.allCases.filter { !used.contains($0) && $0 != .other && $0 != .error }
  }

  /// As ``unusedKinds``.
  var unusedFields: [Kind.Field] {
    let used = Set(fields.compactMap(\.self))
    return Kind.Field.allCases.filter { !used.contains($0) }
  }
}
