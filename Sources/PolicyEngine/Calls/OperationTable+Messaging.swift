/// Queues, topics, buses, streams, workflows and functions.
extension OperationTable {
  private static let queue: ResourceTemplate = "arn:aws:sqs:*:*:{QueueUrl|url}"

  private static func sqs(_ name: String, _ action: String? = nil, _ data: [DataOperation] = []) -> Entry {
    Entry(
      service: "sqs", name: name, actions: [NeededAction("sqs:\(action ?? name)", queue)], data: data)
  }

  static let messages: [Entry] =
    [
      sqs(
        "SendMessage", nil,
        [
          DataOperation(
            .write, .queue, ["QueueUrl"], payload: ["MessageBody"],
            [.attributes: ["MessageAttributes"], .group: ["MessageGroupId"]])
        ]),
      sqs(
        "SendMessageBatch", "SendMessage",
        [
          DataOperation(
            .write, .queue, ["QueueUrl"], payload: ["Entries[].MessageBody"],
            [.attributes: ["Entries[].MessageAttributes"], .group: ["Entries[].MessageGroupId"]])
        ]),
      sqs("ReceiveMessage", nil, [DataOperation(.read, .queue, ["QueueUrl"])]),
      sqs("DeleteMessage", nil, [DataOperation(.delete, .queue, ["QueueUrl"])]),
      sqs("DeleteMessageBatch", "DeleteMessage", [DataOperation(.delete, .queue, ["QueueUrl"])]),
      sqs("ChangeMessageVisibilityBatch", "ChangeMessageVisibility"),
      Entry(
        service: "sqs", name: "GetQueueUrl",
        actions: [NeededAction("sqs:GetQueueUrl", "arn:aws:sqs:*:*:{QueueName}")]),
      Entry(
        service: "sqs", name: "CreateQueue",
        actions: [NeededAction("sqs:CreateQueue", "arn:aws:sqs:*:*:{QueueName}")]),
    ]
    + [
      "ChangeMessageVisibility", "PurgeQueue", "DeleteQueue", "GetQueueAttributes", "SetQueueAttributes",
      "AddPermission", "RemovePermission", "ListDeadLetterSourceQueues", "TagQueue", "UntagQueue",
      "ListQueueTags",
    ].map { sqs($0) }

  static let notifications: [Entry] =
    [
      Entry(
        service: "sns", name: "Publish",
        actions: [NeededAction("sns:Publish", ["{TopicArn}", "{TargetArn}", "*"])],
        data: [
          DataOperation(
            .write, .topic, ["TopicArn", "TargetArn"], payload: ["Message"],
            [.attributes: ["MessageAttributes"], .subject: ["Subject"], .group: ["MessageGroupId"]])
        ]),
      Entry(
        service: "sns", name: "PublishBatch", actions: [NeededAction("sns:Publish", "{TopicArn}")],
        data: [
          DataOperation(
            .write, .topic, ["TopicArn"], payload: ["PublishBatchRequestEntries[].Message"],
            [
              .attributes: ["PublishBatchRequestEntries[].MessageAttributes"],
              .subject: ["PublishBatchRequestEntries[].Subject"],
            ])
        ]),
    ]
    + [
      "Subscribe", "DeleteTopic", "GetTopicAttributes", "SetTopicAttributes", "ListSubscriptionsByTopic",
      "AddPermission", "RemovePermission", "ConfirmSubscription",
    ].map { Entry(service: "sns", name: $0, actions: [NeededAction("sns:\($0)", "{TopicArn}")]) }

  static let events: [Entry] = [
    Entry(
      service: "events", name: "PutEvents",
      actions: [
        NeededAction(
          "events:PutEvents", ["arn:aws:events:*:*:event-bus/{Entries[].EventBusName}", defaultBus])
      ],
      data: [
        DataOperation(
          .write, .bus, ["Entries[].EventBusName"], payload: ["Entries[].Detail"],
          [.detailType: ["Entries[].DetailType"], .source: ["Entries[].Source"]])
      ]),
    Entry(
      service: "scheduler", name: "CreateSchedule",
      actions: [
        NeededAction("scheduler:CreateSchedule", "arn:aws:scheduler:*:*:schedule/{GroupName}/{Name}"),
        NeededAction("iam:PassRole", "{Target.RoleArn}"),
      ],
      data: [DataOperation(.invoke, .function, ["Target.Arn"], payload: ["Target.Input"])]),
  ]

  private static let defaultBus: ResourceTemplate = "arn:aws:events:*:*:event-bus/default"

  private static func streams(_ service: String, _ name: String, _ data: [DataOperation] = []) -> Entry {
    let templates: [ResourceTemplate] =
      service == "kinesis"
      ? ["{StreamARN}", "arn:aws:kinesis:*:*:stream/{StreamName}"]
      : ["arn:aws:firehose:*:*:deliverystream/{DeliveryStreamName}"]
    return Entry(
      service: service, name: name, actions: [NeededAction("\(service):\(name)", templates)], data: data)
  }

