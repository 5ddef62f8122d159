/// One thing that a value may be, as far as it is no object.
enum Atom: Hashable, Sendable {
  case text([TextPart])
  case number(Double)
  case boolean(Bool)
  case null
  /// A regular expression that the program compiles.
  case pattern(String, flags: String)

  var literal: String? {
    guard case .text(let parts) = self else { return nil }
    if parts.isEmpty { return "" }
    guard parts.count == 1, case .literal(let text) = parts[0] else { return nil }
    return text
  }

  /// Whether a text has a digest made with a key in it.
  var isKeyedDigest: Bool {
    if case .text(let parts) = self { parts.contains(.keyedDigest) } else { false }
  }

  static func literal(_ text: String) -> Atom { .text(text.isEmpty ? [] : [.literal(text)]) }

  /// Whether a condition on it holds, where that is the same in every language; empty lists are not atoms.
  var truth: Bool? {
    switch self {
    case .text(let parts):
      if parts.isEmpty { return false }
      return parts.contains { if case .literal = $0 { true } else { false } } ? true : nil
    case .number(let number): return number != 0
    case .boolean(let value): return value
    case .null: return false
    case .pattern: return true
    }
  }

  var constant: Constant? {
    switch self {
    case .text: literal.map { .text($0) }
    case .number(let number): .number(number)
    case .boolean(let value): .boolean(value)
    case .null: .null
    case .pattern(let pattern, _): .text(pattern)
    }
  }
}

/// A piece of a text.
enum TextPart: Hashable, Sendable {
  case literal(String)
  case environmentVariable(String)
  case event(FieldPath)
  /// Not known, but nobody's choice.
  case open
  /// A digest that only whoever holds its key can make.
  case keyedDigest
  /// Not known, and labelled.
  case labelled
}

/// Texts are built from parts; both directions are bounded.
enum TextBuilding {
  static let partLimit = 24
  static let literalLimit = 4096

  static func joined(_ left: [TextPart], _ right: [TextPart]) -> [TextPart] {
    var parts = left
    for part in right { append(part, to: &parts) }
    return parts
  }

  static func append(_ part: TextPart, to parts: inout [TextPart]) {
    if case .literal(let tail) = part {
      if tail.isEmpty { return }
      if case .literal(let head)? = parts.last {
        if head.utf8.count + tail.utf8.count <= literalLimit {
          parts[parts.count - 1] = .literal(head + tail)
        }
        return
      }
    } else if part == parts.last, part == .open || part == .labelled {
      return
    }
    if parts.count < partLimit {
      parts.append(part)
    } else if parts.last != .labelled {
      parts[parts.count - 1] = part == .labelled || isEvent(part) ? .labelled : .open
    }
  }

  private static func isEvent(_ part: TextPart) -> Bool { if case .event = part { true } else { false } }
}

extension Int {
  /// The nearest number; a program's literal may be larger than any.
  init(clamping number: Double) {
    if number.isNaN {
      self = 0
    } else {
      self = number > 1e15 ? 1_000_000_000_000_000 : number < -1e15 ? -1_000_000_000_000_000 : Int(number)
    }
  }
}
