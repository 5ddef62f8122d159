internal import ApplicationModel
internal import PolicyEngine

/// What is wrong with an action that a statement allows; each has one rule that answers for it.
///
/// The order is the order of responsibility: an action, or a pattern of actions, belongs to the first
/// concern that fits, so that one flaw is one finding.
enum StatementConcern: Int, CaseIterable, Comparable, Sendable {
  /// Every action on everything, or every action of IAM: `sas4-admin`.
  case administration
  /// `NotAction` or `NotResource`: `sas4-notaction`. Answers for the whole statement.
  case exceptions
  /// `s3:*`: `sas4-service-wildcard`. Answers for all actions of the service in the statement.
  case wholeService
  /// An action that alone makes the role anything it likes: `sas4-privilege-escalation`.
  case escalation
  /// `iam:PassRole` of any role: `sas4-passrole-any`.
  case passRole
  /// Code, configuration or permissions of functions: `sas4-lambda-self-modify`. Also on named resources.
  case functionChange
  /// Policies of other resources: `sas4-resource-exposure`.
  case exposure
  /// `sts:AssumeRole` of any role: `sas4-assume-role-any`.
  case assumeRole
  /// Reading of data and secrets: `sas4-data-exfiltration`.
  case dataRead
  /// Use of any key to decrypt or sign: `sas4-kms-decrypt-any`.
  case decryption
  /// Starting any function or state machine: `sas4-invoke-any`.
  case invocation
  /// Any other writing action that could be scoped: `sas4-resource-wildcard`.
  case write

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Statement {
  /// Its concerns with the actions that raise them; empty for a `Deny` and for what a transform added.
  ///
  /// Of a policy template the user writes the resource: a `*` there is his, the choice of actions is not.
  var concerns: [StatementConcern: [ActionPattern]] {
    guard allows else { return [:] }
    if isImplied { return filledIn?.concernsOfPatterns.joiningAll ?? [:] }
    return concernsOfPatterns
  }

  private var concernsOfPatterns: [StatementConcern: [ActionPattern]] {
    if actions.isException || resources.isException {
      return isNarrowedByConditions ? [:] : [.exceptions: []]
    }
    let patterns = actionPatterns
    let wholeServices = Set(patterns.filter(\.isWholeService).map(\.service))
    var concerns: [StatementConcern: [ActionPattern]] = [:]
    for pattern in patterns {
      let isCovered =
        (pattern.service != "*" && wholeServices.contains("*"))
        || (!pattern.isWholeService && wholeServices.contains(pattern.service))
      guard !isCovered, let concern = concern(of: pattern) else { continue }
      concerns[concern, default: []].append(pattern)
    }
    return concerns.joiningWrites
  }

  /// The one concern of a pattern of actions, if any.
  func concern(of pattern: ActionPattern) -> StatementConcern? {
    guard let breadth else { return nil }
    if breadth == .everything, pattern.isAdministrative { return .administration }
    // Administration under a condition is still administration; all else is not wide any more.
    if isNarrowedByConditions { return nil }
    if pattern.isWholeService { return pattern.isHarmlessService(on: breadth) ? nil : .wholeService }
    let concern = SensitiveActions.concern(of: pattern)
    if concern == .functionChange { return concern }
    guard breadth > .named else { return nil }
    return concern ?? (ActionAccess.writes(pattern) ? .write : nil)
  }
}

extension Statement {
  /// What the user filled in of a statement that a transform adds, where that reaches all of a kind.
  ///
  /// A transform's own words lie where the statement does.
  private var filledIn: Statement? {
    guard case .only(let texts) = resources else { return nil }
    let written = texts.filter { $0.location != location && ($0.value.breadth ?? .named) > .named }
    guard !written.isEmpty else { return nil }
    return Statement(
      sid: sid, effect: effect, actions: actions, resources: .only(written), principals: principals,
      conditions: conditions, location: location)
  }
}

extension [StatementConcern: [ActionPattern]] {
  /// One concern for all, because the cause and the cure are one parameter; readable data before others.
  fileprivate var joiningAll: Self {
    guard let concern = self[.dataRead] == nil ? keys.min() : .dataRead else { return [:] }
    return filter { $0.key == concern }
  }

  /// Drops writes on services for which a graver concern of the statement speaks already: the cause, a
  /// wide `Resource`, and the cure are the same.
  fileprivate var joiningWrites: Self {
    guard let writes = self[.write] else { return self }
    let spokenFor = Set(filter { $0.key != .write && $0.key != .escalation }.values.joined().map(\.service))
    let left = writes.filter { !spokenFor.contains($0.service) }
    var joined = self
    joined[.write] = left.isEmpty ? nil : left
    return joined
  }
}

extension ActionPattern {
  /// `*`, `iam:*`: whoever may do everything in IAM may give himself the rest.
  fileprivate var isAdministrative: Bool { isEverything || (service == "iam" && isWholeService) }

  /// Services of which every action is harmless, or cannot be scoped.
  fileprivate func isHarmlessService(on breadth: ResourceBreadth) -> Bool {
    ActionAccess.unscopedServices.contains(service)
      || (breadth == .named && ["logs", "execute-api"].contains(service))
  }
}

extension Matchers {
  var isException: Bool {
    if case .allExcept = self { true } else { false }
  }
}
