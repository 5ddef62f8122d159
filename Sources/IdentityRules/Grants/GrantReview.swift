internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import PolicyEngine
internal import RuleModel

/// What statements give beyond the needs of the code, one finding per statement.
enum GrantReview {
  static func verdicts(
    of rule: some Rule, in context: RuleContext
  ) -> [Verdict] {
    var reported: Set<SourceLocation> = []
    return zip(context.workloadRoles, context.fact(RolePrivileges.self).all).map { holder, privileges in
      guard let privileges else { return .notApplicable }
      let needed = Set(privileges.comparison.needed.map { $0.action.lowercased() })
      // Needed on another resource than the statement names: the name of the resource was not understood.
      let written = privileges.comparison.excess.filter {
        !holder.isUnwritten($0.statement, in: context.application)
      }
      let excess = written.filter { item in
        !item.examples.allSatisfy { needed.contains($0.lowercased()) } || item.examples.isEmpty
      }
      let byStatement = Dictionary(grouping: excess) {
        $0.statement.location
      }
      let findings = byStatement.keys.sorted().compactMap { place -> Finding? in
        guard let excess = byStatement[place], isWorthSaying(excess), reported.insert(place).inserted else {
          return nil
        }
        return finding(of: rule, excess, holder, privileges, in: context)
      }
      return findings.isEmpty ? .pass : .fail(findings)
    }
  }

  /// Statements that a transform adds cannot be narrowed, those with a concern of their own have a rule of their
  /// own, and a right or two to read more of the same is nothing that anybody would act on.
  private static func isWorthSaying(_ excess: [PrivilegeComparison.Excess]) -> Bool {
    guard let statement = excess.first?.statement,
      !statement.isImplied || excess.allSatisfy({ $0.unusedCount > 0 })
    else {
      return false
    }
    // The platform writes the log, not the code.
    guard !excess.allSatisfy(isForLogging) else { return false }
    // Beside what is used, rights that only read more of the same are nothing that anybody would act on.
    guard statement.concerns.keys.allSatisfy({ $0 == .write || $0 == .dataRead }) else { return false }
    return excess.contains { $0.harmfulCount > 0 } || excess.allSatisfy(\.isIdle)
  }

  /// The platform writes the log with the role's rights, not the code.
  private static func isForLogging(_ excess: PrivilegeComparison.Excess) -> Bool {
    let logging: Set<String> = [
      "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:TagResource",
    ]
    return excess.unknown.isEmpty && excess.unusedCount == excess.examples.count
      && excess.examples.allSatisfy(logging.contains)
  }

  private static func finding(
    of rule: some Rule, _ excess: [PrivilegeComparison.Excess], _ holder: WorkloadRole,
    _ privileges: CodePrivileges,
    in context: RuleContext
  ) -> Finding? {
    guard let first = excess.first else { return nil }
    let needs = Set(privileges.comparison.needed.map(\.action)).sorted()
    // A policy template may be several statements at one place.
    let statements = Set(excess.map(\.statement))
    let used =
      needs.filter { need in statements.contains { $0.covers(action: need) } }
      + Set(excess.flatMap(\.open)).sorted()
    if !used.isEmpty, excess.allSatisfy({ $0.harmfulCount == 0 }) { return nil }
    let examples = excess.flatMap(\.examples).map { "`\($0)`" }.phrase()
    let count = excess.reduce(0) { $0 + $1.unusedCount }
    let rest =
      used.isEmpty
      ? "nothing of it is used by the code" : "the code uses only \(used.map { "`\($0)`" }.phrase(limit: 5))"
    let message =
      "\(holder.title) may do \(count) \(count == 1 ? "thing" : "things") by this statement that no code asks for "
      + "(\(examples)); \(rest)." + privileges.needSentence + context.reachSentence(holder.functions)
    // A right or two beside those that are used is tidying; a statement that nothing uses is a door.
    let isHarmful = excess.contains { $0.harmfulCount > 0 } && (used.isEmpty || count > 3)
    var finding = rule.finding(
      message, about: holder.subject, functions: holder.functions,
      at: first.pattern?.location ?? first.statement.location,
      severity: isHarmful ? nil : .low, confidence: holder.confidence == .high ? .high : .medium,
      discriminator: excess.compactMap { $0.pattern?.value.pattern }.sorted().joined(separator: ","),
      in: context)
    if !privileges.minimal.isEmpty { finding.show(example: privileges.yaml, of: rule.metadata) }
    return finding
  }
}
