/// Whether a regular expression can take exponential time: a repetition whose turns can be split in many ways,
/// followed by something that can fail.
enum SlowPattern {
  /// Longer patterns are not judged.
  static let lengthLimit = 2_000

  static func canBacktrack(_ pattern: String) -> Bool {
    guard pattern.utf8.count <= lengthLimit else { return false }
    var reader = PatternReader(pattern)
    guard let node = reader.alternatives(depth: 0), reader.isAtEnd else { return false }
    return isSlow(node, canFailAfter: false)
  }

  private static func isSlow(_ node: PatternNode, canFailAfter: Bool) -> Bool {
    switch node {
    case .characters, .nothing, .end: return false
    case .either(let choices): return choices.contains { isSlow($0, canFailAfter: canFailAfter) }
    case .sequence(let parts):
      return parts.indices.contains { index in
        let rest = parts[(index + 1)...]
        return isSlow(parts[index], canFailAfter: canFailAfter || rest.contains { !$0.alwaysMatches })
      }
    case .repeated(let body, _, let isUnbounded):
      if isUnbounded, canFailAfter, isAmbiguous(body) { return true }
      return isSlow(body, canFailAfter: canFailAfter)
    }
  }

  /// Whether several turns of a repetition can match what one turn does, or one turn can in two ways.
  private static func isAmbiguous(_ body: PatternNode) -> Bool {
    let choices = body.choices
    for (index, choice) in choices.enumerated() {
      if isSplittable(choice) { return true }
      guard let first = choice.onlyCharacters else { continue }
      for (place, other) in choices.enumerated() where place != index {
        let overlaps = other.parts.allSatisfy { part in
          part.onlyCharacters.map { !first.isDisjoint(with: $0) } ?? false
        }
        if overlaps { return true }
      }
    }
    return false
  }

  /// `a+`, `\s*a+`, `.*,`: an inner repetition, and beside it nothing that it could not match too.
  private static func isSplittable(_ choice: PatternNode) -> Bool {
    let parts = choice.parts
    return parts.indices.contains { index in
      guard case .repeated(let inner, _, true) = parts[index] else { return false }
      guard let repeated = inner.onlyCharacters else { return isAmbiguous(inner) }
      return parts.indices.allSatisfy { other in
        if other == index || parts[other].canBeEmpty { return true }
        guard let beside = parts[other].onlyCharacters else { return false }
        return !beside.isDisjoint(with: repeated)
      }
    }
  }
}

indirect enum PatternNode {
  case characters(PatternCharacters)
  case sequence([PatternNode])
  case either([PatternNode])
  case repeated(PatternNode, canBeEmpty: Bool, isUnbounded: Bool)
  /// Boundaries and looks ahead.
  case nothing
  /// `$`: nothing, but it can fail.
  case end

  var choices: [PatternNode] {
    switch self {
    case .either(let choices): choices.flatMap(\.choices)
    case .sequence(let parts) where parts.count == 1: parts[0].choices
    default: [self]
    }
  }

  var parts: [PatternNode] {
    if case .sequence(let parts) = self { parts } else { [self] }
  }

  var canBeEmpty: Bool {
    switch self {
    case .characters: false
    case .sequence(let parts): parts.allSatisfy(\.canBeEmpty)
    case .either(let choices): choices.contains(where: \.canBeEmpty)
    case .repeated(let body, let canBeEmpty, _): canBeEmpty || body.canBeEmpty
    case .nothing, .end: true
    }
  }

  var alwaysMatches: Bool {
    switch self {
    case .end: false
    case .sequence(let parts): parts.allSatisfy(\.alwaysMatches)
    default: canBeEmpty
    }
  }

  /// The characters it consists of, where it is no more than one of a set, repeated or not.
  var onlyCharacters: PatternCharacters? {
    switch self {
    case .characters(let set): set
    case .sequence(let parts): parts.count == 1 ? parts[0].onlyCharacters : nil
    case .either(let choices):
      choices.reduce(PatternCharacters()) { set, choice in
        guard let set, let other = choice.onlyCharacters else { return nil }
        return set.union(other)
      }
    case .repeated(let body, _, _): body.onlyCharacters
    case .nothing, .end: nil
    }
  }
}

/// A set of characters: ASCII one by one, all others together.
struct PatternCharacters {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var hasOthers = false

  mutating func insert(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<64: low |= 1 << UInt64(scalar.value)
    case 64..<128: high |= 1 << UInt64(scalar.value - 64)
    default: hasOthers = true
    }
  }

  mutating func insert(from first: Unicode.Scalar, to last: Unicode.Scalar) {
    guard first.value <= last.value else { return }
    for value in first.value...min(max(last.value, first.value), 127) {
      if let scalar = Unicode.Scalar(value) { insert(scalar) }
      if value == 127 { break }
    }
    if last.value > 127 { hasOthers = true }
  }

  func union(_ other: Self) -> Self {
    var set = self
    set.low |= other.low
    set.high |= other.high
    set.hasOthers = hasOthers || other.hasOthers
    return set
  }

  var inverted: Self {
    var set = self
    set.low = ~low
    set.high = ~high
    set.hasOthers = !hasOthers
    return set
  }

  func isDisjoint(with other: Self) -> Bool {
    low & other.low == 0 && high & other.high == 0 && !(hasOthers && other.hasOthers)
  }
}
