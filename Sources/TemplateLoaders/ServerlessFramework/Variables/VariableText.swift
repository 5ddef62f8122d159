/// A text cut into what stands as it is and the variables between.
struct VariableText {
  enum Part: Equatable {
    case text(String)
    case variable(Variable)
  }

  /// `${source, fallback, …}`.
  struct Variable: Equatable {
    /// Each source may itself contain variables.
    let sources: [[Part]]
    /// As written, with its braces.
    let text: String
  }

  let parts: [Part]
  /// Whether a bound stopped the reading: what follows is kept as plain text.
  let isCutShort: Bool

  var hasVariables: Bool {
    parts.contains { part in
      if case .variable = part { true } else { false }
    }
  }

  /// - Returns: `nil` for a text without a variable, by far the most frequent case.
  init?(_ text: String, nesting: Int) {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return nil }
    var reader = VariableReader(Array(text.utf8), nesting: nesting)
    parts = reader.parts(until: nil, depth: 0)
    isCutShort = reader.isCutShort
    guard hasVariables || reader.hasEscapes || isCutShort else { return nil }
  }
}

/// Reads variables by their braces, in one pass over the bytes with a bounded look-ahead.
private struct VariableReader {
  /// Bytes of the longest variable: bounds the search for a closing brace that never comes.
  static let longestVariable = 4096
  /// Openings without a closing brace after which a text is taken as it is: keeps the reading linear.
  static let openingsWithoutEnd = 20

  private let bytes: [UInt8]
  private let nesting: Int
  private var position = 0
  private(set) var hasEscapes = false
  private(set) var isCutShort = false
  private var failures = 0

  init(_ bytes: [UInt8], nesting: Int) {
    self.bytes = bytes
    self.nesting = nesting
  }

  /// - Parameter end: Where a source of a variable ends; `nil` at the top, where only the text ends it.
  mutating func parts(until end: Int?, depth: Int) -> [VariableText.Part] {
    let end = end ?? bytes.count
    var parts: [VariableText.Part] = []
    var plain: [UInt8] = []
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\"), opens(at: position + 1) {
        hasEscapes = true
        plain += [UInt8(ascii: "$"), UInt8(ascii: "{")]
        position += 3
      } else if opens(at: position), let variable = variable(before: end, depth: depth) {
        if !plain.isEmpty { parts.append(.text(String(decoding: plain, as: UTF8.self))) }
        plain = []
        parts.append(.variable(variable))
      } else {
        plain.append(byte)
        position += 1
      }
    }
    if !plain.isEmpty { parts.append(.text(String(decoding: plain, as: UTF8.self))) }
    return parts
  }

  private func opens(at index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == UInt8(ascii: "$") && bytes[index + 1] == UInt8(ascii: "{")
  }

  /// Moves past the variable that opens here.
  /// - Returns: `nil`, without moving, for `${AWS::Region}`, `${Table.Arn}` and whatever else is not ours.
  private mutating func variable(before end: Int, depth: Int) -> VariableText.Variable? {
    let start = position
    guard !isCutShort, isVariable(at: start) else { return nil }
    guard depth < nesting, failures < Self.openingsWithoutEnd else {
      isCutShort = true
      return nil
    }
    guard let outline = outline(from: start, before: end) else {
      failures += 1
      return nil
    }
    var sources: [[VariableText.Part]] = []
    for source in outline.sources {
      position = source.lowerBound
      sources.append(parts(until: source.upperBound, depth: depth + 1))
    }
    position = outline.close + 1
    return VariableText.Variable(
      sources: sources, text: String(decoding: bytes[start...outline.close], as: UTF8.self))
  }

  /// A variable starts with `type:` (not `type::`), `type(`, a quoted text or another variable.
  private func isVariable(at start: Int) -> Bool {
    var index = start
    // `${${self:custom.source}:x}`: as many openings as nesting allows.
    for _ in 0...nesting {
      guard opens(at: index) else { break }
      index += 2
      while index < bytes.count, bytes[index].isBlank { index += 1 }
    }
    guard index < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "\"") { return true }
    guard bytes[index].isLowercase else { return false }
    while index < bytes.count, bytes[index].isTypeCharacter { index += 1 }
    guard index < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "(") { return true }
    guard bytes[index] == UInt8(ascii: ":") else { return false }
    return index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: ":")
  }

  /// The closing brace, and the ranges between the commas that stand outside quotes, parentheses and inner
  /// variables.
  private func outline(from start: Int, before end: Int) -> (sources: [Range<Int>], close: Int)? {
    var sources: [Range<Int>] = []
    var sourceStart = start + 2
    var index = start + 2
    var inner = 0
    var parentheses = 0
    let last = min(end, start + Self.longestVariable)
    while index < last {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        // A quote only opens a text at the start of a source: an address may hold an apostrophe.
        if inner == 0, bytes[sourceStart..<index].allSatisfy(\.isBlank),
          let close = bytes[(index + 1)..<last].firstIndex(of: byte)
        {
          index = close
        }
      case UInt8(ascii: "{"): inner += 1
      case UInt8(ascii: "}"):
        if inner == 0 { return (sources + [sourceStart..<index], index) }
        inner -= 1
      case UInt8(ascii: "(") where inner == 0: parentheses += 1
      case UInt8(ascii: ")") where inner == 0: parentheses -= 1
      case UInt8(ascii: ",") where inner == 0 && parentheses <= 0:
        sources.append(sourceStart..<index)
        sourceStart = index + 1
      default: break
      }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
  fileprivate var isLowercase: Bool { (0x61...0x7A).contains(self) }
  fileprivate var isUppercase: Bool { (0x41...0x5A).contains(self) }
  fileprivate var isTypeCharacter: Bool {
    isLowercase || isUppercase || (0x30...0x39).contains(self) || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "-")
  }
}
