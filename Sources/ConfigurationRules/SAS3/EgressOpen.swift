package import ApplicationModel
package import FindingModel
package import RuleModel

/// Security groups that let functions call anywhere.
package struct EgressOpen: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-egress-open", risk: .insecureDeployment, title: "Function may connect anywhere",
    severity: .low, profile: .strict, weaknesses: [923],
    rationale: """
      Code that an attacker gets into a function, by an injection or a poisoned package, needs a way out to \
      fetch its tools and to send away what it finds. A security group that allows every port to every \
      address is that way; one that names what the function really calls turns a theft into an error in the \
      log.
      """,
    blindSpots: """
      Whether the subnet has a way to the internet at all is not checked, nor are network access lists. A \
      rule for a single port, such as HTTPS to everywhere, passes.
      """,
    remediation: Remediation(
      """
      Allow outgoing traffic only to the ports, groups and prefix lists that the function calls.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: Functions that use the database
            VpcId: !Ref Vpc
            SecurityGroupEgress:
              - IpProtocol: tcp
                FromPort: 5432
                ToPort: 5432
                DestinationSecurityGroupId: !Ref DatabaseGroup
        """
      ]),
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"])

  package init() {}

  package func subjects(in application: Application) -> [SecurityGroup] { application.securityGroups }

  package func evaluate(_ group: SecurityGroup, in context: RuleContext) -> Verdict {
    let functions = context.application.writtenFunctions.filter { function in
      function.network.value?.securityGroups.contains { $0.value.references.contains { $0.id == group.id } }
        ?? false
    }
    guard !functions.isEmpty else { return .notApplicable }
    guard let rules = group.egress else {
      let separate = context.application.others.contains {
        $0.type == "AWS::EC2::SecurityGroupEgress" && $0.references.contains(group.id)
      }
      if separate {
        return .undetermined(
          reason: "the outgoing rules of '\(group.name)' are resources of their own", at: group.location)
      }
      return report(
        group, functions, "it has no outgoing rules, so everything is allowed", at: nil, in: context)
    }
    guard let rule = rules.first(where: \.isOpen) else { return .pass }
    return report(
      group, functions, "it allows all ports to every address", at: rule.location, in: context)
  }

  private func report(
    _ group: SecurityGroup, _ functions: [Function], _ flaw: String, at location: SourceLocation?,
    in context: RuleContext
  ) -> Verdict {
    .fail([
      finding(
        "Security group '\(group.name)' of \(functions.enumeration) lets code connect anywhere: \(flaw).",
        about: group, functions: functions, at: location, in: context)
    ])
  }
}

extension NetworkRule {
  /// Every address, and more than a single port.
  fileprivate var isOpen: Bool {
    guard let block = block.value?.literal, block == "0.0.0.0/0" || block == "::/0" else { return false }
    if self.protocol.value?.literal == "-1" { return true }
    guard let from = fromPort.value, let to = toPort.value else { return false }
    return from != to
  }
}
