def handler(event, context):
    if "requestContext" in event or event["Records"][0]["eventSource"] != "aws:sqs":
        return {"statusCode": 400}
    for record in event["Records"]:
        print(len(record["body"]))
