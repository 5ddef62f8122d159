"""Stock updater: follows the stream of orders, counts what was sold and asks for new stock."""
import json
import logging
import os
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

log = logging.getLogger()
limits = Config(connect_timeout=2, read_timeout=5, retries={"max_attempts": 3})
dynamodb = boto3.client("dynamodb", config=limits)
sns = boto3.client("sns", config=limits)

STOCK_TABLE = os.environ["STOCK_TABLE"]
DELIVERIES_TABLE = os.environ["DELIVERIES_TABLE"]
REMEMBERED_SECONDS = 2 * 24 * 60 * 60


def count(event_id, sku, quantity):
    """Counts a line once, however often the stream delivers it."""
    try:
        dynamodb.transact_write_items(
            TransactItems=[
                {
                    "Put": {
                        "TableName": DELIVERIES_TABLE,
                        "Item": {
                            "id": {"S": f"stock/{event_id}/{sku}"},
                            "expires": {"N": str(int(time.time()) + REMEMBERED_SECONDS)},
                        },
                        "ConditionExpression": "attribute_not_exists(id)",
                    }
                },
                {
                    "Update": {
                        "TableName": STOCK_TABLE,
                        "Key": {"sku": {"S": sku}},
                        "UpdateExpression": "ADD sold :quantity",
                        "ConditionExpression": "attribute_exists(sku)",
                        "ExpressionAttributeValues": {":quantity": {"N": str(quantity)}},
                    }
                },
            ]
        )
    except ClientError as error:
        reasons = [reason.get("Code") for reason in error.response.get("CancellationReasons", [])]
        if reasons[:1] != ["ConditionalCheckFailed"]:
            raise


def wanted(sku):
    """How much the buyers want to order, by the two numbers that they keep with the product."""
    item = dynamodb.get_item(TableName=STOCK_TABLE, Key={"sku": {"S": sku}}).get("Item", {})
    available = int(item.get("available", {"N": "0"})["N"])
    low = int(item.get("reorderBelow", {"N": "0"})["N"])
    full = int(item.get("reorderUpTo", {"N": "0"})["N"])
    return max(full - available, 0) if available < low else 0


def apply(record):
    if record["eventSource"] != "aws:dynamodb" or record["eventName"] != "INSERT":
        return
    for line in record["dynamodb"]["NewImage"]["lines"]["L"]:
        sku, quantity = line["M"]["sku"]["S"], int(line["M"]["quantity"]["N"])
        count(record["eventID"], sku, quantity)
        missing = wanted(sku)
        if missing:
            sns.publish(
                TopicArn=os.environ["REORDER_TOPIC"],
                Message=json.dumps({"sku": sku, "quantity": missing}),
            )


def handler(event, context):
    for record in event["Records"]:
        try:
            apply(record)
        except Exception:
            # A stream is in order: everything from here on comes again.
            sequence = record["dynamodb"]["SequenceNumber"]
            log.exception("stock not updated", extra={"sequence": sequence})
            return {"batchItemFailures": [{"itemIdentifier": sequence}]}
    return {"batchItemFailures": []}
