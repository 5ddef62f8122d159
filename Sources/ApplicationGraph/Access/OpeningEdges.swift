internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

extension AccessGraphBuilder {
  /// What the policies of resources open to people outside the account.
  mutating func addOpenings() {
    let application = graph.application
    let fillable =
      application.buckets.map(\.id) + application.queues.map(\.id) + application.topics.map(\.id)
      + application.buses.map(\.id) + application.streams.map(\.id) + application.tables.map(\.id)
    for id in fillable { open(id, graph.openings(ofSource: id), .mayWrite, "send or write to it") }
    for bucket in application.buckets {
      open(bucket.id, readOpenings(of: bucket), .mayRead, "read it")
      // Without a block of its own it depends on its age whether a public policy has an effect.
      guard bucket.publicAccessBlock == nil else { continue }
      for (actions, kind, what) in Self.publicAccess {
        let statements = bucket.policies.flatMap { policy in
          actions.flatMap { policy.document.openings(for: $0) }
        }.filter { $0.audience == .anyone }
        open(
          bucket.id, statements.first.map { [$0] } ?? [], kind, what,
          condition: "no block of public access applies, as for buckets from before April 2023")
      }
    }
    func readable(_ id: String, _ policies: [ResourcePolicy], _ action: String) {
      open(id, policies.flatMap { $0.document.openings(for: action) }, .mayRead, "read it")
    }
    for item in application.queues { readable(item.id, item.policies, "sqs:ReceiveMessage") }
    for item in application.topics { readable(item.id, item.policies, "sns:Subscribe") }
    for item in application.streams { readable(item.id, item.policies, "kinesis:GetRecords") }
    for item in application.tables { readable(item.id, item.policies, "dynamodb:GetItem") }
    for key in application.keys {
      readable(key.id, [key.policy].compactMap(\.self), "kms:Decrypt")
    }
    for item in application.others {
      guard let policy = item.policy else { continue }
      for (action, kind, what) in Self.storeAccess {
        // A file system has no address on the internet: whoever mounts it stands in its network.
        let condition = action.hasPrefix("elasticfilesystem") ? "the caller reaches a mount target" : nil
        open(item.id, policy.openings(for: action), kind, what, condition: condition)
      }
    }
    for item in application.secrets { readable(item.id, item.policies, "secretsmanager:GetSecretValue") }
  }

  private static let publicAccess: [([String], AccessEdgeKind, String)] = [
    (["s3:GetObject"], .mayRead, "read it"), (["s3:PutObject", "s3:DeleteObject"], .mayWrite, "change it"),
    (["s3:PutBucketPolicy", "s3:PutObjectAcl"], .mayAdminister, "open it further"),
  ]

  private static let storeAccess: [(String, AccessEdgeKind, String)] = [
    ("es:ESHttpGet", .mayRead, "read it"), ("es:ESHttpPost", .mayWrite, "change it"),
    ("es:UpdateDomainConfig", .mayAdminister, "open it further"),
    ("elasticfilesystem:ClientMount", .mayRead, "read it"),
    ("elasticfilesystem:ClientWrite", .mayWrite, "change it"),
  ]

  private mutating func open(
    _ id: String, _ openings: [Opening], _ kind: AccessEdgeKind, _ what: String, condition: String? = nil
  ) {
    guard let target = nodesByID[id] else { return }
    for opening in openings {
      let reach = opening.reach
      guard let who = who(reach.exposure) else { continue }
      let by = add(
        AccessEvidence(
          source: .resourcePolicy, location: opening.location, note: "\(reach.who) may \(what)",
          condition: condition))
      connect(who, target, kind, by: by)
    }
  }

  private func readOpenings(of bucket: Bucket) -> [Opening] {
    bucket.publicReadOpenings
      + bucket.policies.flatMap { $0.document.openings(for: "s3:GetObject") }.filter {
        !bucket.blocksPublicPolicies || $0.audience != .anyone
      }
  }

  /// What hands events on without code: notifications, subscriptions, rules.
  mutating func addDeliveries() {
    let application = graph.application
    for bucket in application.buckets {
      for notification in bucket.notifications where notification.kind != .function {
        deliver(
          bucket.id, notification.target, notification.location,
          "objects of '\(bucket.name)' are announced here")
      }
    }
    for subscription in application.subscriptions where subscription.protocol.value != "lambda" {
      guard let topic = subscription.topic.value?.references.first?.id else { continue }
      deliver(topic, subscription.endpoint, subscription.location, "the topic's messages are delivered here")
    }
    for rule in application.rules {
      if let bus = rule.bus.value?.references.first?.id, let node = nodesByID[rule.id] {
        deliver(bus, node, rule.location, "rule '\(rule.name)' listens on the bus")
      }
      for target in rule.targets {
        // Functions and state machines know their rules as triggers.
        if let id = target.target.value?.references.first?.id, let node = nodesByID[id],
          nodes[Int(node)].kind.runsCode
        {
          continue
        }
        deliver(rule.id, target.target, target.location, "rule '\(rule.name)' sends its events here")
      }
    }
  }

  private mutating func deliver(
    _ id: String, _ target: Value<Text>, _ location: SourceLocation, _ what: String
  ) {
    guard let target = target.value?.references.first.flatMap({ nodesByID[$0.id] }) else { return }
    deliver(id, target, location, what)
  }

  private mutating func deliver(_ id: String, _ target: Int32, _ location: SourceLocation, _ what: String) {
    guard let source = nodesByID[id], source != target else { return }
    let by = add(AccessEvidence(source: .trigger(.source), location: location, note: what))
    connect(source, target, .triggers, by: by)
  }
}
