import json
import logging

logger = logging.getLogger()


def handler(event, context):
    body = json.loads(event["body"])
    logger.info("login of %s", body["name"])
    return {}
