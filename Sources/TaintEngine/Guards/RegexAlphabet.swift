/// Reads a regular expression for one question: which characters can a text have that it matches as a
/// whole?.
struct RegexAlphabet {
  private let pattern: [Unicode.Scalar]
  private var index = 0
  private let ignoresCase: Bool
  private let dotMatchesLines: Bool
  private var depth = 0

  /// Characters of a pattern that are read, and groups inside groups.
  private static let lengthLimit = 2_000
  private static let depthLimit = 40

  struct Result: Hashable {
    var alphabet: Alphabet
    /// Whether it matches from the beginning, and to the end.
    var isAnchoredAtStart: Bool
    var isAnchoredAtEnd: Bool
    /// Whether `$` may leave a line break behind, or ends a line only.
    var allowsFinalNewline: Bool
  }

  /// What one way through the pattern needs.
  private struct Part {
    var alphabet = Alphabet.none
    var start = false
    var end = false
    var isEmpty = true
    var looseEnd = false
  }

  /// - Returns: `nil` for a pattern that is not understood.
  static func analyse(_ pattern: String, flags: String) -> Result? {
    let scalars = Array(pattern.unicodeScalars.prefix(lengthLimit + 1))
    guard scalars.count <= lengthLimit else { return nil }
    var reader = RegexAlphabet(
      pattern: scalars, ignoresCase: flags.contains("i"), dotMatchesLines: flags.contains("s"))
    guard let part = reader.alternatives(), reader.index == reader.pattern.count else { return nil }
    let isMultiline = flags.contains("m")
    return Result(
      alphabet: part.alphabet, isAnchoredAtStart: part.start && !isMultiline,
      isAnchoredAtEnd: part.end && !isMultiline, allowsFinalNewline: part.looseEnd)
  }

  /// Characters of which none is left when everything is removed that a pattern of classes matches: of
  /// `[^a-z0-9]` all others.
  static func removed(by pattern: String, flags: String) -> Alphabet? {
    let scalars = Array(pattern.unicodeScalars.prefix(lengthLimit + 1))
    guard scalars.count <= lengthLimit, !flags.contains("y") else { return nil }
    var reader = RegexAlphabet(
      pattern: scalars, ignoresCase: flags.contains("i"), dotMatchesLines: flags.contains("s"))
    var removed = Alphabet.none
    // Alternatives of single characters or classes, each with `+` or nothing behind.
    while reader.index < reader.pattern.count {
      guard let set = reader.single() else { return nil }
      removed.formUnion(set)
      if reader.peek == "+" { reader.index += 1 }
      if reader.index == reader.pattern.count { break }
      guard reader.peek == "|" else { return nil }
      reader.index += 1
    }
    return removed
  }

  private init(pattern: [Unicode.Scalar], ignoresCase: Bool, dotMatchesLines: Bool) {
    self.pattern = pattern
    self.ignoresCase = ignoresCase
    self.dotMatchesLines = dotMatchesLines
  }

  private var peek: Unicode.Scalar? { index < pattern.count ? pattern[index] : nil }

  private mutating func single() -> Alphabet? {
    guard let scalar = peek else { return nil }
    switch scalar {
    case "[": return characterClass()
    case "\\": return escape(inClass: false)
    case ".", "(", ")", "*", "+", "?", "{", "}", "^", "$", "|": return nil
    default:
      index += 1
      return cased(Alphabet(String(scalar)))
    }
  }

