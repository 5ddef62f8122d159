internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine
internal import RuleModel

extension Rule {
  /// A finding about a policy of the platform that a role holds, with what would do in its place.
  ///
  /// Without the code nobody knows what would do, so that an example would only mislead.
  func managedFinding(
    _ message: String, about policy: ManagedReach, of holder: WorkloadRole, severity: Severity,
    in context: RuleContext
  ) -> Finding {
    let privileges = context.privileges(of: holder)
    var finding = finding(
      message + (privileges?.needSentence ?? "") + context.reachSentence(holder.functions),
      about: holder.subject, functions: holder.functions, at: policy.location, severity: severity,
      confidence: holder.confidence, discriminator: policy.name, in: context)
    finding.advise(Self.metadata.remediation.advice)
    if let privileges {
      finding.show(
        privileges.advice(onPolicyAt: policy.location), for: "the managed policy", in: privileges.dialect,
        of: Self.metadata)
    }
    return finding
  }
}

extension RuleContext {
  /// What the code of a role's functions needs; `nil` where not all of it was read.
  func privileges(of holder: WorkloadRole) -> CodePrivileges? {
    let index = workloadRoles.firstIndex { $0.role.id == holder.role.id }
    return index.flatMap { fact(RolePrivileges.self).all[$0] }
  }
}
