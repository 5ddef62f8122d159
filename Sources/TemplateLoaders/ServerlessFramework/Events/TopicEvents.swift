internal import Documents
internal import FindingModel

extension ServiceCompiler {
  /// `sns`: a topic of the stack by its name, or one that exists by its ARN.
  mutating func addTopic(_ event: BoundEvent) {
    let text = event.value.text
    let arn = text?.hasPrefix("arn:") == true || event.value.intrinsic != nil ? event.value : event["arn"]
    let name = event["topicName"]?.text ?? arn.map { LogicalNames.source(of: $0) } ?? text ?? ""
    guard arn != nil || !name.isEmpty || event["topicName"] != nil else {
      problems.add(
        at: event.place,
        "the 'sns' event of the function '\(event.function.name)' has neither a topic name nor an ARN")
      return
    }
    let suffix = LogicalNames.alphanumeric(name)
    let ownTopic = "SNSTopic" + suffix
    let source: Draft =
      arn.map(Draft.written)
      ?? .arn(
        "sns", (event["topicName"] ?? event.value).text == nil ? .optional(event["topicName"]) : .text(name))
    if arn == nil, !stack.contains(ownTopic) { addOwnTopic(ownTopic, named: name, event) }
    let redrive = addRedrive(event, topic: source, suffix: suffix)
    stack.putUnique(
      StackResource(
        type: "AWS::SNS::Subscription",
        properties: [
          "TopicArn": arn.map(Draft.written) ?? .ref(ownTopic), "Protocol": "lambda",
          "Endpoint": event.function.target,
          "FilterPolicy": .optional(event["filterPolicy"]),
          "FilterPolicyScope": .optional(event["filterPolicyScope"]), "RedrivePolicy": redrive,
        ], place: event.place), as: event.function.normalizedName + "SnsSubscription" + suffix)
    permit(
      "sns.amazonaws.com", from: source, toCall: event.function.target,
      as: event.function.normalizedName + "LambdaPermission" + suffix + "SNS", at: event.place)
  }

  private mutating func addOwnTopic(_ id: String, named name: String, _ event: BoundEvent) {
    stack.put(
      StackResource(
        type: "AWS::SNS::Topic",
        properties: [
          "TopicName": event["topicName"].map(Draft.written) ?? .text(name),
          "DisplayName": .optional(event["displayName"]),
          "KmsMasterKeyId": .optional(event["kmsMasterKeyId"]),
        ], place: event.place), as: id)
  }

  private mutating func addRedrive(_ event: BoundEvent, topic: Draft, suffix: String) -> Draft {
    guard let policy = event["redrivePolicy"] else { return .absent }
    let queue: Draft
    let url: Draft
    if let arn = policy.property("deadLetterTargetArn") {
      queue = .written(arn)
      let parts = (arn.text ?? "").split(separator: ":").map(String.init)
      guard parts.count >= 6 else { return ["deadLetterTargetArn": queue] }
      url = .joined(
        .text("https://sqs.\(parts[3])."), .ref("AWS::URLSuffix"), .text("/\(parts[4])/\(parts[5])"))
    } else if let name = policy.property("deadLetterTargetRef")?.text {
      queue = .attribute("Arn", of: name)
      url = .ref(name)
    } else if let imported = policy.property("deadLetterTargetImport") {
      queue = ["Fn::ImportValue": .optional(imported["arn"])]
      url = ["Fn::ImportValue": .optional(imported["url"])]
    } else {
      return .written(policy)
    }
    let statement: Draft = [
      "Effect": "Allow", "Principal": ["Service": "sns.amazonaws.com"], "Action": "sqs:SendMessage",
      "Resource": queue, "Condition": ["ArnEquals": ["aws:SourceArn": topic]],
    ]
    stack.put(
      StackResource(
        type: "AWS::SQS::QueuePolicy",
        properties: [
          "PolicyDocument": ["Version": "2012-10-17", "Statement": [statement]], "Queues": [url],
        ],
        place: policy.location), as: "\(suffix)To\(event.function.normalizedName)DLQPolicy")
    return ["deadLetterTargetArn": queue]
  }
}