  private mutating func alternatives() -> Part? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else { return nil }
    guard var result = sequence() else { return nil }
    while peek == "|" {
      index += 1
      guard let next = sequence() else { return nil }
      result.alphabet.formUnion(next.alphabet)
      result.start = result.start && next.start
      result.end = result.end && next.end
      result.looseEnd = result.looseEnd || next.looseEnd
      result.isEmpty = result.isEmpty && next.isEmpty
    }
    return result
  }

  private mutating func sequence() -> Part? {
    var whole = Part()
    while let scalar = peek, scalar != "|", scalar != ")" {
      guard let part = term() else { return nil }
      if whole.isEmpty, part.start { whole.start = true }
      // What comes after an end has to be empty; a later piece takes the mark away.
      if !part.isEmpty, !part.end { whole.end = false }
      if part.end { whole.end = true }
      whole.looseEnd = whole.looseEnd || part.looseEnd
      whole.isEmpty = whole.isEmpty && part.isEmpty
      whole.alphabet.formUnion(part.alphabet)
    }
    return whole
  }

  private mutating func term() -> Part? {
    guard let scalar = peek else { return nil }
    var part = Part()
    switch scalar {
    case "^":
      index += 1
      part.start = true
      return part
    case "$":
      index += 1
      part.end = true
      part.looseEnd = true
      return part
    case "(":
      guard let group = group() else { return nil }
      part = group
    case ".":
      index += 1
      part.isEmpty = false
      part.alphabet = dotMatchesLines ? .all : Alphabet("\r\n").inverted
    case "\\":
      if index + 1 < pattern.count {
        switch pattern[index + 1] {
        case "A":
          index += 2
          part.start = true
          return part
        case "Z", "z":
          index += 2
          part.end = true
          return part
        case "b", "B":
          index += 2
          return part
        default: break
        }
      }
      guard let set = escape(inClass: false) else { return nil }
      part.isEmpty = false
      part.alphabet = set
    case "[":
      guard let set = characterClass() else { return nil }
      part.isEmpty = false
      part.alphabet = set
    case "*", "+", "?": return nil
    default:
      index += 1
      part.isEmpty = false
      part.alphabet = cased(Alphabet(String(scalar)))
    }
    return quantified(part)
  }

  private mutating func quantified(_ part: Part) -> Part? {
    var part = part
    while let scalar = peek {
      if scalar == "*" || scalar == "?" || scalar == "+" {
        index += 1
        // `(^a)?b` need not be at the beginning.
        if scalar != "+", part.start || part.end { (part.start, part.end) = (false, false) }
      } else if scalar == "{", let close = pattern[index...].firstIndex(of: "}"),
        pattern[(index + 1)..<close].allSatisfy({ ("0"..."9").contains($0) || $0 == "," }), close > index + 1
      {
        index = close + 1
        if part.start || part.end { (part.start, part.end) = (false, false) }
      } else {
        break
      }
    }
    return part
  }

  private mutating func group() -> Part? {
    index += 1
    var isLook = false
    if peek == "?" {
      index += 1
      guard let kind = peek else { return nil }
      switch kind {
      case ":": index += 1
      case "=", "!":
        isLook = true
        index += 1
      case "<", "P":
        if kind == "P" { index += 1 }
        guard peek == "<", index + 1 < pattern.count, pattern[index + 1] != "=", pattern[index + 1] != "!",
          let close = pattern[index...].firstIndex(of: ">")
        else { return nil }
        index = close + 1
      default: return nil
      }
    }
    guard let inner = alternatives(), peek == ")" else { return nil }
    index += 1
    return isLook ? Part() : inner
  }

  private mutating func characterClass() -> Alphabet? {
    index += 1
    var set = Alphabet.none
    var isNegated = false
    if peek == "^" {
      isNegated = true
      index += 1
    }
    var isFirst = true
    while let scalar = peek, scalar != "]" || isFirst {
      isFirst = false
      if scalar == "\\" {
        guard let part = escape(inClass: true) else { return nil }
        set.formUnion(part)
        continue
      }
      index += 1
      if peek == "-", index + 1 < pattern.count, pattern[index + 1] != "]", pattern[index + 1] != "\\" {
        let last = pattern[index + 1]
        guard scalar.value <= last.value else { return nil }
        set.insert(scalar.value...last.value)
        index += 2
      } else {
        set.insert(scalar.value)
      }
    }
    guard peek == "]" else { return nil }
    index += 1
    set = cased(set)
    return isNegated ? set.inverted : set
  }

  private func cased(_ set: Alphabet) -> Alphabet {
    guard ignoresCase else { return set }
    var wide = set
    for offset in UInt32(0)..<26 {
      let (lower, upper) = (Alphabet.single(97 + offset), Alphabet.single(65 + offset))
      if set.meets(lower) { wide.insert(65 + offset) }
      if set.meets(upper) { wide.insert(97 + offset) }
    }
    return wide
  }

  private mutating func escape(inClass: Bool) -> Alphabet? {
    guard index + 1 < pattern.count else { return nil }
    let scalar = pattern[index + 1]
    index += 2
    switch scalar {
    case "d": return .digits
    case "D": return Alphabet.digits.inverted
    case "w": return .word
    case "W": return Alphabet.word.inverted
    case "s": return .space
    case "S": return Alphabet.space.inverted
    case "n": return Alphabet("\n")
    case "r": return Alphabet("\r")
    case "t": return Alphabet("\t")
    case "0"..."9": return inClass ? Alphabet.single(scalar.value) : .all
    case "x", "u", "p", "P", "k": return .all
    default: return Alphabet(String(scalar))
    }
  }
}

extension Alphabet {
  static func single(_ value: UInt32) -> Alphabet {
    var set = Alphabet()
    set.insert(value)
    return set
  }

  func withoutOthers(_ isWithout: Bool) -> Alphabet {
    var set = self
    if isWithout { set.hasOthers = false }
    return set
  }
}
