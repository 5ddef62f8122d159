/// Changes of stored things.
enum StorageSamples {
  static let put = s3(
    "ObjectCreated:Put", details: #""size": 1024, "eTag": "0123456789abcdef0123456789abcdef", "#)

  static let delete = s3("ObjectRemoved:Delete", details: "")

  private static func s3(_ name: String, details: String) -> String {
    """
    {
      "Records": [
        {
          "eventVersion": "2.1",
          "eventSource": "aws:s3",
          "awsRegion": "us-east-1",
          "eventTime": "2026-03-02T09:30:00.000Z",
          "eventName": "\(name)",
          "userIdentity": {"principalId": "AWS:AIDALABLABLABLABLABLA"},
          "requestParameters": {"sourceIPAddress": "203.0.113.7"},
          "responseElements": {"x-amz-request-id": "LAB0000000000000", "x-amz-id-2": "lab"},
          "s3": {
            "s3SchemaVersion": "1.0",
            "configurationId": "lab",
            "bucket": {
              "name": "lab-bucket",
              "ownerIdentity": {"principalId": "LAB00000000000"},
              "arn": "arn:aws:s3:::lab-bucket"
            },
            "object": {"key": "in/photo+1.jpg", \(details)"sequencer": "0065E2F4A8C0FFEE00"}
          }
        }
      ]
    }

    """
  }

  static let dynamodb = """
    {
      "Records": [
        {
          "eventID": "0123456789abcdef0123456789abcdef",
          "eventName": "MODIFY",
          "eventVersion": "1.1",
          "eventSource": "aws:dynamodb",
          "awsRegion": "us-east-1",
          "dynamodb": {
            "ApproximateCreationDateTime": 1772443800,
            "Keys": {"id": {"S": "17"}},
            "NewImage": {"id": {"S": "17"}, "count": {"N": "2"}, "tags": {"SS": ["new"]}},
            "OldImage": {"id": {"S": "17"}, "count": {"N": "1"}, "tags": {"SS": ["new"]}},
            "SequenceNumber": "100000000000000000001",
            "SizeBytes": 59,
            "StreamViewType": "NEW_AND_OLD_IMAGES"
          },
          "eventSourceARN": "arn:aws:dynamodb:us-east-1:123456789012:table/Lab/stream/2026-03-02T00:00:00.000"
        }
      ]
    }

    """
}
