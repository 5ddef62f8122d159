package import TaintEngine

extension EventSchema {
  static let bucket = EventSchema(
    title: "an S3 notification", other: .trusted,
    fields: [
      Field("Records[].s3.object.key", .attacker, writer: "whoever uploads an object"),
      Field("Records[].s3.object.versionId", .trusted), Field("Records[].s3.object.eTag", .trusted),
      Field("Records[].s3.object.sequencer", .trusted),
      Field("Records[].s3.object.size", .attacker, writer: "whoever uploads an object"),
      Field("Records[].s3.bucket", .trusted),
      Field("Records[].userIdentity.principalId", .conditional), Field("Records[].eventName", .trusted),
      // S3 Object Lambda and S3 Batch Operations.
      Field("userRequest.url", .attacker, writer: "whoever asks for the object"),
      Field("userRequest.headers", .attacker, writer: "whoever asks for the object"),
      Field("getObjectContext", .trusted),
      Field("tasks[].s3Key", .attacker, writer: "whoever uploads an object"), Field("tasks[]", .trusted),
    ])

  static let userPool = EventSchema(
    title: "a user pool's event", other: .trusted,
    fields: [
      Field("request.userAttributes", .attacker, writer: "anyone who signs up"),
      Field("request.userAttributes.sub", .trusted),
      Field("request.clientMetadata", .attacker, writer: "anyone who signs up or in"),
      Field("request.validationData", .attacker, writer: "anyone who signs up or in"),
      Field("request.password", .attacker, writer: "anyone who signs in"),
      Field("request.challengeAnswer", .attacker, writer: "anyone who signs in"),
      Field("userName", .attacker, writer: "anyone who signs up"),
      Field("userPoolId", .trusted), Field("region", .trusted), Field("triggerSource", .trusted),
      Field("callerContext", .trusted), Field("response", .trusted),
    ])

  static let voiceAssistant = EventSchema(
    title: "a spoken or typed request", other: .conditional,
    fields: [
      Field("inputTranscript", .attacker), Field("sessionState.intent.slots", .attacker),
      Field("currentIntent.slots", .attacker), Field("interpretations", .attacker),
      Field("sessionState.sessionAttributes", .conditional), Field("sessionAttributes", .conditional),
      Field("request.intent.slots", .attacker), Field("request.intent.name", .trusted),
      Field("request.type", .trusted),
      Field("Details.ContactData.Attributes", .attacker),
      Field("Details.ContactData.CustomerEndpoint.Address", .attacker),
      Field("Details.Parameters", .conditional),
      Field("bot", .trusted), Field("session", .trusted), Field("context", .trusted),
      Field("userId", .conditional),
    ])

  static let customResource = EventSchema(
    title: "a custom resource's request", other: .trusted,
    fields: [
      Field("ResourceProperties", .conditional, writer: "whoever deploys the stack"),
      Field("OldResourceProperties", .conditional, writer: "whoever deploys the stack"),
      Field("ResponseURL", .trusted), Field("RequestType", .trusted), Field("StackId", .trusted),
    ])

  static let configurationRule = EventSchema(
    title: "a configuration change", other: .trusted,
    fields: [
      Field("invokingEvent", .conditional, writer: "whoever names or tags resources of the account"),
      Field("ruleParameters", .trusted),
    ])

  static let agent = EventSchema(
    title: "an agent's request", other: .trusted,
    fields: [
      Field("parameters[]", .attacker, writer: "whoever talks to the agent, through the model"),
      Field("requestBody", .attacker, writer: "whoever talks to the agent, through the model"),
      Field("inputText", .attacker, writer: "whoever talks to the agent"),
      Field("sessionAttributes", .conditional), Field("promptSessionAttributes", .conditional),
      Field("apiPath", .trusted), Field("actionGroup", .trusted), Field("function", .trusted),
    ])

  /// Step Functions, destinations and other callers: the event is what the caller gives.
  static let stateMachine = EventSchema(title: "a state's input", other: .conditional, fields: [])

  /// No trigger is known: the caller gives everything, or the trigger is made elsewhere and shows in the shape.
  static let invocation = EventSchema(
    title: "a direct invocation", other: .conditional,
    fields: platformFields + [
      Field("body", .attacker), Field("headers", .attacker), Field("queryStringParameters", .attacker),
      Field("pathParameters", .attacker), Field("rawPath", .attacker), Field("rawQueryString", .attacker),
      Field("Records[].body", .attacker, writer: "whoever may send messages"),
      Field("Records[].Sns", .attacker, writer: "whoever may publish"),
      Field("Records[].kinesis.data", .attacker, writer: "whoever may put records"),
      Field("Records[].dynamodb", .attacker, writer: "whoever writes items"),
    ])

  /// Pipes pass the source's records as a list.
  static let pipe = EventSchema(
    title: "a pipe's batch", other: .conditional,
    fields: [
      Field("[].body", .attacker, writer: "whoever may send messages to the source"),
      Field("[].data", .attacker, writer: "whoever may send records to the source"),
      Field("[].dynamodb", .attacker, writer: "whoever writes items of the table"),
      Field("[].eventSourceARN", .trusted), Field("[].messageId", .trusted),
    ])

  /// Nothing tells what calls the function: a field that the platform sets in some event is taken for that,
  /// anything else for the caller's.
  package static let unknown = EventSchema(title: "an event", other: .attacker, fields: platformFields)

  /// Fields that only the platform sets, and those below them that it does not, over all kinds of events.
  private static let platformFields: [Field] = [
    Field("requestContext", .trusted), Field("requestContext.identity.userAgent", .attacker),
    Field("requestContext.http.path", .attacker), Field("requestContext.http.userAgent", .attacker),
    Field("requestContext.path", .attacker),
    Field("requestContext.authorizer", .conditional), Field("stageVariables", .trusted),
    Field("httpMethod", .trusted), Field("isBase64Encoded", .trusted), Field("resource", .trusted),
    Field("routeKey", .trusted),
    Field("Records[].s3", .trusted),
    Field("Records[].s3.object.key", .attacker, writer: "whoever uploads an object"),
    Field("Records[].s3.object.size", .attacker, writer: "whoever uploads an object"),
    Field("Records[].eventSourceARN", .trusted), Field("Records[].eventName", .trusted),
    Field("Records[].awsRegion", .trusted), Field("Records[].eventTime", .trusted),
    Field("Records[].eventSource", .trusted), Field("Records[].messageId", .trusted),
    Field("Records[].receiptHandle", .trusted), Field("Records[].eventID", .trusted),
    Field("Records[].Sns.TopicArn", .trusted), Field("Records[].Sns.Timestamp", .trusted),
    Field("ResponseURL", .trusted), Field("StackId", .trusted), Field("RequestType", .trusted),
    Field("LogicalResourceId", .trusted), Field("RequestId", .trusted),
    Field("ResourceProperties", .conditional, writer: "whoever deploys the stack"),
    Field("triggerSource", .trusted), Field("userPoolId", .trusted),
  ]
}
