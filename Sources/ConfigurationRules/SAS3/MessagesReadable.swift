internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Topics, queues and streams whose messages outsiders can read.
package struct MessagesReadable: Rule {
  package static let metadata = RuleMetadata(
    id: "sas3-messages-readable", risk: .insecureDeployment, title: "Messages that outsiders can read",
    severity: .high, weaknesses: [732, 200],
    peers: ["checkov:CKV_AWS_169", "checkov:CKV_AWS_168", "prowler:sns_topics_not_publicly_accessible"],
    rationale: """
      Messages carry what the application works with: orders, addresses, tokens. Whoever may subscribe to a \
      topic gets a copy of every message from then on, by mail or by HTTPS; whoever may receive from a queue \
      also keeps its messages from those they are meant for.
      """,
    blindSpots: """
      Readers of the own account, of trusted accounts, of an organisation or of certain networks are accepted, \
      and so is a subscription whose endpoint a condition names. A statement that also lets outsiders send is \
      reported by the `sas2-rogue-entry` rules, which say both. Accounts given by a parameter are taken for \
      known.
      """,
    remediation: Remediation(
      "Name the readers, or restrict the statement to the own account.",
      snippets: [
        .cloudFormation: """
        - Effect: Allow
          Principal: {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}
          Action: sns:Subscribe
          Resource: !Ref {name}
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    [Entry.Kind.topic, .queue, .stream].flatMap { context.application.entries(of: $0) }
      .map { verdict(on: $0, in: context) }
  }

  private func verdict(on entry: Entry, in context: RuleContext) -> Verdict {
    guard let reading = entry.reading else { return .notApplicable }
    let trusted = context.settings.trustedAccounts
    let ways = entry.policies.flatMap { $0.document.openings(for: reading.action) }
      .filter { !$0.statement.namesEndpoint && !$0.statement.covers(action: entry.writeAction) }
      .compactMap { opening in opening.outsider(trusting: trusted).map { (outsider: $0, opening: opening) } }
    guard let widest = ways.first(where: { $0.outsider == .anyone }) ?? ways.first else {
      let unread = entry.policies.first { !$0.document.unresolved.isEmpty }
      guard let unread, let expression = unread.document.unresolved.first else { return .pass }
      return .undetermined(
        reason: "a policy of '\(entry.resource.name)' is \(expression)", at: unread.document.location)
    }
    var finding = finding(
      "\(widest.outsider.title) can \(reading.deed) '\(entry.resource.name)': its messages are theirs too.",
      subject: entry.resource.subject, name: entry.resource.name,
      functions: context.graph.functions(affectedBy: entry.resource.id), at: widest.opening.location,
      severity: widest.outsider == .anyone ? nil : .medium, in: context)
    finding.show(example: entry.example(naming: reading.action), of: Self.metadata)
    return .fail([finding])
  }
}

extension Entry {
  fileprivate func example(naming action: String) -> String {
    """
    - Effect: Allow
      Principal: {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}
      Action: \(action)
      Resource: \(kind == .topic ? "!Ref \(resource.name)" : "!GetAtt \(resource.name).Arn")
    """
  }

  /// The action that takes messages out, and what an outsider does with it; `nil` where other rules tell.
  var reading: (action: String, deed: String)? {
    switch kind {
    case .topic: ("sns:Subscribe", "subscribe to the topic")
    case .queue: ("sqs:ReceiveMessage", "receive the messages of the queue")
    case .stream: ("kinesis:GetRecords", "read the records of the stream")
    case .bucket, .bus, .table: nil
    }
  }
}

extension Statement {
  /// Whether subscriptions are limited to addresses that a condition names.
  fileprivate var namesEndpoint: Bool {
    conditions.contains { $0.key.lowercased() == "sns:endpoint" && !$0.values.contains { $0.literal == "*" } }
  }
}
