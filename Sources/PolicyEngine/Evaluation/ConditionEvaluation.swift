internal import ApplicationModel

extension PolicyCondition {
  /// Whether it holds for a request.
  package func holds(in context: RequestContext) -> Truth {
    // An operator that is not documented is refused by the platform, so its meaning is not guessed.
    guard let parsed = ConditionOperator(operation) else { return .maybe }
    if parsed.test == .null { return isNull(in: context) }
    switch context[key] {
    case .unknown: return .maybe
    case .absent: return holdsWithoutKey(parsed)
    case .values(let given):
      guard !given.isEmpty else { return holdsWithoutKey(parsed) }
      return holds(parsed, given, context)
    }
  }

  private func holdsWithoutKey(_ parsed: ConditionOperator) -> Truth {
    switch parsed.quantifier {
    case .all: .yes
    case .any: Truth(parsed.holdsIfAbsent)
    case .one: Truth(parsed.holdsIfAbsent || parsed.isNegated)
    }
  }

  private func holds(_ parsed: ConditionOperator, _ given: [Text], _ context: RequestContext) -> Truth {
    let test = { (value: Text) -> Truth in
      let matches = values.any { parsed.test.compares($0, with: value, in: context) }
      return parsed.isNegated ? !matches : matches
    }
    switch parsed.quantifier {
    case .all: return given.all(test)
    case .any: return given.any(test)
    // A key of one value; for one of several the platform's answer is not documented.
    case .one: return parsed.isNegated ? given.all(test) : given.any(test)
    }
  }

  /// `Null: "true"` holds for a request without the key.
  private func isNull(in context: RequestContext) -> Truth {
    let isAbsent: Truth =
      switch context[key] {
      case .unknown: .maybe
      case .absent: .yes
      case .values(let given): Truth(given.isEmpty)
      }
    return values.any { value in
      switch value.literal?.lowercased() {
      case "true"?: isAbsent
      case "false"?: !isAbsent
      case nil: .maybe
      default: .no
      }
    }
  }
}

extension ConditionOperator.Test {
  /// Whether a value of the request satisfies one value of the policy.
  fileprivate func compares(_ expected: Text, with given: Text, in context: RequestContext) -> Truth {
    switch self {
    case .text(let hasWildcards, let ignoresCase):
      PatternMatching.matchesText(
        expected, given, context: context, hasWildcards: hasWildcards, ignoringCase: ignoresCase)
    case .arn:
      given.literal.map { $0.hasPrefix("arn:") } ?? true
        ? PatternMatching.matchesARN(expected, given, context: context, isNameExact: true) : .no
    case .number(let comparison): literally(expected, given) { Self.numbers(comparison, $1, $0) }
    case .date(let comparison): literally(expected, given) { Self.dates(comparison, $1, $0) }
    case .bool: literally(expected, given) { $0.lowercased() == $1.lowercased() }
    case .binary: literally(expected, given) { $0 == $1 }
    case .address: literally(expected, given) { AddressBlock($0)?.contains(AddressBlock($1)) ?? false }
    case .null: .no
    }
  }

  private func literally(_ expected: Text, _ given: Text, _ test: (String, String) -> Bool) -> Truth {
    guard let expected = expected.literal, let given = given.literal, !expected.contains("${") else {
      return .maybe
    }
    return Truth(test(expected, given))
  }

  private static func numbers(
    _ comparison: ConditionOperator.Comparison, _ given: String, _ expected: String
  ) -> Bool {
    guard let left = Double(given), let right = Double(expected) else { return false }
    return comparison.holds(left, right)
  }

  private static func dates(
    _ comparison: ConditionOperator.Comparison, _ given: String, _ expected: String
  ) -> Bool {
    guard let left = PolicyDate(given), let right = PolicyDate(expected) else { return false }
    return comparison.holds(left.seconds, right.seconds)
  }
}
