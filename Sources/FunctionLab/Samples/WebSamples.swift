/// Requests from the web, by the ways on which they come.
enum WebSamples {
  static let apiGateway = """
    {
      "resource": "/orders/{id}",
      "path": "/orders/17",
      "httpMethod": "POST",
      "headers": {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "Host": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
        "User-Agent": "lab/1",
        "X-Forwarded-For": "203.0.113.7",
        "X-Forwarded-Proto": "https"
      },
      "multiValueHeaders": {
        "Accept": ["application/json"],
        "Content-Type": ["application/json"],
        "Host": ["a1b2c3d4e5.execute-api.us-east-1.amazonaws.com"],
        "User-Agent": ["lab/1"],
        "X-Forwarded-For": ["203.0.113.7"],
        "X-Forwarded-Proto": ["https"]
      },
      "queryStringParameters": {"expand": "items"},
      "multiValueQueryStringParameters": {"expand": ["items"]},
      "pathParameters": {"id": "17"},
      "stageVariables": null,
      "requestContext": {
        "resourceId": "ab12cd",
        "resourcePath": "/orders/{id}",
        "httpMethod": "POST",
        "extendedRequestId": "Lab0000000000000=",
        "requestTime": "02/Mar/2026:09:30:00 +0000",
        "path": "/prod/orders/17",
        "accountId": "123456789012",
        "protocol": "HTTP/1.1",
        "stage": "prod",
        "domainName": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
        "requestTimeEpoch": 1772443800000,
        "requestId": "5f6b0c1e-8a42-4f1d-9a57-1f0d3c2b4a59",
        "identity": {
          "accessKey": null,
          "accountId": null,
          "caller": null,
          "cognitoIdentityId": null,
          "cognitoIdentityPoolId": null,
          "sourceIp": "203.0.113.7",
          "user": null,
          "userAgent": "lab/1",
          "userArn": null
        },
        "apiId": "a1b2c3d4e5"
      },
      "body": "{\\"article\\": \\"lamp\\", \\"count\\": 2}",
      "isBase64Encoded": false
    }

    """

  static let httpAPI = """
    {
      "version": "2.0",
      "routeKey": "POST /orders/{id}",
      "rawPath": "/orders/17",
      "rawQueryString": "expand=items",
      "cookies": ["session=none"],
      "headers": {
        "accept": "application/json",
        "content-type": "application/json",
        "host": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
        "user-agent": "lab/1",
        "x-forwarded-for": "203.0.113.7",
        "x-forwarded-port": "443",
        "x-forwarded-proto": "https"
      },
      "queryStringParameters": {"expand": "items"},
      "pathParameters": {"id": "17"},
      "requestContext": {
        "accountId": "123456789012",
        "apiId": "a1b2c3d4e5",
        "domainName": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
        "domainPrefix": "a1b2c3d4e5",
        "http": {
          "method": "POST",
          "path": "/orders/17",
          "protocol": "HTTP/1.1",
          "sourceIp": "203.0.113.7",
          "userAgent": "lab/1"
        },
        "requestId": "LabRequest0000=",
        "routeKey": "POST /orders/{id}",
        "stage": "$default",
        "time": "02/Mar/2026:09:30:00 +0000",
        "timeEpoch": 1772443800000
      },
      "body": "{\\"article\\": \\"lamp\\", \\"count\\": 2}",
      "isBase64Encoded": false
    }

    """

  static let functionURL = """
    {
      "version": "2.0",
      "routeKey": "$default",
      "rawPath": "/",
      "rawQueryString": "name=lab",
      "headers": {
        "accept": "*/*",
        "host": "abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws",
        "user-agent": "lab/1",
        "x-forwarded-for": "203.0.113.7",
        "x-forwarded-port": "443",
        "x-forwarded-proto": "https"
      },
      "queryStringParameters": {"name": "lab"},
      "requestContext": {
        "accountId": "anonymous",
        "apiId": "abcdefghijklmnopqrstuvwxyz012345",
        "domainName": "abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws",
        "domainPrefix": "abcdefghijklmnopqrstuvwxyz012345",
        "http": {
          "method": "GET",
          "path": "/",
          "protocol": "HTTP/1.1",
          "sourceIp": "203.0.113.7",
          "userAgent": "lab/1"
        },
        "requestId": "5f6b0c1e-8a42-4f1d-9a57-1f0d3c2b4a59",
        "routeKey": "$default",
        "stage": "$default",
        "time": "02/Mar/2026:09:30:00 +0000",
        "timeEpoch": 1772443800000
      },
      "isBase64Encoded": false
    }

    """

  static let loadBalancer = """
    {
      "requestContext": {
        "elb": {
          "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/lab/0123456789abcdef"
        }
      },
      "httpMethod": "GET",
      "path": "/orders",
      "queryStringParameters": {"page": "2"},
      "headers": {
        "accept": "text/html",
        "host": "lab-1234567890.us-east-1.elb.amazonaws.com",
        "user-agent": "lab/1",
        "x-forwarded-for": "203.0.113.7",
        "x-forwarded-port": "443",
        "x-forwarded-proto": "https"
      },
      "body": "",
      "isBase64Encoded": false
    }

    """

  static let webSocket = """
    {
      "requestContext": {
        "routeKey": "$default",
        "messageId": "LabMessage0000=",
        "eventType": "MESSAGE",
        "extendedRequestId": "Lab0000000000000=",
        "requestTime": "02/Mar/2026:09:30:00 +0000",
        "messageDirection": "IN",
        "stage": "prod",
        "connectedAt": 1772443790000,
        "requestTimeEpoch": 1772443800000,
        "identity": {"sourceIp": "203.0.113.7"},
        "requestId": "Lab0000000000000=",
        "domainName": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
        "connectionId": "LabConnection00=",
        "apiId": "a1b2c3d4e5"
      },
      "body": "{\\"action\\": \\"say\\", \\"text\\": \\"hello\\"}",
      "isBase64Encoded": false
    }

    """

  static let tokenAuthorizer = """
    {
      "type": "TOKEN",
      "authorizationToken": "Bearer lab-token",
      "methodArn": "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/POST/orders/17"
    }

    """
}
