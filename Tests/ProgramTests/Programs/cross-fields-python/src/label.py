import os
import boto3

orders = boto3.resource("dynamodb").Table(os.environ["ORDERS"])
client = boto3.client("dynamodb")


def handler(event, context):
    order = orders.get_item(Key={"id": "1"})["Item"]
    os.system("/opt/bin/label " + order["name"])  # expect: sas1-os-command
    os.system("/opt/bin/label " + order["folder"])  # clean: sas1-os-command -- always a constant
    os.system("/opt/bin/label " + order["state"])  # expect: sas1-os-command
    os.system("/opt/bin/label " + order["amount"])  # expect: sas1-os-command
    os.system("/opt/bin/label " + order["checked"])  # clean: sas1-os-command -- always a constant
    os.system("/opt/bin/label " + order["owner"])  # clean: sas1-os-command -- only compared, never written
    for item in orders.scan(Limit=10)["Items"]:
        os.system("/opt/bin/label " + item.get("name"))  # expect: sas1-os-command
        os.system("/opt/bin/label " + item.get("folder"))  # clean: sas1-os-command -- always a constant
    address = client.get_item(TableName=os.environ["ORDERS"], Key={"id": {"S": "2"}})["Item"]
    os.system("/opt/bin/label " + address["street"]["S"])  # expect: sas1-os-command
    os.system("/opt/bin/label " + address["city"]["S"])  # clean: sas1-os-command -- always a constant
