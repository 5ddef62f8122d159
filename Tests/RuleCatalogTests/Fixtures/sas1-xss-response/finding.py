def handler(event, context):
    name = event["queryStringParameters"]["name"]
    return {  # expect: sas1-xss-response
        "statusCode": 200,
        "headers": {"Content-Type": "text/html; charset=utf-8"},
        "body": "<p>" + name + "</p>",
    }
