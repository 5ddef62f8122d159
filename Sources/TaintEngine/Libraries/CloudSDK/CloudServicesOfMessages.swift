/// Queues, topics, buses, streams, mail, devices, sockets.
extension CloudService {
  static let messages: [CloudService] = [
    queues, topics, buses, formerBuses, streams, deliveryStreams, mail, newerMail, devices, sockets,
    scheduler, phone,
  ]

  private static let queues = CloudService(
    "sqs", "SQS",
    [
      CloudOperations(
        ["SendMessage"], resources: ["QueueUrl"],
        payloads: ["MessageBody", "MessageAttributes", "MessageGroupId"],
        answer: .clean),
      CloudOperations(
        ["SendMessageBatch"], resources: ["QueueUrl"],
        payloads: ["Entries[].MessageBody", "Entries[].MessageAttributes"], answer: .clean),
      CloudOperations(["ReceiveMessage"], resources: ["QueueUrl"], answer: .stored("a message of a queue")),
      CloudOperations(
        [
          "DeleteMessage", "DeleteMessageBatch", "PurgeQueue", "ChangeMessageVisibility",
          "GetQueueAttributes",
          "SetQueueAttributes", "DeleteQueue", "AddPermission",
        ], resources: ["QueueUrl"], answer: .clean),
      CloudOperations(["GetQueueUrl", "CreateQueue"], resources: ["QueueName"], answer: .clean),
    ])

  private static let topics = CloudService(
    "sns", "SNS",
    [
      CloudOperations(
        ["Publish"], resources: ["TopicArn", "TargetArn", "PhoneNumber"],
        payloads: ["Message", "Subject", "MessageAttributes"], answer: .clean),
      CloudOperations(
        ["PublishBatch"], resources: ["TopicArn"], payloads: ["PublishBatchRequestEntries[].Message"],
        answer: .clean),
      CloudOperations(["Subscribe"], resources: ["TopicArn", "Endpoint"], answer: .clean),
      CloudOperations(
        ["CreatePlatformEndpoint", "DeleteTopic", "SetTopicAttributes", "AddPermission"],
        resources: ["TopicArn", "PlatformApplicationArn"], answer: .clean),
    ])

  private static let buses = CloudService("events", "EventBridge", module: "eventbridge", busOperations)

  /// The service's former name.
  private static let formerBuses = CloudService(
    nil, "CloudWatchEvents", module: "cloudwatch-events", busOperations)

  private static let busOperations: [CloudOperations] = [
    CloudOperations(
      ["PutEvents"], resources: ["EndpointId", "Entries[].EventBusName"],
      payloads: ["Entries[].Detail", "Entries[].DetailType", "Entries[].Source"], answer: .clean),
    CloudOperations(
      ["PutRule", "PutTargets", "RemoveTargets", "DisableRule", "DeleteRule", "PutPermission"],
      resources: ["Name", "Rule", "EventBusName", "RoleArn"], payloads: ["Targets", "EventPattern"],
      answer: .clean),
  ]

  private static let streams = CloudService(
    "kinesis", "Kinesis",
    [
      CloudOperations(
        ["PutRecord", "PutRecords"], resources: ["StreamName", "StreamARN"],
        payloads: ["Data", "Records[].Data", "PartitionKey"], answer: .clean),
      CloudOperations(["GetRecords"], resources: ["StreamARN"], answer: .stored("a record of a stream")),
    ])

  private static let deliveryStreams = CloudService(
    "firehose", "Firehose",
    [
      CloudOperations(
        ["PutRecord", "PutRecordBatch"], resources: ["DeliveryStreamName"],
        payloads: ["Record.Data", "Records[].Data"],
        answer: .clean)
    ])

  private static let mail = CloudService(
    "ses", "SES",
    [
      CloudOperations(
        ["SendEmail"], resources: ["SourceArn"], payloads: ["Message"],
        texts: [
          (.emailHeader, "Source", .likely), (.emailHeader, "Destination", .likely),

        ], answer: .clean),
      CloudOperations(
        ["SendRawEmail"], resources: ["SourceArn"],
        texts: [
          (.emailHeader, "RawMessage.Data", .likely), (.emailHeader, "Destinations", .likely),
          (.emailHeader, "Source", .likely),
        ], answer: .clean),
      CloudOperations(
        ["SendTemplatedEmail", "SendBulkTemplatedEmail"], resources: ["Template"],
        payloads: ["TemplateData", "DefaultTemplateData"],
        texts: [(.emailHeader, "Destination", .likely), (.emailHeader, "Source", .likely)], answer: .clean),
      CloudOperations(
        ["CreateTemplate", "UpdateTemplate"],
        texts: [(.template, "Template.HtmlPart", .likely), (.template, "Template.SubjectPart", .likely)],
        answer: .clean),
      CloudOperations(
        ["VerifyEmailIdentity", "VerifyEmailAddress", "DeleteIdentity"],
        resources: ["EmailAddress", "Identity"],
        answer: .clean),
    ])

  private static let newerMail = CloudService(
    "sesv2", "SESV2", newer: "SESv2",
    [
      CloudOperations(
        ["SendEmail", "SendBulkEmail"], payloads: ["Content.Simple", "Content.Template"],
        texts: [
          (.emailHeader, "FromEmailAddress", .likely), (.emailHeader, "Destination", .likely),
          (.emailHeader, "Content.Raw.Data", .likely),
        ],
        answer: .clean)
    ])

  private static let devices = CloudService(
    "iot-data", "IotData", module: "iot-data-plane", newer: "IoTDataPlane",
    [
      CloudOperations(["Publish"], resources: ["topic"], payloads: ["payload"], answer: .clean),
      CloudOperations(
        ["UpdateThingShadow"], resources: ["thingName"], payloads: ["payload"],
        answer: .stored("a device's shadow")),
      CloudOperations(
        ["GetThingShadow", "DeleteThingShadow"], resources: ["thingName"],
        answer: .stored("a device's shadow")),
    ])

  private static let sockets = CloudService(
    "apigatewaymanagementapi", "ApiGatewayManagementApi",
    [
      CloudOperations(["PostToConnection"], keys: ["ConnectionId"], payloads: ["Data"], answer: .clean),
      CloudOperations(["GetConnection", "DeleteConnection"], keys: ["ConnectionId"], answer: .clean),
    ])

  private static let scheduler = CloudService(
    "scheduler", "Scheduler",
    [
      CloudOperations(
        ["CreateSchedule", "UpdateSchedule", "DeleteSchedule"], resources: ["Name", "GroupName"],
        payloads: ["Target"], answer: .clean)
    ])

  private static let phone = CloudService(
    "pinpoint", "Pinpoint",
    [
      CloudOperations(
        ["SendMessages", "SendUsersMessages"], resources: ["ApplicationId"],
        payloads: ["MessageRequest", "SendUsersMessageRequest"], answer: .clean)
    ])
}
