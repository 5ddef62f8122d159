internal import ApplicationModel
internal import Documents
internal import TaintEngine
internal import TemplateLoaders

/// Whether a trigger's filter lets a written value through.
///
/// Says no only where nothing that the code may write can pass; what is open passes.
enum FilterAdmission {
  /// - Parameter value: What the event holds at a path of the pattern; `nil` where nobody can tell.
  static func admits(_ pattern: Node, value: ([String]) -> ValueFact?) -> Bool {
    admits(pattern, at: [], value: value)
  }

  private static let depthLimit = 12

  private static func admits(_ pattern: Node, at path: [String], value: ([String]) -> ValueFact?) -> Bool {
    guard path.count < depthLimit else { return true }
    return pattern.entries.allSatisfy { entry in
      if entry.key == "$or" {
        return entry.value.elements.isEmpty
          || entry.value.elements.contains { admits($0, at: path, value: value) }
      }
      let inner = path + [entry.key]
      if entry.value.isMapping { return admits(entry.value, at: inner, value: value) }
      guard entry.value.isSequence, let value = value(inner) else { return true }
      return entry.value.elements.contains { matches($0, value) }
    }
  }

  private static func matches(_ matcher: Node, _ value: ValueFact) -> Bool {
    guard matcher.isMapping else {
      guard let wanted = matcher.text else { return true }
      return mayBe(wanted, value)
    }
    guard let entry = matcher.entries.first else { return true }
    switch entry.key {
    case "prefix": return entry.value.text.map { value.mayStart(with: $0) } ?? true
    case "suffix": return entry.value.text.map { value.mayEnd(with: $0) } ?? true
    case "anything-but":
      let excluded =
        entry.value.isSequence
        ? entry.value.elements.compactMap(\.text) : [entry.value.text].compactMap(\.self)
      guard let literals = value.literals else { return true }
      return literals.contains { !excluded.contains($0) }
    case "exists": return true
    default: return true
    }
  }

  private static func mayBe(_ wanted: String, _ value: ValueFact) -> Bool {
    guard !value.texts.isEmpty || !value.constants.isEmpty else { return true }
    for constant in value.constants where constant.text == wanted { return true }
    return value.texts.contains { $0.mayBe(wanted) }
  }
}

extension Constant {
  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    }
  }
}

extension ValueFact {
  /// All texts it may be; `nil` if some are open or none is known.
  var literals: [String]? {
    guard !texts.isEmpty else { return nil }
    var all: [String] = []
    for text in texts {
      guard let literal = text.literal else { return nil }
      all.append(literal)
    }
    return all
  }

  func mayStart(with prefix: String) -> Bool { texts.isEmpty || texts.contains { $0.mayStart(with: prefix) } }

  func mayEnd(with suffix: String) -> Bool { texts.isEmpty || texts.contains { $0.mayEnd(with: suffix) } }
}

extension TextPattern {
  /// Whether some value of the open parts makes it start so.
  func mayStart(with prefix: String) -> Bool {
    guard case .literal(let head)? = parts.first else { return true }
    return head.hasPrefix(prefix) || (prefix.hasPrefix(head) && parts.count > 1)
  }

  func mayEnd(with suffix: String) -> Bool {
    guard case .literal(let tail)? = parts.last else { return true }
    return tail.hasSuffix(suffix) || (suffix.hasSuffix(tail) && parts.count > 1)
  }

  /// Whether it starts so whatever its open parts are; the key of an event that came through the filter does.
  func starts(with prefix: String) -> Bool {
    isKeyOfEvent || parts.first?.literal?.hasPrefix(prefix) ?? false
  }

  func ends(with suffix: String) -> Bool { isKeyOfEvent || parts.last?.literal?.hasSuffix(suffix) ?? false }

  private var isKeyOfEvent: Bool {
    guard parts.count == 1, case .event(let path) = parts[0] else { return false }
    return path.components.suffix(2) == ["object", "key"]
  }

  func mayBe(_ text: String) -> Bool {
    if let literal { return literal == text }
    var rest = text[...]
    for (index, part) in parts.enumerated() {
      guard case .literal(let piece) = part else { continue }
      if index == 0 {
        guard rest.hasPrefix(piece) else { return false }
        rest = rest.dropFirst(piece.count)
      } else if index == parts.count - 1 {
        return rest.hasSuffix(piece)
      } else {
        guard let found = rest.firstRange(of: piece) else { return false }
        rest = rest[found.upperBound...]
      }
    }
    return true
  }
}

extension TextPattern.Part {
  fileprivate var literal: String? { if case .literal(let text) = self { text } else { nil } }
}
