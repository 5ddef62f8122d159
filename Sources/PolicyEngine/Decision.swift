package import ApplicationModel

/// What a set of identity policies says about a request, before resource policies and boundaries.
package enum Decision: Hashable, Sendable {
  case allowed(by: Statement)
  case denied
  /// Allowed if the statement's conditions hold, which cannot be told here.
  case depends(on: Statement)
}

extension [Statement] {
  /// - Parameters:
  ///   - action: `s3:PutObject`.
  ///   - resource: The resource's ARN, with `*` for what is not known of it.
  package func decision(for action: String, on resource: Text) -> Decision {
    let matching = filter { $0.covers(action: action) && $0.mayCover(resource: resource) }
    if matching.contains(where: { $0.denies && $0.conditions.isEmpty }) { return .denied }
    let isConditionallyDenied = matching.contains(where: \.denies)
    if let allowing = matching.first(where: { $0.allows && $0.conditions.isEmpty }) {
      return isConditionallyDenied ? .depends(on: allowing) : .allowed(by: allowing)
    }
    guard let allowing = matching.first(where: \.allows) else { return .denied }
    return .depends(on: allowing)
  }
}

extension Statement {
  /// Whether its `Resource` or `NotResource` may cover a resource; open parts may be anything.
  package func mayCover(resource: Text) -> Bool {
    switch resources {
    case .absent: false
    case .only(let patterns): patterns.contains { $0.value.mayName(resource) }
    case .allExcept(let patterns): !patterns.contains { $0.value.isFixed && $0.value.mayName(resource) }
    }
  }
}

extension Text {
  /// Whether two patterns may stand for the same resource.
  ///
  /// Two different references never do: a statement about one table is not about another.
  package func mayName(_ other: Text) -> Bool {
    if isWildcard || other.isWildcard { return true }
    let left = references.first
    let right = other.references.first
    if let left, let right { return left.id == right.id }
    return Glob(glob).overlaps(Glob(other.glob))
  }
}
