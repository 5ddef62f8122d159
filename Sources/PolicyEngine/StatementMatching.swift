package import ApplicationModel

extension Statement {
  /// Whether it is an `Allow`; one whose effect is open counts, because silence would hide it.
  package var allows: Bool { effect.value != .deny }

  package var denies: Bool { effect.value == .deny }

  /// Whether its `Action` or `NotAction` covers an action.
  ///
  /// An action with an open part covers what its literal text allows: `s3:${Verb}` covers `s3:GetObject`.
  ///
  /// - Parameter action: `s3:GetObject`; case does not matter.
  package func covers(action: String) -> Bool {
    switch actions {
    case .absent: false
    case .only(let patterns): patterns.contains { $0.value.mayMatch(action: action) }
    case .allExcept(let patterns): !patterns.contains { $0.value.mayMatch(action: action) }
    }
  }

  /// The pattern by which `Action` covers an action; `nil` for `NotAction` and where it does not.
  package func pattern(covering action: String) -> Located<Text>? {
    guard case .only(let patterns) = actions else { return nil }
    return patterns.first { $0.value.mayMatch(action: action) }
  }

  /// Whether it covers every action of every service.
  package var coversEveryAction: Bool {
    guard case .only(let patterns) = actions else { return false }
    return patterns.contains { $0.value.isWildcard || $0.value.literal == "*:*" }
  }

  /// Whether it applies to every resource: `Resource: "*"`, also as `arn:aws:*`.
  package var coversEveryResource: Bool {
    switch resources {
    case .absent: false
    case .only(let patterns): patterns.contains { $0.value.isWildcard }
    // Everything but a few is as good as everything.
    case .allExcept: true
    }
  }

  /// Whether its `Resource` names all that another statement's does; a resource of no name is the policy's own.
  func coversResources(of other: Statement) -> Bool {
    switch (resources, other.resources) {
    case (.absent, _): true
    case (.only(let wide), .only(let narrow)):
      narrow.allSatisfy { text in wide.contains { $0.value.covers(text.value) } }
    case (.only, _): coversEveryResource
    case (.allExcept, _): false
    }
  }
}

extension Text {
  /// Whether every text that the other pattern stands for matches this one.
  fileprivate func covers(_ other: Text) -> Bool {
    if isWildcard || self == other { return true }
    guard references.first?.id == other.references.first?.id else { return false }
    // The same resource may be written by its ARN or by its name within one: what follows it counts.
    return Glob(tail.glob).matches(other.tail.glob)
  }

  /// What stands behind the first reference; everything where there is none.
  private var tail: Text {
    guard let index = parts.firstIndex(where: { if case .reference = $0 { true } else { false } }) else {
      return self
    }
    return Text(Array(parts[(index + 1)...]))
  }

  /// `*`, or an ARN that leaves every segment open.
  package var isWildcard: Bool {
    guard let literal else { return false }
    if !literal.isEmpty, literal.utf8.allSatisfy({ $0 == UInt8(ascii: "*") }) { return true }
    // Most texts say after the first colon that they are none: `arn:aws:s3:…`, `s3:GetObject`.
    guard literal.hasPrefix("arn:") || literal.hasPrefix("*:") else { return false }
    let segments = literal.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    // The partition need not be open: nobody has resources in two. `arn:*` has it open with all the rest.
    let rest = segments.dropFirst(segments.count == 2 ? 1 : 2)
    return rest.contains("*") && rest.allSatisfy { $0 == "*" || $0.isEmpty }
  }

  /// The text as a pattern, with `*` for each open part; references become `*` as well.
  package var glob: String {
    parts.map { if case .literal(let text) = $0 { text } else { "*" } }.joined()
  }

  func mayMatch(action: String) -> Bool {
    Glob(glob, ignoringCase: true).matches(action.lowercased())
  }
}
