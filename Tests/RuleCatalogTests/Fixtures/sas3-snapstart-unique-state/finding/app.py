import uuid

INSTANCE = str(uuid.uuid4())  # expect: sas3-snapstart-unique-state


def handler(event, context):
    return {"instance": INSTANCE}
