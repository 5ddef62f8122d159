internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Calls that the role does not allow.
package struct MissingGrant: Rule {
  package static let metadata = RuleMetadata(
    id: "sas4-missing-grant", risk: .overPrivilegedRoles,
    title: "The code makes a call that its role does not allow", severity: .low, profile: .strict,
    weaknesses: [1188],
    rationale:
      """
      The call fails with AccessDenied when it is reached. Under pressure such errors are repaired by \
      `*`; knowing the one missing action beforehand keeps the role narrow.
      """,
    blindSpots:
      """
      Rights that come from outside the template (a resource's own policy in another stack, a boundary) \
      are not seen. Policies that cannot be read make the rule silent, and so do clients that were given the \
      credentials of another role, and resources that a plugin of the Serverless Framework makes.
      """,
    remediation: Remediation(
      """
      Add the action named in the message, on that resource only.
      """,
      snippets: [
        .sam: """
        Policies:
          - Statement:
              - Effect: Allow
                Action: s3:PutObject
                Resource: !Sub "${Bucket.Arn}/*"
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html"
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    zip(context.workloadRoles, context.fact(RolePrivileges.self).all).map { holder, privileges in
      guard let privileges,
        holder.role.granted(policies: context.application.policies).isComplete
      else { return .notApplicable }
      return .fail(calls(of: privileges).compactMap { finding(for: $0, privileges, in: context) })
    }
  }

  /// One call of what is missing, with every function that makes it.
  private struct Call {
    let need: ActionNeed
    var functions: [Function]
  }

  /// Each action on each resource once per function: the first line that asks for it.
  private func calls(of privileges: CodePrivileges) -> [Call] {
    var calls: [Call] = []
    var seen: [String: Set<String>] = [:]
    for (function, need) in privileges.missing {
      // A mail's identity is a domain or an address: the call's address does not tell which was verified.
      guard !need.action.hasPrefix("ses:"),
        seen["\(need.action) \(need.resource.pattern)", default: []].insert(function.id).inserted
      else { continue }
      if let index = calls.firstIndex(where: { $0.need == need }) {
        calls[index].functions.append(function)
      } else {
        calls.append(Call(need: need, functions: [function]))
      }
    }
    return calls
  }

  private func finding(
    for call: Call, _ privileges: CodePrivileges, in context: RuleContext
  ) -> Finding? {
    let need = call.need
    guard let place = need.locations.first, let first = call.functions.first else { return nil }
    let names = call.functions.map { "'\($0.name)'" }
    var finding = finding(
      "\(names.phrase()) \(names.count == 1 ? "calls" : "call") for `\(need.action)` on "
        + "`\(need.resource.pattern)`, which no policy of \(names.count == 1 ? "its" : "their") role allows: "
        + "the call will be denied.", about: first, functions: call.functions, at: place,
      confidence: .medium, discriminator: "\(need.action) \(need.resource.pattern)", in: context)
    finding.show(
      example: PolicyRendering(dialect: privileges.dialect).yaml(privileges.minimal(giving: need)),
      of: Self.metadata)
    return finding
  }
}
