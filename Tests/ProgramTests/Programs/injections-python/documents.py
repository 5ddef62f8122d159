import json
import os

import boto3
import pymongo
from boto3.dynamodb.conditions import Attr, Key
from lxml import etree

client = pymongo.MongoClient(os.environ["MONGO_HOST"])
users = client.shop.users
table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def find(event, context):
    query = json.loads(event["body"])
    users.find_one(query)  # expect: sas1-nosqli
    users.find_one({"name": query["name"]})  # expect: sas1-nosqli
    users.find_one({"name": str(query["name"])})  # clean: sas1-nosqli -- a text holds no operator
    users.find_one({"$where": "this.name == '" + str(query["name"]) + "'"})  # expect: sas1-nosqli
    users.find_one({"name": event["queryStringParameters"]["name"]})  # clean: sas1-nosqli -- a query string holds texts only
    return {"statusCode": 204}


def scan(event, context):
    color = event["queryStringParameters"]["color"]
    table.query(KeyConditionExpression=Key("color").eq(color))  # clean: sas1-nosqli -- bound by the library
    table.scan(FilterExpression="color = " + color, Limit=10)  # expect: sas1-nosqli
    table.scan(FilterExpression=Attr("color").eq(color), Limit=10)  # clean: sas1-nosqli -- bound by the library
    return {"statusCode": 204}


def parse(event, context):
    parser = etree.XMLParser(resolve_entities=True)
    document = etree.fromstring(event["body"].encode(), parser)  # expect: sas1-xxe
    strict = etree.XMLParser(resolve_entities=False, no_network=True)
    same = etree.fromstring(event["body"].encode(), strict)  # clean: sas1-xxe -- entities are left alone
    name = event["queryStringParameters"]["name"]
    document.xpath("//book[@name='" + name + "']")  # expect: sas1-xpath-injection
    same.xpath("//book[@name=$name]", name=name)  # clean: sas1-xpath-injection -- a variable of the expression
    return {"statusCode": 204}
