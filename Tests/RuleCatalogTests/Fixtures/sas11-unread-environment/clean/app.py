import os


def handler(event, context):
    return {"table": os.environ["TABLE"], "old": os.getenv("OLD_TABLE")}
