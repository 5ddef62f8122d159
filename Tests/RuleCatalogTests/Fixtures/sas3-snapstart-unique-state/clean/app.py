import uuid


def handler(event, context):
    return {"instance": str(uuid.uuid4())}
