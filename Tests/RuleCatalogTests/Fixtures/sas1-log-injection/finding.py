def handler(event, context):
    print("order " + event["pathParameters"]["id"])  # expect: sas1-log-injection
    return {"statusCode": 200}
