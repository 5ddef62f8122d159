def handler(event, context):
    total = 0
    count = min(int(event["queryStringParameters"]["count"]), 100)
    for index in range(count):
        total += index
    return {"statusCode": 200, "body": str(total)}
