/// One bound on a version, `>=1.2`.
struct Comparison<Bound: Comparable & Sendable>: Sendable {
  enum Relation: Sendable {
    case less
    case lessOrEqual
    case equal
    case notEqual
    case greaterOrEqual
    case greater
  }

  let relation: Relation
  let bound: Bound

  init(_ relation: Relation, _ bound: Bound) {
    self.relation = relation
    self.bound = bound
  }

  func allows(_ version: Bound) -> Bool {
    switch relation {
    case .less: version < bound
    case .lessOrEqual: version <= bound
    case .equal: version == bound
    case .notEqual: version != bound
    case .greaterOrEqual: version >= bound
    case .greater: version > bound
    }
  }
}

extension VersionScanner {
  /// `>=`, `<=`, `!=`, `==`, `>`, `<` or `=`; `nil` where none of them comes next.
  mutating func takeRelation<Bound>(for _: Bound.Type) -> Comparison<Bound>.Relation? {
    if take(text: ">=") { return .greaterOrEqual }
    if take(text: "<=") { return .lessOrEqual }
    if take(text: "!=") { return .notEqual }
    if take(text: "==") || take("=") { return .equal }
    if take(">") { return .greater }
    return take("<") ? .less : nil
  }
}
