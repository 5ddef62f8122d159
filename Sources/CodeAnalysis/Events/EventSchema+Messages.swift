internal import TaintEngine

extension EventSchema {
  static let queue = EventSchema(
    title: "a queue message", other: .trusted,
    fields: [
      Field("Records[].body", .attacker, writer: "whoever may send messages to the queue", isText: true),
      Field("Records[].messageAttributes", .attacker, writer: "whoever may send messages to the queue"),
      Field(
        "Records[].attributes.MessageGroupId", .attacker, writer: "whoever may send messages to the queue"),
      Field(
        "Records[].attributes.MessageDeduplicationId", .attacker,
        writer: "whoever may send messages to the queue"),
      Field("Records[].attributes", .trusted), Field("Records[].messageId", .trusted),
      Field("Records[].receiptHandle", .trusted), Field("Records[].eventSourceARN", .trusted),
    ])

  static let topic = EventSchema(
    title: "a topic's notification", other: .trusted,
    fields: [
      Field("Records[].Sns.Message", .attacker, writer: "whoever may publish to the topic", isText: true),
      Field("Records[].Sns.Subject", .attacker, writer: "whoever may publish to the topic"),
      Field("Records[].Sns.MessageAttributes", .attacker, writer: "whoever may publish to the topic"),
      Field("Records[].Sns", .trusted), Field("Records[].EventSource", .trusted),
    ])

  static let kinesis = EventSchema(
    title: "a stream record", other: .trusted,
    fields: [
      Field(
        "Records[].kinesis.data", .attacker, writer: "whoever may put records into the stream", isText: true),
      Field("Records[].kinesis.partitionKey", .attacker, writer: "whoever may put records into the stream"),
      Field("Records[].kinesis", .trusted), Field("Records[].eventID", .trusted),
    ])

  static let firehose = EventSchema(
    title: "a delivery stream record", other: .trusted,
    fields: [
      Field("records[].data", .attacker, writer: "whoever may put records into the delivery stream"),
      Field("records[].recordId", .trusted), Field("deliveryStreamArn", .trusted),
    ])

  static let tableStream = EventSchema(
    title: "a table's change record", other: .trusted,
    fields: [
      Field("Records[].dynamodb.NewImage", .attacker, writer: "whoever writes items of the table"),
      Field("Records[].dynamodb.OldImage", .attacker, writer: "whoever writes items of the table"),
      Field("Records[].dynamodb.Keys", .attacker, writer: "whoever writes items of the table"),
      Field("Records[].dynamodb", .trusted), Field("Records[].eventName", .trusted),
    ])

  static let documentStream = EventSchema(
    title: "a change of a document", other: .trusted,
    fields: [
      Field("events[].event.fullDocument", .attacker, writer: "whoever writes documents"),
      Field("events[].event.documentKey", .attacker, writer: "whoever writes documents"),
      Field("events[].event.updateDescription", .attacker, writer: "whoever writes documents"),
      Field("events[].event", .trusted),
    ])

  static let kafka = EventSchema(
    title: "a Kafka record", other: .trusted,
    fields: [
      Field("records.*[].key", .attacker, writer: "whoever may produce to the topic"),
      Field("records.*[].value", .attacker, writer: "whoever may produce to the topic"),
      Field("records.*[].headers", .attacker, writer: "whoever may produce to the topic"),
      Field("records.*", .trusted),
    ])

  static let messageBroker = EventSchema(
    title: "a broker's message", other: .trusted,
    fields: [
      Field("messages[].data", .attacker, writer: "whoever may send to the broker"),
      Field("messages[].properties", .attacker, writer: "whoever may send to the broker"),
      Field("messages[].correlationID", .attacker, writer: "whoever may send to the broker"),
      Field("rmqMessagesByQueue.*[].data", .attacker, writer: "whoever may send to the broker"),
      Field(
        "rmqMessagesByQueue.*[].basicProperties.headers", .attacker, writer: "whoever may send to the broker"),
      Field("rmqMessagesByQueue.*", .trusted),
    ])

  static let eventRule = EventSchema(
    title: "an EventBridge event", other: .trusted,
    fields: [
      Field("detail", .attacker, writer: "whoever may put events on the bus, or causes what they report"),
      Field("detail.requester", .conditional), Field("detail.bucket", .trusted),
      Field("source", .conditional, writer: "whoever may put events on the bus"),
      Field("detail-type", .conditional, writer: "whoever may put events on the bus"),
      Field("resources", .conditional, writer: "whoever may put events on the bus"),
      Field("account", .trusted), Field("region", .trusted), Field("time", .trusted), Field("id", .trusted),
    ])

  static let schedule = EventSchema(title: "a schedule", other: .trusted, fields: [])

  static let logSubscription = EventSchema(
    title: "log events", other: .trusted,
    fields: [Field("awslogs.data", .attacker, writer: "whoever causes what the log says")])

  static let email = EventSchema(
    title: "an incoming mail", other: .trusted,
    fields: [
      Field("Records[].ses.mail", .attacker, writer: "anyone who sends a mail"),
      Field("Records[].ses.mail.messageId", .trusted), Field("Records[].ses.mail.timestamp", .trusted),
      Field("Records[].ses.receipt", .trusted),
      Field("Records[].ses.receipt.recipients", .attacker, writer: "anyone who sends a mail"),
    ])

  static let iot = EventSchema(
    title: "a device's message", other: .attacker,
    fields: [
      Field("clientId", .conditional, writer: "devices, within their policy"), Field("timestamp", .trusted),
    ])
}
