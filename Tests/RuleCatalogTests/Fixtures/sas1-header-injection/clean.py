ALLOWED = ["https://shop.example.org"]


def handler(event, context):
    origin = event["headers"]["origin"]
    if origin not in ALLOWED:
        origin = ALLOWED[0]
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": origin}, "body": "{}"}