  static let streams: [Entry] =
    [
      streams(
        "kinesis", "PutRecord",
        [
          DataOperation(
            .write, .stream, ["StreamARN", "StreamName"], payload: ["Data"], [.partitionKey: ["PartitionKey"]]
          )
        ]),
      streams(
        "kinesis", "PutRecords",
        [
          DataOperation(
            .write, .stream, ["StreamARN", "StreamName"], payload: ["Records[].Data"],
            [.partitionKey: ["Records[].PartitionKey"]])
        ]),
      streams(
        "firehose", "PutRecord",
        [DataOperation(.write, .stream, ["DeliveryStreamName"], payload: ["Record.Data"])]),
      streams(
        "firehose", "PutRecordBatch",
        [DataOperation(.write, .stream, ["DeliveryStreamName"], payload: ["Records[].Data"])]),
      streams("kinesis", "GetRecords", [DataOperation(.read, .stream, ["StreamARN", "StreamName"])]),
    ]
    + [
      "GetShardIterator", "DescribeStream", "DescribeStreamSummary", "ListShards", "MergeShards",
      "SplitShard",
      "DeleteStream", "CreateStream", "UpdateShardCount", "RegisterStreamConsumer", "PutResourcePolicy",
    ].map { streams("kinesis", $0) } + [streams("firehose", "DescribeDeliveryStream")]

  private static func states(_ name: String, _ resource: ResourceTemplate, _ data: [DataOperation] = [])
    -> Entry
  {
    Entry(service: "states", name: name, actions: [NeededAction("states:\(name)", resource)], data: data)
  }

  private static let start = [
    DataOperation(.invoke, .stateMachine, ["stateMachineArn"], payload: ["input"])
  ]

  static let workflows: [Entry] = [
    states("StartExecution", "{stateMachineArn}", start),
    states("StartSyncExecution", "{stateMachineArn}", start),
    states("DescribeStateMachine", "{stateMachineArn}"), states("ListExecutions", "{stateMachineArn}"),
    states("UpdateStateMachine", "{stateMachineArn}"), states("DeleteStateMachine", "{stateMachineArn}"),
    states("DescribeExecution", "{executionArn}"), states("GetExecutionHistory", "{executionArn}"),
    states("StopExecution", "{executionArn}"), states("RedriveExecution", "{executionArn}"),
    // A token does not tell whose task it ends.
    states("SendTaskSuccess", "*", [DataOperation(.write, .stateMachine, [], payload: ["output"])]),
    states("SendTaskFailure", "*", [DataOperation(.write, .stateMachine, [], payload: ["cause", "error"])]),
    states("SendTaskHeartbeat", "*"), states("GetActivityTask", "{activityArn}"),
    states("ListStateMachines", "*"),
  ]

  private static let function: ResourceTemplate = "arn:aws:lambda:*:*:function:{FunctionName|function}"

  private static func lambda(_ name: String, _ action: String? = nil, _ data: [DataOperation] = []) -> Entry {
    Entry(
      service: "lambda", name: name, actions: [NeededAction("lambda:\(action ?? name)", function)], data: data
    )
  }

  static let functions: [Entry] =
    [
      lambda(
        "Invoke", "InvokeFunction",
        [DataOperation(.invoke, .function, ["FunctionName"], payload: ["Payload"])]),
      lambda(
        "InvokeAsync", "InvokeFunction",
        [DataOperation(.invoke, .function, ["FunctionName"], payload: ["InvokeArgs"])]),
      lambda(
        "InvokeWithResponseStream", "InvokeFunction",
        [DataOperation(.invoke, .function, ["FunctionName"], payload: ["Payload"])]),
      Entry(
        service: "lambda", name: "CreateFunction",
        actions: [NeededAction("lambda:CreateFunction", function), NeededAction("iam:PassRole", "{Role}")]),
      Entry(
        service: "lambda", name: "UpdateFunctionConfiguration",
        actions: [
          NeededAction("lambda:UpdateFunctionConfiguration", function),
          NeededAction("iam:PassRole", "{Role}", .ifGiven(parameter: "Role")),
        ]),
      Entry(
        service: "lambda", name: "GetLayerVersionByArn",
        actions: [NeededAction("lambda:GetLayerVersion", "{Arn}")]),
    ]
    + [
      "UpdateFunctionCode", "DeleteFunction", "GetFunction", "GetFunctionConfiguration", "GetPolicy",
      "AddPermission", "RemovePermission", "PublishVersion", "CreateAlias", "UpdateAlias", "DeleteAlias",
      "GetAlias", "ListAliases", "ListVersionsByFunction", "PutFunctionConcurrency",
      "DeleteFunctionConcurrency",
      "GetFunctionConcurrency", "PutFunctionEventInvokeConfig", "CreateFunctionUrlConfig",
      "GetFunctionUrlConfig", "UpdateFunctionUrlConfig", "DeleteFunctionUrlConfig",
      "PutProvisionedConcurrencyConfig", "GetProvisionedConcurrencyConfig",
    ].map { lambda($0) }
}
