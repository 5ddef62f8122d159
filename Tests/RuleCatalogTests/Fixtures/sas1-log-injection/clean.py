import json
import logging
import subprocess

import boto3
import requests

logger = logging.getLogger()
table = boto3.resource("dynamodb").Table("orders")


def handler(event, context):
    name = event["pathParameters"]["id"]
    print(json.dumps({"order": name}))
    print("order", int(name))
    print("a record: " + str({"order": name}))
    print(f"a list: {[name]}, a representation: {name!r}")
    print("a representation: %r" % name, "another: {!r}".format(name))
    logger.info({"order": name})
    logger.info("order", extra={"order": name})
    print("a type: " + str(type(name)))
    print("a header: " + event["headers"]["x-name"])
    print("the address: " + event["requestContext"]["http"]["sourceIp"])
    result = table.put_item(Item={"id": "1"})
    print(str(result))
    print(result["ResponseMetadata"]["HTTPStatusCode"])
    print("bytes: {}".format(subprocess.run(["ls"], stdout=subprocess.PIPE).stdout))
    answer = requests.get("https://example.com", timeout=2)
    print(str(answer.content), answer.status_code)
    return {"statusCode": 200}
