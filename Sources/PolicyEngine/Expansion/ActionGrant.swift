package import ApplicationModel
package import FindingModel

/// One action that a statement gives, and on what.
package struct ActionGrant: Hashable, Sendable {
  /// `dynamodb:GetItem`; the pattern as written where the catalogue does not know what it covers.
  package let action: String
  /// `nil` for what the catalogue does not know.
  package let accessLevel: AccessLevel?
  /// The entry of `Action` that gives it; `nil` for `NotAction`.
  package let pattern: Located<Text>?
  package let resources: Matchers
  package let conditions: [PolicyCondition]
  package let location: SourceLocation
}

extension Statement {
  /// Every action it is about, whether it allows or denies: `dynamodb:*` becomes one grant per action.
  ///
  /// Lazily, in the order of its entries, and within an entry by service and name. An action that two entries
  /// cover comes twice.
  package func grants(in catalogue: ServiceCatalogue) -> some Sequence<ActionGrant> {
    let patterns: [Located<Text>?]
    let excluded: [Text]
    switch actions {
    case .absent: (patterns, excluded) = ([], [])
    case .only(let texts): (patterns, excluded) = (texts, [])
    case .allExcept(let texts): (patterns, excluded) = ([nil], texts.map(\.value))
    }
    return patterns.lazy.flatMap { pattern in
      catalogue.namesAndLevels(matching: pattern?.value.glob ?? "*", orItself: pattern != nil).lazy
        .filter { entry in !excluded.contains { $0.mayMatch(action: entry.name) } }
        .map { grant(of: $0.name, level: $0.level, pattern: pattern) }
    }
  }

  private func grant(of action: String, level: AccessLevel?, pattern: Located<Text>?) -> ActionGrant {
    ActionGrant(
      action: action, accessLevel: level, pattern: pattern, resources: resources, conditions: conditions,
      location: location)
  }
}

extension ServiceCatalogue {
  /// - Parameter orItself: Whether a pattern that covers nothing known stands for itself.
  fileprivate func namesAndLevels(
    matching pattern: String, orItself: Bool
  ) -> [(name: String, level: AccessLevel?)] {
    let known = actionLevels(matching: pattern).map { (name: $0.name, level: Optional($0.level)) }
    return known.isEmpty && orItself ? [(pattern, nil)] : known
  }
}
