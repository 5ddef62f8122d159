internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Stream that outsiders can write to.
package struct RogueEntryStream: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-rogue-entry-stream", risk: .brokenAuthentication, title: "Stream that outsiders can write to",
    severity: .critical, weaknesses: [306, 284],
    rationale: """
      A function that reads a stream processes records in order and repeats a batch that fails. If \
      the stream's policy lets strangers write, they inject records of their own, and one that makes \
      the function fail holds up everyone's records behind it until it expires.
      """,
    blindSpots: """
      Writers of the own account, of trusted accounts, of an organisation or of certain networks are \
      accepted. A resource that carries data between two functions of the application is reported by \
      sas9-writable-midpoint instead. Accounts given by a parameter are taken for known.
      """,
    remediation: Remediation(
      "Name the accounts or roles that write the stream.",
      snippets: [
        .cloudFormation: """
        StreamPolicy:
          Type: AWS::Kinesis::ResourcePolicy
          Properties:
            ResourceArn: !GetAtt {name}.Arn
            ResourcePolicy:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {AWS: "arn:aws:iam::111122223333:role/producer"}
                  Action: kinesis:PutRecord
                  Resource: !GetAtt {name}.Arn
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html"
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    rogueEntries(of: .stream, in: context)
  }
}
