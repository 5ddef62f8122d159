import os
from urllib.parse import unquote_plus

import boto3
from lxml import etree

s3 = boto3.client("s3")
table = boto3.resource("dynamodb").Table("settings")


def handler(event, context):
    for record in event["Records"]:
        key = unquote_plus(record["s3"]["object"]["key"])
        body = s3.get_object(Bucket=record["s3"]["bucket"]["name"], Key=key)["Body"].read()
        etree.fromstring(body, parser=etree.XMLParser(resolve_entities=True))  # expect: sas1-xxe
    settings = s3.get_object(Bucket="shop-settings", Key="style.xml")["Body"].read()
    etree.fromstring(settings, parser=etree.XMLParser(resolve_entities=True))  # clean: sas1-xxe -- a guess: nobody knows who writes the settings
    name = table.get_item(Key={"id": "name"})["Item"]["value"]
    open("/tmp/" + name)  # clean: sas1-path-traversal -- a guess: nobody knows who writes the table
    os.system("report " + name)  # expect: sas1-os-command
    return {"records": len(event["Records"])}
