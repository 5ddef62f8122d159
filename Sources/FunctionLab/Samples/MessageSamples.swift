/// Messages, streams, schedules and what other services ask.
enum MessageSamples {
  static let sqs = """
    {
      "Records": [
        {
          "messageId": "5f6b0c1e-8a42-4f1d-9a57-1f0d3c2b4a59",
          "receiptHandle": "LabReceiptHandle",
          "body": "{\\"order\\": 17}",
          "attributes": {
            "ApproximateReceiveCount": "1",
            "SentTimestamp": "1772443800000",
            "SenderId": "AIDALABLABLABLABLABLA",
            "ApproximateFirstReceiveTimestamp": "1772443800010"
          },
          "messageAttributes": {
            "kind": {"stringValue": "order", "stringListValues": [], "binaryListValues": [], "dataType": "String"}
          },
          "md5OfBody": "0123456789abcdef0123456789abcdef",
          "eventSource": "aws:sqs",
          "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:lab-queue",
          "awsRegion": "us-east-1"
        }
      ]
    }

    """

  static let sns = """
    {
      "Records": [
        {
          "EventSource": "aws:sns",
          "EventVersion": "1.0",
          "EventSubscriptionArn": "arn:aws:sns:us-east-1:123456789012:lab-topic:5f6b0c1e-8a42-4f1d-9a57-1f0d3c2b4a59",
          "Sns": {
            "Type": "Notification",
            "MessageId": "5f6b0c1e-8a42-4f1d-9a57-1f0d3c2b4a59",
            "TopicArn": "arn:aws:sns:us-east-1:123456789012:lab-topic",
            "Subject": "Lab",
            "Message": "{\\"order\\": 17}",
            "Timestamp": "2026-03-02T09:30:00.000Z",
            "SignatureVersion": "1",
            "Signature": "none",
            "SigningCertUrl": "https://example.com/none.pem",
            "UnsubscribeUrl": "https://example.com/none",
            "MessageAttributes": {"kind": {"Type": "String", "Value": "order"}}
          }
        }
      ]
    }

    """

  static let kinesis = """
    {
      "Records": [
        {
          "kinesis": {
            "kinesisSchemaVersion": "1.0",
            "partitionKey": "17",
            "sequenceNumber": "49590338271490256608559692538361571095921575989136588898",
            "data": "eyJvcmRlciI6IDE3fQ==",
            "approximateArrivalTimestamp": 1772443800.123
          },
          "eventSource": "aws:kinesis",
          "eventVersion": "1.0",
          "eventID": "shardId-000000000000:49590338271490256608559692538361571095921575989136588898",
          "eventName": "aws:kinesis:record",
          "invokeIdentityArn": "arn:aws:iam::123456789012:role/lab",
          "awsRegion": "us-east-1",
          "eventSourceARN": "arn:aws:kinesis:us-east-1:123456789012:stream/lab-stream"
        }
      ]
    }

    """

  static let schedule = eventBridge(
    type: "Scheduled Event", source: "aws.events", resource: "arn:aws:events:us-east-1:123456789012:rule/lab",
    detail: "{}")

  static let eventBridge = eventBridge(
    type: "Order Placed", source: "lab.orders", resource: "", detail: #"{"order": 17, "total": 49.5}"#)

  private static func eventBridge(type: String, source: String, resource: String, detail: String) -> String {
    """
    {
      "version": "0",
      "id": "5f6b0c1e-8a42-4f1d-9a57-1f0d3c2b4a59",
      "detail-type": "\(type)",
      "source": "\(source)",
      "account": "123456789012",
      "time": "2026-03-02T09:30:00Z",
      "region": "us-east-1",
      "resources": [\(resource.isEmpty ? "" : "\"\(resource)\"")],
      "detail": \(detail)
    }

    """
  }

  static let signUp = """
    {
      "version": "1",
      "region": "us-east-1",
      "userPoolId": "us-east-1_LabPool00",
      "userName": "lab",
      "callerContext": {"awsSdkVersion": "lab", "clientId": "labclient0000000000000000"},
      "triggerSource": "PreSignUp_SignUp",
      "request": {"userAttributes": {"email": "lab@example.com"}, "validationData": null},
      "response": {"autoConfirmUser": false, "autoVerifyEmail": false, "autoVerifyPhone": false}
    }

    """

  static let stepFunctions = """
    {
      "execution": "arn:aws:states:us-east-1:123456789012:execution:Lab:5f6b0c1e",
      "input": {"order": 17},
      "token": "LabTaskToken"
    }

    """
}
