internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Resources between two functions that outsiders write as well.
package struct WritableMidpoint: Rule {
  package static let metadata = RuleMetadata(
    id: "sas9-writable-midpoint", risk: .flowManipulation,
    title: "Outsiders can write between two functions", severity: .high, weaknesses: [841, 345],
    rationale: """
      One function checks, computes and passes its result on through a bucket, queue, topic, stream or bus; \
      the next one trusts what it finds there. If outsiders write to the place in between, they enter the \
      process in the middle: the first function's checks never ran on what the second one acts on.
      """,
    blindSpots: """
      A function counts as writer where its role names the resource in a statement that allows writing, or \
      its results are sent there. Messages that are signed by the first function and checked by the second \
      are safe all the same. Trusted accounts, organisations and named networks are accepted. Where no \
      function writes the resource, the sas2-rogue-entry rules report it.
      """,
    remediation: Remediation(
      "Let only the first function's role write the resource.",
      snippets: [
        .cloudFormation: """
        QueuePolicy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref {name}]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {AWS: !GetAtt FirstFunctionRole.Arn}
                  Action: sqs:SendMessage
                  Resource: !GetAtt {name}.Arn
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let kinds: [Entry.Kind] = [.bucket, .queue, .topic, .bus, .stream, .table]
    return kinds.flatMap { context.application.entries(of: $0) }.map { entry in
      let open = OpenEntry(entry, in: context)
      guard open.isMidpoint else { return .notApplicable }
      guard let widest = open.ways.first else { return .pass }
      return .fail([finding(about: open, widest: widest.outsider, at: widest.opening.location, in: context)])
    }
  }

  private func finding(
    about open: OpenEntry, widest: Outsider, at location: SourceLocation, in context: RuleContext
  ) -> Finding {
    let readers = open.readers.map(\.function)
    let writers = open.writers.map(\.name)
    return finding(
      """
      \(widest.title) can \(open.entry.deed) '\(open.entry.resource.name)', which carries data from \
      \(writers.quotedInSentence()) to \(readers.map(\.name).quotedInSentence()): what they write there has \
      passed none of the first function's checks.
      """,
      subject: open.entry.resource.subject, name: open.entry.resource.name, functions: readers, at: location,
      severity: widest == .anyone ? nil : .medium, trace: open.trace, in: context)
  }
}
