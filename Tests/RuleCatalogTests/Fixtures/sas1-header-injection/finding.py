def handler(event, context):
    origin = event["headers"]["origin"]
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": origin}, "body": "{}"}  # expect: sas1-header-injection
