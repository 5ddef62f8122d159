import boto3

client = None
COUNT = 0


def handler(event, context):
    global client, COUNT
    if client is None:
        client = boto3.client("s3")
    COUNT += 1
    names = []
    names.append(event["queryStringParameters"]["name"])
    return {"statusCode": 200, "body": str(len(names))}
