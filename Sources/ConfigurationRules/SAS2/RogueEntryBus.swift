internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Event bus that outsiders can put events on.
package struct RogueEntryBus: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-rogue-entry-bus", risk: .brokenAuthentication,
    title: "Event bus that outsiders can put events on",
    severity: .critical, weaknesses: [306, 284],
    peers: ["securityhub:EventBridge.3", "prowler:eventbridge_bus_exposed"],
    rationale: """
      Rules match events by source and type, both of which the sender writes. If the bus's policy \
      lets strangers put events, they send ones that look like the application's own, and every \
      target of a matching rule acts on them.
      """,
    blindSpots: """
      Writers of the own account, of trusted accounts, of an organisation or of certain networks are \
      accepted. A resource that carries data between two functions of the application is reported by \
      sas9-writable-midpoint instead. Accounts given by a parameter are taken for known.
      """,
    remediation: Remediation(
      "Restrict the policy to accounts or the organisation that send events.",
      snippets: [
        .cloudFormation: """
        BusPolicy:
          Type: AWS::Events::EventBusPolicy
          Properties:
            EventBusName: !Ref {name}
            StatementId: organisation
            Statement:
              Effect: Allow
              Principal: "*"
              Action: events:PutEvents
              Resource: !GetAtt {name}.Arn
              Condition:
                StringEquals: {aws:PrincipalOrgID: o-example1234}
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html"
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    rogueEntries(of: .bus, in: context)
  }
}
