/// What a text is harmless for because characters were taken out of it.
extension Label {
  /// Kinds for which it is safe: by what was proved of it, and by what it no longer has.
  var harmless: SinkKinds { safe.union(HarmfulCharacters.safeKinds(without: absent)) }
}

extension Interpreter {
  /// Labels of a text in which something was replaced.
  ///
  /// - Parameter removed: Characters of which every one was replaced.
  func replaced(_ taints: [Taint], without removed: Alphabet, by replacement: Value) -> [Taint] {
    let added = replacement.literal.flatMap { putsBackMatch($0) ? nil : Alphabet($0) }
    let labels = derived(taints) { label in
      label.isWhole = false
      label.isSymbolic = false
      label.absent.formUnion(removed)
      // What an unknown replacement holds may be anything.
      label.absent.subtract(added ?? .all)
    }
    return marked(labels, "replace")
  }

  /// Whether a replacement holds the text it replaces: `$&`, `\1`.
  private func putsBackMatch(_ replacement: String) -> Bool {
    let sign: Character = isPython ? "\\" : "$"
    var isAfterSign = false
    for character in replacement {
      if isAfterSign, character.isNumber || "&`'<g".contains(character) { return true }
      isAfterSign = character == sign
    }
    return false
  }

  /// Kinds for which a text is safe in which a piece was replaced everywhere, beyond its single characters.
  ///
  /// Of a piece that repeats one character no more than half is left together; any other piece can come
  /// together again from what stood around it: `....//` without `../`.
  func kinds(withoutEvery piece: String, by replacement: Value) -> SinkKinds {
    guard let first = piece.first, piece.allSatisfy({ $0 == first }),
      let added = replacement.literal, !added.contains(first)
    else { return SinkKinds(rawValue: 0) }
    return kindsWithout(piece)
  }
}
