internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import PolicyEngine
internal import RuleModel

/// What statements and policies give beyond the needs of the code, one finding for each place.
enum GrantReview {
  static func verdicts(
    of rule: some Rule, in context: RuleContext
  ) -> [Verdict] {
    var reported: Set<SourceLocation> = []
    return zip(context.workloadRoles, context.fact(RolePrivileges.self).all).map { holder, privileges in
      guard let privileges else { return .notApplicable }
      // The graver finding about the same statement speaks for it.
      let escalating = Set(holder.escalations.flatMap(\.steps).map(\.statement.location))
      let places = PlaceOfGrants.all(of: holder, privileges).filter { place in
        !escalating.contains(place.location)
          && !place.statements.contains { holder.isUnwritten($0, in: context.application) }
      }
      let findings = places.compactMap { place -> Finding? in
        guard place.isWorthSaying, reported.insert(place.location).inserted else { return nil }
        return finding(of: rule, place, holder, privileges, in: context)
      }
      return findings.isEmpty ? .pass : .fail(findings)
    }
  }

  private static func finding(
    of rule: some Rule, _ place: PlaceOfGrants, _ holder: WorkloadRole, _ privileges: CodePrivileges,
    in context: RuleContext
  ) -> Finding? {
    let used = place.used(of: privileges)
    if !used.isEmpty, place.excess.allSatisfy({ $0.harmfulCount == 0 }) { return nil }
    let message =
      place.message(of: holder, used: used) + privileges.needSentence
      + context.reachSentence(holder.functions)
    // A right or two beside those that are used is tidying; a statement that nothing uses is a door.
    let isHarmful =
      place.excess.contains { $0.harmfulCount > 0 } && (used.isEmpty || place.unusedCount > 3)
    var finding = rule.finding(
      message, about: holder.subject, functions: holder.functions,
      at: place.excess.first?.pattern?.location ?? place.location,
      severity: isHarmful ? nil : .low, confidence: holder.confidence == .high ? .high : .medium,
      discriminator: place.excess.compactMap { $0.pattern?.value.pattern }.sorted().joined(separator: ","),
      in: context)
    finding.show(
      place.policy == nil
        ? privileges.advice(onStatementAt: place.location) : privileges.advice(onPolicyAt: place.location),
      for: place.noun, in: privileges.dialect, of: rule.metadata)
    return finding
  }
}
