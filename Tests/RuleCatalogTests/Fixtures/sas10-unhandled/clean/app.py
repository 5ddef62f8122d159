import json

from pydantic import BaseModel


class Inbox(BaseModel):
    name: str


def handler(event, context):
    try:
        body = json.loads(event["body"])
        inbox = Inbox.model_validate_json(event["body"])
    except (TypeError, ValueError):
        return {"statusCode": 400}
    own = json.loads(inbox.json())
    copy = json.loads(json.dumps({"name": inbox.name}))
    return {"statusCode": 200, "body": json.dumps([len(body), own, copy])}
