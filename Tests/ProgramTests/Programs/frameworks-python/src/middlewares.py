import json
import os

from aws_lambda_powertools.middleware_factory import lambda_handler_decorator


@lambda_handler_decorator
def parsed(handler, event, context, strict=False):
    event["parsed"] = json.loads(event["body"])
    event["mode"] = "plain"
    return handler(event, context)


@parsed(strict=True)
def handler(event, context):
    os.system("convert " + event["parsed"]["options"])  # expect: sas1-os-command
    os.system("convert " + event["mode"])  # clean: sas1-os-command -- the middleware wrote it
    return {"statusCode": 204}
