package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Device policies that let one device act as all of them.
package struct IoTOpen: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-iot-open", risk: .brokenAuthentication, title: "Device policy for every topic or client",
    severity: .high, weaknesses: [732, 284],
    rationale: """
      Each device holds a certificate with such a policy. If the policy covers every topic, whoever takes \
      the key out of one device reads the messages of all others, sends commands in their place, and feeds \
      the rules and functions behind the topics. A client id left open lets one device throw any other off \
      the service.
      """,
    blindSpots: """
      Statements with a condition, and resources with a policy variable such as the thing's name, are \
      accepted without a look at which. Policies made outside the template are not seen.
      """,
    remediation: Remediation(
      "Tie client id and topics to the thing's name.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::IoT::Policy
          Properties:
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: iot:Connect
                  Resource: !Sub arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:client/${!iot:Connection.Thing.ThingName}
                - Effect: Allow
                  Action: iot:Publish
                  Resource: !Sub arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:topic/devices/${!iot:Connection.Thing.ThingName}
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html",
      "https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-iot-policy-permissive.html",
    ])

  private static let deeds: [(action: String, kind: String, effect: String)] = [
    ("iot:Publish", "topic", "publish to every topic"),
    ("iot:Subscribe", "topicfilter", "subscribe to every topic"),
    ("iot:Receive", "topic", "receive every message"),
    ("iot:Connect", "client", "connect under any client id"),
  ]

  package init() {}

  package func subjects(in application: Application) -> [IoTPolicy] { application.iotPolicies }

  package func evaluate(_ policy: IoTPolicy, in context: RuleContext) -> Verdict {
    var effects: [String] = []
    var place: SourceLocation?
    for statement in policy.document.statements where statement.allows && statement.conditions.isEmpty {
      let found = Self.deeds.filter { statement.covers(action: $0.action) && statement.isOpen(to: $0.kind) }
      for deed in found where !effects.contains(deed.effect) { effects.append(deed.effect) }
      if !found.isEmpty, place == nil { place = statement.location }
    }
    guard let place else {
      guard let expression = policy.document.unresolved.first else { return .pass }
      return .undetermined(reason: "the policy is \(expression)", at: policy.document.location)
    }
    let isConnectOnly = effects == ["connect under any client id"]
    return .fail([
      finding(
        """
        A device with '\(policy.name)' can \(effects.inSentence()): the key of one device is enough to act \
        as others.
        """,
        about: policy, at: place, severity: isConnectOnly ? .medium : nil, in: context)
    ])
  }
}

extension Statement {
  /// Whether it covers every topic, filter or client: `*`, or an ARN that ends in `topic/*`.
  fileprivate func isOpen(to kind: String) -> Bool {
    if coversEveryResource { return true }
    guard case .only(let patterns) = resources else { return false }
    return patterns.contains { pattern in
      let rest = pattern.value.arnSegment(5)?.literal
      return rest == "*" || rest == "\(kind)/*" || (kind == "topicfilter" && rest == "topicfilter/#")
    }
  }
}
