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
      are not seen. Policies that cannot be read make the rule silent.
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
        holder.role.granted(policies: context.application.policies).isComplete,
        let function = holder.functions.first
      else { return .notApplicable }
      let missing = privileges.comparison.missing.filter { need in
        // A mail's identity is a domain or an address: the call's address does not tell which was verified.
        if case .call = need.reason { !need.action.hasPrefix("ses:") } else { false }
      }
      var seen: Set<String> = []
      return .fail(
        missing.filter { seen.insert($0.action).inserted }.compactMap { need in
          guard let place = need.locations.first else { return nil }
          var finding = finding(
            "'\(function.name)' calls for `\(need.action)` on `\(need.resource.pattern)`, which no policy of its role "
              + "allows: the call will be denied.", of: function, at: place, confidence: .medium,
            discriminator: need.action, in: context)
          finding.show(
            example: PolicyRendering(dialect: privileges.dialect).yaml(
              privileges.minimal(giving: need.action)),
            of: Self.metadata)
          return finding
        })
    }
  }
}
