from lxml import etree


def handler(event, context):
    parser = etree.XMLParser(resolve_entities=True)
    tree = etree.fromstring(event["body"], parser)  # expect: sas1-xxe
    return {"statusCode": 200, "body": tree.tag}
