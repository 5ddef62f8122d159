import json
import logging

logger = logging.getLogger()


def handler(event, context):
    body = json.loads(event["body"])
    logger.info("login of %s with %s", body["name"], body["password"])  # expect: sas5-log-personal-data
    return {}
