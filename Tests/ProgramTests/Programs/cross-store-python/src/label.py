import os
import boto3

tables = boto3.resource("dynamodb")


def handler(event, context):
    order = tables.Table(os.environ["ORDERS"]).get_item(Key={"id": "1"})["Item"]
    os.system("/opt/bin/label " + order["name"])  # expect: sas1-os-command
    note = tables.Table(os.environ["NOTES"]).get_item(Key={"id": "1"})["Item"]
    os.system("/opt/bin/label " + note["name"])  # clean: sas1-os-command -- the only writer has no right to write there
