def handler(event, context):
    print("request", event["requestContext"]["requestId"])
    return {}
