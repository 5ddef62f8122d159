internal import ApplicationModel

/// A text as symbols for matching, one number each: bytes, wildcards, and parts that are not known.
struct PatternSymbols {
  typealias Symbol = Int32

  /// `?`.
  static let anyOne: Symbol = -1
  /// `*`.
  static let anyRun: Symbol = -2
  /// `*` within a segment of an ARN, which does not reach over its colon.
  static let segmentRun: Symbol = -3
  /// Text of which nothing is known.
  static let unknown: Symbol = -4
  /// The same without a colon: the region or account of an ARN.
  static let unknownSegment: Symbol = -5
  static let colon = Symbol(UInt8(ascii: ":"))
  /// From here on: text that is not known, but is the same wherever it stands.
  static let firstFixed: Symbol = 1_000

  /// The parts that the symbols from ``firstFixed`` on stand for; one table for both sides of a comparison.
  struct Table {
    private var parts: [Text.Part] = []

    mutating func symbol(of part: Text.Part) -> Symbol {
      if case .open(let expression) = part, !expression.isFixedAtDeployment { return unknown }
      if let index = parts.firstIndex(of: part) { return firstFixed + Symbol(index) }
      parts.append(part)
      return firstFixed + Symbol(parts.count - 1)
    }
  }

  private(set) var symbols: [Symbol] = []
  /// Whether a variable of it has no value and no default: the platform then takes the text to match nothing.
  private(set) var lacksValue = false

  /// A text of a policy.
  ///
  /// - Parameter hasWildcards: Whether `*` and `?` are patterns, as in resources and `…Like` operators.
  init(policy text: Text, hasWildcards: Bool, context: RequestContext, table: inout Table) {
    for part in text.parts {
      switch part {
      case .literal(let literal):
        append(policy: literal, hasWildcards: hasWildcards, context: context, table: &table)
      case .reference, .open: symbols.append(table.symbol(of: part))
      }
    }
  }

  /// What a request names.
  ///
  /// - Parameter hasUnknowns: Whether `*` stands for what is not known of it; otherwise it is a character.
  init(request text: Text, hasUnknowns: Bool, table: inout Table) {
    for part in text.parts {
      switch part {
      case .literal(let literal):
        symbols += literal.utf8.map {
          hasUnknowns && $0 == UInt8(ascii: "*") ? Self.unknown : Symbol($0)
        }
      case .reference, .open: symbols.append(table.symbol(of: part))
      }
    }
  }

  /// The same with the wildcards of an ARN: one that ends its segment may reach over the colon, others not.
  ///
  /// What is not known of a segment has no colon in it; only in a last segment may it have.
  var asARN: [Symbol] {
    var result: [Symbol] = []
    result.reserveCapacity(symbols.count)
    var segment = 0
    for (index, symbol) in symbols.enumerated() {
      if symbol == Self.colon { segment += 1 }
      let next = index + 1 < symbols.count ? symbols[index + 1] : nil
      // Several stars are one: only the last of them ends the segment.
      if symbol == Self.anyRun, next == Self.anyRun { continue }
      switch symbol {
      case Self.anyRun where segment < 5 && next != nil && next != Self.colon: result.append(Self.segmentRun)
      case Self.unknown where segment < 5 && next == Self.colon: result.append(Self.unknownSegment)
      default: result.append(symbol)
      }
    }
    return result
  }

  private mutating func append(
    policy literal: String, hasWildcards: Bool, context: RequestContext, table: inout Table
  ) {
    var rest = literal.utf8[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "$"), rest.dropFirst().first == UInt8(ascii: "{"),
        let end = rest.firstIndex(of: UInt8(ascii: "}"))
      {
        append(PolicyVariable(Substring(rest[..<end]).dropFirst(2)), context: context, table: &table)
        rest = rest[rest.index(after: end)...]
        continue
      }
      symbols.append(Self.symbol(byte, hasWildcards: hasWildcards))
      rest = rest.dropFirst()
    }
  }

  private static func symbol(_ byte: UInt8, hasWildcards: Bool) -> Symbol {
    switch byte {
    case UInt8(ascii: "*") where hasWildcards: anyRun
    case UInt8(ascii: "?") where hasWildcards: anyOne
    default: Symbol(byte)
    }
  }

  private mutating func append(_ variable: PolicyVariable, context: RequestContext, table: inout Table) {
    switch variable.value(in: context) {
    case .unknown: symbols.append(Self.unknown)
    case .absent: lacksValue = true
    case .values(let values):
      // A key with several values cannot stand in a text.
      guard values.count == 1 else { return lacksValue = true }
      symbols += PatternSymbols(request: values[0], hasUnknowns: false, table: &table).symbols
    }
  }
}
