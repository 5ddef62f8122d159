import json
import logging
import os
import traceback

logger = logging.getLogger()
cache = {}
last_user = None
seen = []


def whole(event, context):
    print(event)  # expect: sas5-event-logged
    logger.info("event: %s", json.dumps(event))  # clean: sas5-event-logged -- said once for all lines of a function
    logger.info("path: %s", event["path"])  # clean: sas5-event-logged -- one field
    return {"statusCode": 204}


def personal(event, context):
    body = json.loads(event["body"])
    logger.info("login of %s with %s", body["user"], body["password"])  # expect: sas5-log-personal-data
    logger.warning("token %s", event["headers"]["Authorization"])  # expect: sas5-log-personal-data
    logger.info("order of %s", body["item"])  # clean: sas5-log-personal-data -- nothing personal
    return {"statusCode": 204}


def swallowed(event, context):
    try:
        logger.info("start %s", int(event["path"]))
    except Exception:  # expect: sas5-swallowed-exception
        pass
    try:
        logger.info("start %s", int(event["path"]))
    except ValueError:  # clean: sas5-swallowed-exception -- one expected kind of error
        pass
    try:
        logger.info("start %s", int(event["path"]))
    except Exception:  # clean: sas5-swallowed-exception -- logged
        logger.exception("failed")
    return {"statusCode": 204}


def stack(event, context):
    try:
        return {"statusCode": 200, "body": str(int(event["path"]))}
    except ValueError:
        return {"statusCode": 500, "body": traceback.format_exc()}  # expect: sas10-stack-to-client


def message(event, context):
    try:
        return {"statusCode": 200, "body": str(int(event["path"]))}
    except ValueError as error:
        logger.exception("failed")
        return {"statusCode": 400, "body": json.dumps({"error": str(error)})}  # expect: sas10-message-to-client


def plain_message(event, context):
    try:
        return {"statusCode": 200, "body": str(int(event["path"]))}
    except ValueError as error:
        logger.error("failed: %s", error)
        return {"statusCode": 400, "body": "this is no number"}  # clean: sas10-message-to-client -- a constant


def kept(event, context):
    global last_user
    last_user = event["headers"]["x-name"]  # expect: sas12-global-taint
    cache["item"] = event["body"]  # expect: sas12-global-taint
    seen.append(event["path"])  # expect: sas12-global-taint
    local = {}
    local["item"] = event["body"]  # clean: sas12-global-taint -- a variable of the invocation
    cache["started"] = True  # clean: sas12-global-taint -- a constant
    return {"statusCode": 204}


def work(event, context):
    count = int(event["queryStringParameters"]["count"])
    for number in range(count):  # expect: sas8-unbounded-work
        logger.info("number %d", number)
    for number in range(min(count, 100)):  # clean: sas8-unbounded-work -- bounded
        logger.info("number %d", number)
    if count > 50:
        return {"statusCode": 400}
    for number in range(count):  # clean: sas8-unbounded-work -- compared with a bound before
        logger.info("number %d", number)
    os.system("report " + str(count))  # clean: sas1-os-command -- a number
    return {"statusCode": 204}
