package import FindingModel

/// Applies the user's suppressions to findings and keeps account of those that are past, malformed or unused.
package struct SuppressionLedger: Sendable {
  /// A suppression and what it covers.
  private struct Item: Sendable {
    let suppression: Suppression
    let rule: String
    let scope: Scope
    let isPast: Bool
  }

  private enum Scope: Sendable {
    case lines(path: String, ClosedRange<Int>)
    /// A resource's own metadata: findings about it, wherever they are located.
    case subject(application: String, name: String)
  }

  private let asOf: CalendarDate
  private let knownRules: Set<String>
  private var items: [Item] = []
  private var malformed: [MalformedSuppression] = []

  package init(asOf: CalendarDate, knownRules: Set<String>) {
    self.asOf = asOf
    self.knownRules = knownRules
  }

  package mutating func add(_ suppressions: [InlineSuppression], malformed: [MalformedSuppression]) {
    self.malformed += malformed
    for item in suppressions {
      add(
        rule: item.rule, reason: item.reason, until: item.until, at: item.location,
        scope: .lines(path: item.location.path, item.lines))
    }
  }

  /// A suppression of a resource's metadata.
  ///
  /// - Parameter until: As written; a date that cannot be read makes the suppression malformed.
  package mutating func add(
    rule: String, reason: String?, until: String?, subject: String, application: String,
    at location: SourceLocation
  ) {
    guard let reason, reason.contains(where: { !$0.isWhitespace }) else {
      malformed.append(MalformedSuppression(location: location, problem: "it gives no reason"))
      return
    }
    var date: CalendarDate?
    if let until {
      guard let parsed = CalendarDate(until) else {
        malformed.append(
          MalformedSuppression(
            location: location, problem: "'\(until.prefix(20))' is no date of the form YYYY-MM-DD"))
        return
      }
      date = parsed
    }
    add(
      rule: rule, reason: reason, until: date, at: location,
      scope: .subject(application: application, name: subject))
  }

  private mutating func add(
    rule: String, reason: String, until: CalendarDate?, at location: SourceLocation, scope: Scope
  ) {
    guard knownRules.contains(rule) else {
      malformed.append(
        MalformedSuppression(location: location, problem: "there is no rule '\(rule.prefix(60))'"))
      return
    }
    items.append(
      Item(
        suppression: Suppression(reason: reason, until: until?.description, location: location), rule: rule,
        scope: scope, isPast: until.map { $0 < asOf } ?? false))
  }

  /// - Parameter activeRules: Rules that ran: a suppression of another rule is not called unused.
  /// - Returns: The findings with their suppressions, and a sentence for each suppression that does not work.
  package func apply(
    to findings: [Finding], activeRules: Set<String>
  ) -> (findings: [ReportedFinding], notices: [String]) {
    var used: Set<Int> = []
    let reported = findings.map { finding in
      let matching = items.indices.filter { matches(items[$0], finding) }
      used.formUnion(matching)
      let valid = matching.first { !items[$0].isPast }
      return ReportedFinding(finding, suppression: valid.map { items[$0].suppression })
    }
    var notices: [(SourceLocation, String)] = malformed.map {
      ($0.location, "The suppression at \($0.location) does not count: \($0.problem).")
    }
    for (index, item) in items.enumerated() {
      let place = item.suppression.location
      if item.isPast {
        let date = item.suppression.until ?? ""
        notices.append(
          (place, "The suppression of \(item.rule) at \(place) ended on \(date) and no longer counts."))
      } else if !used.contains(index), activeRules.contains(item.rule) {
        notices.append(
          (place, "The suppression of \(item.rule) at \(place) matches no finding and can be removed."))
      }
    }
    return (reported, notices.sorted { $0.0 < $1.0 }.map(\.1))
  }

  private func matches(_ item: Item, _ finding: Finding) -> Bool {
    guard item.rule == finding.rule else { return false }
    switch item.scope {
    case .lines(let path, let lines):
      return finding.location.path == path && lines.contains(Int(finding.location.line))
    case .subject(let application, let name):
      return finding.application == application && finding.subject.name == name
    }
  }
}
