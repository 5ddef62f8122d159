internal import ApplicationModel

/// What the platform compares a statement's `Resource` with for actions that list a service's resources.
///
/// The authorization reference has no resource for them, and a statement on `*` always gives them. Some services
/// still evaluate them on an ARN, so that `arn:aws:logs:*:*:*` gives `logs:DescribeLogGroups` as well.
enum ListingResource {
  /// The exact ARN: a `*` in it is a character, as the service sends it.
  ///
  /// - Returns: `nil` for an action that is evaluated on `*`, or not known to be evaluated otherwise.
  static func evaluated(for action: String) -> Text? { known[action.lowercased()] }

  private static let known: [String: Text] = [
    "logs:describeloggroups": regional("logs", "log-group::log-stream:"),
    "s3:listallmybuckets": "arn:aws:s3:::*",
    "sns:listsubscriptions": regional("sns", "*"),
    "sns:listtopics": regional("sns", "*"),
    "states:liststatemachines": regional("states", "stateMachine:*"),
  ]

  private static func regional(_ service: String, _ name: String) -> Text {
    // Not the pseudo parameters: what is not known of a segment has no colon in it.
    Text([
      .literal("arn:aws:\(service):"), .open(Expression("the region")), .literal(":"),
      .open(Expression("the account")), .literal(":\(name)"),
    ])
  }
}

extension Statement {
  /// Whether it is about what an action that takes no resource is evaluated on.
  func coversListing(by action: String) -> Truth {
    guard let exact = ListingResource.evaluated(for: action) else { return coversAll(of: nil) }
    let matches = { (pattern: Located<Text>) in
      PatternMatching.matchesARN(pattern.value, exact, context: RequestContext(), isNameExact: true)
    }
    switch resources {
    case .absent: return .no
    case .only(let patterns): return patterns.any(matches)
    case .allExcept(let patterns): return !patterns.any(matches)
    }
  }
}
