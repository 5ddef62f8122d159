"""Mail sender: a message on the queue names an order and one of our texts, nothing more."""
import json
import logging
import os
import re
import time
from string import Template

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

log = logging.getLogger()
limits = Config(connect_timeout=2, read_timeout=5, retries={"max_attempts": 3})
tables = boto3.resource("dynamodb", config=limits)
orders = tables.Table(os.environ["ORDERS_TABLE"])
deliveries = tables.Table(os.environ["DELIVERIES_TABLE"])
mail = boto3.client("sesv2", config=limits)

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,4}")
REMEMBERED_SECONDS = 14 * 24 * 60 * 60
TEXTS = {
    "shipped": (
        "Your order is on its way",
        Template("Dear customer,\n\nyour order $order is on its way.\n\nFernhill Tea\n"),
    ),
    "delayed": (
        "Your order is delayed",
        Template("Dear customer,\n\nyour order $order takes longer than usual.\n\nFernhill Tea\n"),
    ),
}


class Refused(Exception):
    """The message can never be sent; its reason holds nothing from the message."""


def parse(body):
    try:
        message = json.loads(body)
        order_id, text = message["orderId"], message["text"]
    except (ValueError, TypeError, KeyError):
        raise Refused("not a mail message") from None
    if not isinstance(order_id, str) or not UUID.fullmatch(order_id) or text not in TEXTS:
        raise Refused("unknown order or text")
    return order_id, text


def is_new(order_id, text):
    """Claims the delivery; false if this mail was sent before."""
    try:
        deliveries.put_item(
            Item={"id": f"mail/{order_id}/{text}", "expires": int(time.time()) + REMEMBERED_SECONDS},
            ConditionExpression="attribute_not_exists(id)",
        )
        return True
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise


def send(order_id, text):
    order = orders.get_item(Key={"orderId": order_id}).get("Item")
    if order is None or not ADDRESS.fullmatch(order.get("customerEmail", "")):
        raise Refused("no such order, or no address")
    if not is_new(order_id, text):
        return
    subject, template = TEXTS[text]
    try:
        mail.send_email(
            FromEmailAddress=os.environ["SENDER"],
            Destination={"ToAddresses": [order["customerEmail"]]},
            Content={
                "Simple": {
                    "Subject": {"Data": subject},
                    "Body": {"Text": {"Data": template.substitute(order=order_id)}},
                }
            },
        )
    except ClientError:
        # Give the claim back, or the retry would think that the mail was sent.
        deliveries.delete_item(Key={"id": f"mail/{order_id}/{text}"})
        raise


def handler(event, context):
    failed = []
    for record in event["Records"]:
        try:
            send(*parse(record["body"]))
            log.info("mail handled", extra={"messageId": record["messageId"]})
        except Exception:
            # The queue repeats it and in the end moves it to the dead letters.
            log.exception("mail not sent", extra={"messageId": record["messageId"]})
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}
