import json
import logging
import subprocess

import requests

logger = logging.getLogger()


def handler(event, context):
    name = event["pathParameters"]["id"]
    print("order " + name)  # expect: sas1-log-injection
    logger.info("order %s", name)  # expect: sas1-log-injection
    print(json.loads(json.dumps({"order": name}))["order"])  # expect: sas1-log-injection
    print(f"order {name!s}")  # expect: sas1-log-injection
    print(subprocess.run(["ls"], capture_output=True, text=True).stdout)  # expect: sas1-log-injection
    print(requests.get("https://example.com", timeout=2).content.decode())  # expect: sas1-log-injection
    return {"statusCode": 200}
