/// What matching a regular expression proves.
extension Interpreter {
  enum MatchMode {
    /// Anywhere in the text.
    case search
    /// From the beginning: Python's `re.match`.
    case prefix
    case full
  }

  func patternProof(
    _ pattern: Value, _ mode: MatchMode, _ value: Value, _ places: [Refinement]
  ) -> Proof? {
    guard let (text, flags) = patternText(pattern), let result = RegexAlphabet.analyse(text, flags: flags)
    else { return nil }
    let startsRight = mode != .search || result.isAnchoredAtStart
    let endsRight = mode == .full || result.isAnchoredAtEnd
    guard startsRight, endsRight else {
      let marks = places.map {
        Refinement(subject: $0.subject, safe: SinkKinds(rawValue: 0), mark: "an unanchored pattern")
      }
      return marks.isEmpty ? nil : Proof(whenTrue: marks, whenFalse: [])
    }
    var alphabet = result.alphabet
    if result.allowsFinalNewline, isPython, mode != .full { alphabet.insert(10) }
    var safe = HarmfulCharacters.safeKinds(for: alphabet)
    if isPython, result.allowsFinalNewline, mode != .full {
      // A line break at the very end splits a header or a log line; a command it only ends.
      safe = safe.union(
        HarmfulCharacters.safeKinds(for: result.alphabet).subtracting(
          SinkKinds(.responseHeader, .log, .emailHeader)))
    }
    guard safe.rawValue != 0 else { return nil }
    let proved =
      places.map { Refinement(subject: $0.subject, safe: safe) } + originRefinements(of: value, safe: safe)
    return proved.isEmpty ? nil : Proof(whenTrue: proved, whenFalse: [])
  }

  /// Kinds for which a text is harmless that a whole pattern describes.
  func provenKinds(by pattern: Value) -> SinkKinds? {
    guard let (text, flags) = patternText(pattern), let result = RegexAlphabet.analyse(text, flags: flags),
      result.isAnchoredAtStart, result.isAnchoredAtEnd
    else { return nil }
    let safe = HarmfulCharacters.safeKinds(for: result.alphabet)
    return safe.rawValue == 0 ? nil : safe
  }

  func patternText(_ value: Value) -> (String, flags: String)? {
    guard value.atoms.count == 1 else { return nil }
    switch value.atoms[0] {
    case .pattern(let text, let flags): return (text, flags)
    case .text: return value.atoms[0].literal.map { ($0, "") }
    default: return nil
    }
  }

  /// A text of which everything was removed, or replaced, that a pattern matches.
  func removing(_ pattern: Value, by replacement: Value, from value: Value) -> Value {
    var removed = Alphabet.none
    if let (text, flags) = patternText(pattern), isPython || flags.contains("g") || flags.contains("*") {
      removed = RegexAlphabet.removed(by: text, flags: flags) ?? .none
    }
    return Value(isOpen: true, taints: replaced(value.taints, without: removed, by: replacement))
  }
}
