"""Stock updater: follows the stream of orders and counts the stock down."""
import json
import os

import boto3

dynamodb = boto3.resource("dynamodb")
sns = boto3.client("sns")

stock = dynamodb.Table(os.environ["STOCK_TABLE"])

# Stream batches can be delivered twice.
seen = set()
low = []


def reorder_quantity(item):
    # Buyers write the rule themselves, for example: max(200, 3 * sold - available)
    rule = item.get("reorderRule", "0")
    names = {"available": int(item["available"]), "sold": int(item.get("sold", 0)), "max": max, "min": min}
    return eval(rule, names)


def take(sku, quantity):
    item = stock.get_item(Key={"sku": sku})["Item"]
    item["available"] = item["available"] - quantity
    item["sold"] = item.get("sold", 0) + quantity
    stock.put_item(Item=item)
    wanted = reorder_quantity(item)
    if wanted > 0:
        low.append({"sku": sku, "quantity": int(wanted)})


def handler(event, context):
    print(event)
    for record in event["Records"]:
        if record["eventID"] in seen:
            continue
        if record["eventName"] == "INSERT":
            for line in record["dynamodb"]["NewImage"]["lines"]["L"]:
                take(line["M"]["sku"]["S"], int(line["M"]["quantity"]["N"]))
        seen.add(record["eventID"])
    if low:
        sns.publish(TopicArn=os.environ["REORDER_TOPIC"], Subject="Reorder", Message=json.dumps(low))
