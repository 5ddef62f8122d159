import django


def handler(event, context):
    return {"statusCode": 200}
