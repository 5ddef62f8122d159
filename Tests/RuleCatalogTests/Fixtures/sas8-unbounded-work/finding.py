def handler(event, context):
    total = 0
    for index in range(int(event["queryStringParameters"]["count"])):  # expect: sas8-unbounded-work
        total += index
    return {"statusCode": 200, "body": str(total)}
