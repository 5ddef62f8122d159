from ecom.shell import convert, listed
from layered.tools import archive
from srclib import remove


def handler(event, context):
    convert(event["body"])
    listed(event["body"])
    archive(event["body"])
    remove(event["body"])
    return {"statusCode": 200}
