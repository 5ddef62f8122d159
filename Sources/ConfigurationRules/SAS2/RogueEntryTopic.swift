internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Topic that outsiders can publish to.
package struct RogueEntryTopic: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-rogue-entry-topic", risk: .brokenAuthentication, title: "Topic that outsiders can publish to",
    severity: .critical, weaknesses: [306, 284],
    peers: [
      "checkov:CKV_AWS_169", "checkov:CKV_AWS_385", "securityhub:SNS.4", "cfn_nag:F18",
      "prowler:sns_topics_not_publicly_accessible",
    ],
    rationale: """
      Everything subscribed to a topic takes its messages for genuine: functions run on them, queues \
      store them, people get them by mail. If the topic's policy lets strangers publish, they forge \
      events for all subscribers at once.
      """,
    blindSpots: """
      Writers of the own account, of trusted accounts, of an organisation or of certain networks are \
      accepted. A resource that carries data between two functions of the application is reported by \
      sas9-writable-midpoint instead. Accounts given by a parameter are taken for known.
      """,
    remediation: Remediation(
      "Name the publishers, or restrict the statement to the own account.",
      snippets: [
        .cloudFormation: """
        TopicPolicy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref {name}]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}
                  Action: sns:Publish
                  Resource: !Ref {name}
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html"
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    rogueEntries(of: .topic, in: context)
  }
}
