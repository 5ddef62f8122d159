CACHE = {}
SEEN = []


def handler(event, context):
    SEEN.append(event["queryStringParameters"]["name"])  # expect: sas12-global-taint
    CACHE["last"] = event["body"]  # expect: sas12-global-taint
    return {"statusCode": 200, "body": str(len(SEEN))}
