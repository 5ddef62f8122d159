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
}

extension Text {
  /// `*`, or an ARN that leaves every segment open.
  package var isWildcard: Bool {
    guard let literal else { return false }
    if literal == "*" || literal == "**" { return true }
    // Most texts say after the first colon that they are none: `arn:aws:s3:…`, `s3:GetObject`.
    guard literal.hasPrefix("arn:") || literal.hasPrefix("*:") else { return false }
    let segments = literal.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard segments.count > 2, segments[0] == "arn" || segments[0] == "*" else { return false }
    return segments.dropFirst(2).allSatisfy { $0 == "*" || $0.isEmpty }
  }

  /// The text as a pattern, with `*` for each open part; references become `*` as well.
  package var glob: String {
    parts.map { if case .literal(let text) = $0 { text } else { "*" } }.joined()
  }

  func mayMatch(action: String) -> Bool {
    Glob(glob, ignoringCase: true).matches(action.lowercased())
  }
}
