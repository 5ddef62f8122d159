from lxml import etree

USERS = etree.parse("/opt/users.xml")


def handler(event, context):
    found = USERS.xpath("//user[@name=$name]", name=event["queryStringParameters"]["user"])
    return {"statusCode": 200, "body": str(len(found))}
