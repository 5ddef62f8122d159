internal import ApplicationModel

/// A text of a policy as symbols to match with, its variables replaced.
struct PatternSymbols {
  enum Symbol: Hashable {
    case byte(UInt8)
    /// `?`
    case anyOne
    /// `*`
    case anyRun
    /// Text that is not known, but is the same wherever it stands: a region, a resource of the application.
    case fixed(Text.Part)
    /// Text of which nothing is known.
    case unknown
  }

  private(set) var symbols: [Symbol] = []
  /// Whether a variable of it has no value and no default: the platform then takes the text to match nothing.
  private(set) var lacksValue = false

  /// A text of a policy.
  ///
  /// - Parameter hasWildcards: Whether `*` and `?` are patterns, as in resources and `…Like` operators.
  init(policy text: Text, hasWildcards: Bool, context: RequestContext) {
    for part in text.parts {
      switch part {
      case .literal(let literal): append(policy: literal, hasWildcards: hasWildcards, context: context)
      case .reference, .open: append(part)
      }
    }
  }

  /// What a request names.
  ///
  /// - Parameter hasUnknowns: Whether `*` stands for what is not known of it; otherwise it is a character.
  init(request text: Text, hasUnknowns: Bool) {
    for part in text.parts {
      switch part {
      case .literal(let literal):
        symbols += literal.utf8.map { hasUnknowns && $0 == UInt8(ascii: "*") ? .unknown : .byte($0) }
      case .reference, .open: append(part)
      }
    }
  }

  private mutating func append(_ part: Text.Part) {
    if case .open(let expression) = part, !expression.isFixedAtDeployment {
      symbols.append(.unknown)
    } else {
      symbols.append(.fixed(part))
    }
  }

  private mutating func append(policy literal: String, hasWildcards: Bool, context: RequestContext) {
    var rest = literal.utf8[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "$"), rest.dropFirst().first == UInt8(ascii: "{"),
        let end = rest.firstIndex(of: UInt8(ascii: "}"))
      {
        append(variable: String(Substring(rest[..<end]).dropFirst(2)), context: context)
        rest = rest[rest.index(after: end)...]
        continue
      }
      symbols.append(Self.symbol(byte, hasWildcards: hasWildcards))
      rest = rest.dropFirst()
    }
  }

  private static func symbol(_ byte: UInt8, hasWildcards: Bool) -> Symbol {
    switch byte {
    case UInt8(ascii: "*") where hasWildcards: .anyRun
    case UInt8(ascii: "?") where hasWildcards: .anyOne
    default: .byte(byte)
    }
  }

  /// - Parameter variable: `aws:username`, `aws:PrincipalTag/team, 'nobody'`, `*`.
  private mutating func append(variable: String, context: RequestContext) {
    if ["*", "?", "$"].contains(variable) {
      symbols += variable.utf8.map { .byte($0) }
      return
    }
    let parts = variable.split(separator: ",", maxSplits: 1)
    switch context[parts.first.map { String($0).trimmingSpaces } ?? ""] {
    case .unknown: symbols.append(.unknown)
    case .values(let values):
      // A key with several values cannot stand in a text.
      guard values.count == 1 else { return lacksValue = true }
      symbols += values[0].utf8.map { .byte($0) }
    case .absent:
      guard parts.count == 2, let value = Self.unquoted(String(parts[1]).trimmingSpaces) else {
        return lacksValue = true
      }
      symbols += value.utf8.map { .byte($0) }
    }
  }

  private static func unquoted(_ text: String) -> String? {
    guard text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") else { return nil }
    return String(text.dropFirst().dropLast())
  }
}

extension String {
  var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
