internal import Documents
internal import FindingModel

extension Assembly {
  /// SNS: a subscription with a permission, or one through a queue that the function polls.
  mutating func topicEvent(_ event: SAMEvent, target: InvocationTarget, role: inout RoleDraft) {
    checkProperties(
      of: event,
      known: ["Topic", "Region", "FilterPolicy", "FilterPolicyScope", "SqsSubscription", "RedrivePolicy"])
    guard let topic = need("Topic", of: event) else { return }
    let make = event.make
    guard let queue = event["SqsSubscription"], queue.isMapping || queue.boolean == true else {
      permit(InvokePermission(principal: "sns.amazonaws.com", sourceARN: topic), for: event, target: target)
      subscribe(event, topic: topic, protocol: "lambda", endpoint: target.arn(make))
      return
    }
    var queueARN = make.arn(of: event.id + "Queue")
    var queueURL = make.ref(event.id + "Queue")
    if queue.isPlainMapping {
      guard let arn = queue.present("QueueArn"), let url = queue.present("QueueUrl") else {
        problem(at: queue.location, "The SqsSubscription of '\(event.name)' needs QueueArn and QueueUrl.")
        return
      }
      (queueARN, queueURL) = (arn, url)
    } else {
      let isFIFO = topic.namedResource.flatMap { resource($0) }?["FifoTopic"]?.boolean == true
      implyForEvent(
        event.id + "Queue", "AWS::SQS::Queue",
        make.map([
          "FifoQueue": isFIFO ? make.flag(true) : nil, "Tags": propagatedTags(of: event.owner, make),
        ]), event)
    }
    queuePolicy(
      queue.present("QueuePolicyLogicalId")?.text ?? event.id + "QueuePolicy", queue: queueARN, url: queueURL,
      principal: make.text("*"), source: topic, for: event)
    subscribe(event, topic: topic, protocol: "sqs", endpoint: queueARN)
    let mapping = make.map([
      "BatchSize": queue.present("BatchSize") ?? make.number(10),
      "Enabled": queue.present("Enabled") ?? make.flag(true), "EventSourceArn": queueARN,
      "FunctionName": target.name(make),
    ])
    implyForEvent(event.id + "EventSourceMapping", "AWS::Lambda::EventSourceMapping", mapping, event)
    role.addManaged("AWSLambdaSQSQueueExecutionRole", at: event.location)
  }

  private mutating func subscribe(_ event: SAMEvent, topic: Node, protocol name: String, endpoint: Node) {
    let make = event.make
    let properties = make.map([
      "Endpoint": endpoint, "Protocol": make.text(name), "TopicArn": topic, "Region": event["Region"],
      "FilterPolicy": event["FilterPolicy"], "FilterPolicyScope": event["FilterPolicyScope"],
      "RedrivePolicy": event["RedrivePolicy"],
    ])
    implyForEvent(event.id, "AWS::SNS::Subscription", properties, event)
  }

  mutating func implyForEvent(
    _ id: String, _ type: String, _ properties: Node, _ event: SAMEvent, dependsOn: [String] = []
  ) {
    imply(
      id, type, properties, inheriting: event.owner.inheritedAttributes, dependsOn: dependsOn,
      at: event.location)
  }

  /// Lets a service send to a queue.
  mutating func queuePolicy(
    _ id: String, queue: Node, url: Node, principal: Node, source: Node, for event: SAMEvent
  ) {
    let make = event.make
    let statement = make.map([
      "Action": make.text("sqs:SendMessage"), "Effect": make.text("Allow"), "Principal": principal,
      "Resource": queue,
      "Condition": make.map(["ArnEquals": make.map(["aws:SourceArn": source])]),
    ])
    let document = make.map(["Version": make.text("2012-10-17"), "Statement": make.list([statement])])
    implyForEvent(
      id, "AWS::SQS::QueuePolicy", make.map(["PolicyDocument": document, "Queues": make.list([url])]), event)
  }
}
