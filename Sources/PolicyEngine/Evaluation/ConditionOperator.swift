/// An operator of a `Condition` block, taken apart.
struct ConditionOperator: Hashable {
  enum Comparison: Hashable {
    case equal
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
  }

  enum Test: Hashable {
    case text(hasWildcards: Bool, ignoresCase: Bool)
    case number(Comparison)
    case date(Comparison)
    case bool
    case binary
    case address
    case arn
    case null
  }

  enum Quantifier: Hashable {
    case one
    case all
    case any
  }

  let test: Test
  let isNegated: Bool
  let quantifier: Quantifier
  /// `…IfExists`: holds for a request without the key.
  let holdsIfAbsent: Bool

  /// - Parameter name: As written; case does not matter to the platform.
  /// - Returns: `nil` for an operator that is not documented.
  init?(_ name: String) {
    var name = name.lowercased()
    if let quantified = Self.removing("forallvalues:", from: name) {
      (name, quantifier) = (quantified, .all)
    } else if let quantified = Self.removing("foranyvalue:", from: name) {
      (name, quantifier) = (quantified, .any)
    } else {
      quantifier = .one
    }
    holdsIfAbsent = name.hasSuffix("ifexists")
    if holdsIfAbsent { name = String(name.dropLast("ifexists".count)) }
    guard let (test, isNegated) = Self.tests[name] else { return nil }
    self.test = test
    self.isNegated = isNegated
  }

  private static func removing(_ prefix: String, from name: String) -> String? {
    name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
  }

  private static let tests: [String: (Test, Bool)] = [
    "stringequals": (.text(hasWildcards: false, ignoresCase: false), false),
    "stringnotequals": (.text(hasWildcards: false, ignoresCase: false), true),
    "stringequalsignorecase": (.text(hasWildcards: false, ignoresCase: true), false),
    "stringnotequalsignorecase": (.text(hasWildcards: false, ignoresCase: true), true),
    "stringlike": (.text(hasWildcards: true, ignoresCase: false), false),
    "stringnotlike": (.text(hasWildcards: true, ignoresCase: false), true),
    "numericequals": (.number(.equal), false), "numericnotequals": (.number(.equal), true),
    "numericlessthan": (.number(.less), false), "numericlessthanequals": (.number(.lessOrEqual), false),
    "numericgreaterthan": (.number(.greater), false),
    "numericgreaterthanequals": (.number(.greaterOrEqual), false),
    "dateequals": (.date(.equal), false), "datenotequals": (.date(.equal), true),
    "datelessthan": (.date(.less), false), "datelessthanequals": (.date(.lessOrEqual), false),
    "dategreaterthan": (.date(.greater), false), "dategreaterthanequals": (.date(.greaterOrEqual), false),
    "bool": (.bool, false), "binaryequals": (.binary, false), "ipaddress": (.address, false),
    "notipaddress": (.address, true), "arnequals": (.arn, false), "arnlike": (.arn, false),
    "arnnotequals": (.arn, true), "arnnotlike": (.arn, true), "null": (.null, false),
  ]
}

extension ConditionOperator.Comparison {
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
