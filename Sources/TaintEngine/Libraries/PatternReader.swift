/// Reads the parts of regular expressions that Python and JavaScript share.
struct PatternReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  /// Groups inside groups; deeper ones are not judged.
  static let depthLimit = 40

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  var isAtEnd: Bool { position >= scalars.count }

  private var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  /// - Returns: `nil` for what cannot be read.
  mutating func alternatives(depth: Int) -> PatternNode? {
    guard depth <= Self.depthLimit else { return nil }
    var choices: [PatternNode] = []
    repeat {
      guard let choice = sequence(depth: depth) else { return nil }
      choices.append(choice)
    } while skip("|")
    return choices.count == 1 ? choices[0] : .either(choices)
  }

  private mutating func sequence(depth: Int) -> PatternNode? {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      guard let atom = atom(depth: depth) else { return nil }
      parts.append(repetition(of: atom))
    }
    return .sequence(parts)
  }

  private mutating func repetition(of atom: PatternNode) -> PatternNode {
    var node = atom
    while let scalar = next {
      switch scalar {
      case "*": node = .repeated(node, canBeEmpty: true, isUnbounded: true)
      case "+": node = .repeated(node, canBeEmpty: false, isUnbounded: true)
      case "?": node = .repeated(node, canBeEmpty: true, isUnbounded: false)
      case "{":
        guard let bounds = bounds() else { return node }
        node = .repeated(node, canBeEmpty: bounds.least == 0, isUnbounded: bounds.isUnbounded)
        continue
      default: return node
      }
      position += 1
      // Lazy repetitions backtrack as well.
      _ = skip("?")
    }
    return node
  }

  /// `{2,}`; a brace that bounds nothing is a character.
  private mutating func bounds() -> (least: Int, isUnbounded: Bool)? {
    let start = position
    position += 1
    let least = number()
    let hasComma = skip(",")
    let most = hasComma ? number() : least
    guard skip("}"), least != nil || hasComma else {
      position = start
      return nil
    }
    _ = skip("?")
    // A large bound is as good as none.
    return (least ?? 0, hasComma && (most ?? 1_000) > 30)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      value = min((value ?? 0) * 10 + Int(scalar.value - 48), 100_000)
      position += 1
    }
    return value
  }

  private mutating func atom(depth: Int) -> PatternNode? {
    guard let scalar = next else { return nil }
    position += 1
    switch scalar {
    case "(": return group(depth: depth)
    case "[": return set()
    case "^": return .nothing
    case "$": return .end
    case ".":
      var newline = PatternCharacters()
      newline.insert("\n")
      return .characters(newline.inverted)
    case "\\": return escape()
    default:
      var set = PatternCharacters()
      set.insert(scalar)
      return .characters(set)
    }
  }

  private mutating func group(depth: Int) -> PatternNode? {
    var looks = false
    if skip("?") {
      switch next {
      case "=", "!": looks = true
      case "<":
        position += 1
        looks = next == "=" || next == "!"
        if !looks { skipName() }
      case "P":
        position += 1
        guard skip("<") else { return nil }
        skipName()
      default:
        // Flags: `(?:`, `(?i:`, `(?i)`.
        while let scalar = next, scalar != ":", scalar != ")" {
          guard scalar != "(" else { return nil }
          position += 1
        }
      }
      if looks { position += 1 } else { _ = skip(":") }
    }
    guard let inside = alternatives(depth: depth + 1), skip(")") else { return nil }
    return looks ? .nothing : inside
  }

  private mutating func skipName() {
    while next.map({ $0 != ">" }) ?? false { position += 1 }
    _ = skip(">")
  }

  private mutating func set() -> PatternNode? {
    let isInverted = skip("^")
    var set = PatternCharacters()
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      position += 1
      var first = scalar
      if scalar == "\\" {
        guard let escaped = next else { return nil }
        position += 1
        if let kind = Self.kind(escaped) {
          set = set.union(kind)
          continue
        }
        first = Self.plain(escaped)
      }
      if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
        position += 1
        var last = scalars[position]
        position += 1
        if last == "\\", let escaped = next {
          position += 1
          last = Self.plain(escaped)
        }
        set.insert(from: first, to: last)
      } else {
        set.insert(first)
      }
    }
    guard skip("]") else { return nil }
    return .characters(isInverted ? set.inverted : set)
  }

  private mutating func escape() -> PatternNode? {
    guard let scalar = next else { return nil }
    position += 1
    switch scalar {
    case "b", "B", "A": return .nothing
    case "Z", "z": return .end
    default:
      if let kind = Self.kind(scalar) { return .characters(kind) }
      var set = PatternCharacters()
      set.insert(Self.plain(scalar))
      return .characters(set)
    }
  }

  private static func kind(_ scalar: Unicode.Scalar) -> PatternCharacters? {
    var set = PatternCharacters()
    switch scalar {
    case "d", "D": set.insert(from: "0", to: "9")
    case "w", "W":
      set.insert(from: "0", to: "9")
      set.insert(from: "a", to: "z")
      set.insert(from: "A", to: "Z")
      set.insert("_")
    case "s", "S":
      for space in [" ", "\t", "\n", "\r", "\u{0B}", "\u{0C}"] as [Unicode.Scalar] { set.insert(space) }
    default: return nil
    }
    return scalar.properties.isUppercase ? set.inverted : set
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "n": "\n"
    case "t": "\t"
    case "r": "\r"
    default: scalar
    }
  }
}
