from lxml import etree

USERS = etree.parse("/opt/users.xml")


def handler(event, context):
    found = USERS.xpath("//user[@name='" + event["queryStringParameters"]["user"] + "']")  # expect: sas1-xpath-injection
    return {"statusCode": 200, "body": str(len(found))}
