internal import FindingModel

/// One line may give the same flaw to many functions, such as a variable in `Globals` or `provider`: that is one
/// finding with many functions, and not one per function.
enum SharedCause {
  private struct Cause: Hashable {
    let rule: String
    let location: SourceLocation
    let discriminator: String
  }

  /// - Returns: The findings in their order; of those that share a cause the worst stands for all.
  static func merged(_ findings: [Finding]) -> [Finding] {
    let groups = Dictionary(grouping: findings.filter(isAboutFunction), by: cause)
    var done: Set<Cause> = []
    return findings.compactMap { finding in
      guard isAboutFunction(finding), let group = groups[cause(of: finding)], subjects(of: group).count > 1
      else {
        return finding
      }
      return done.insert(cause(of: finding)).inserted ? merge(group) : nil
    }
  }

  private static func isAboutFunction(_ finding: Finding) -> Bool {
    if case .function = finding.subject { true } else { false }
  }

  private static func cause(of finding: Finding) -> Cause {
    Cause(rule: finding.rule, location: finding.location, discriminator: finding.discriminator)
  }

  private static func subjects(of group: [Finding]) -> Set<String> { Set(group.map(\.subject.name)) }

  private static func merge(_ group: [Finding]) -> Finding? {
    // The first of the worst by name: the same for every order of judging.
    let worst = group.min { left, right in
      (right.severity, left.subject.name) < (left.severity, right.subject.name)
    }
    guard let worst else { return nil }
    let others = subjects(of: group).subtracting([worst.subject.name]).sorted().map { "'\($0)'" }
    let listed = others.count > 4 ? others.prefix(3) + ["\(others.count - 3) other functions"] : others[...]
    let names =
      listed.count == 1
      ? listed.joined() : listed.dropLast().joined(separator: ", ") + " and " + (listed.last ?? "")
    return Finding(
      rule: worst.rule, risk: worst.risk, weaknesses: worst.weaknesses, severity: worst.severity,
      confidence: worst.confidence, title: worst.title,
      message: worst.message + " The same is true of \(names).", remediation: worst.remediation,
      subject: worst.subject, application: worst.application,
      functions: Set(group.flatMap(\.functions)).sorted(), location: worst.location, trace: worst.trace,
      references: worst.references, discriminator: worst.discriminator, condition: worst.condition)
  }
}
