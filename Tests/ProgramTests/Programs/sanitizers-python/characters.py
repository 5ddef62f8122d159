import json
import logging
import os

logger = logging.getLogger()


def reports(event, context):
    body = json.loads(event["body"])
    open("/tmp/" + body["a"].replace("/", "-") + ".zip")  # clean: sas1-path-traversal -- no slash is left
    open("/tmp/" + body["b"].replace("/", "-", 1) + ".zip")  # expect: sas1-path-traversal
    open("/tmp/" + body["c"].replace("-", "/") + ".zip")  # expect: sas1-path-traversal
    open("/tmp/" + body["d"].replace("../", "") + ".zip")  # expect: sas1-path-traversal
    open("/tmp/" + body["e"].replace("..", "") + ".zip")  # clean: sas1-path-traversal -- nothing leads upwards
    open("/tmp/" + body["f"].replace("/", "").replace("_", "/") + ".zip")  # expect: sas1-path-traversal
    open("/tmp/" + body["g"].split("/")[-1])  # clean: sas1-path-traversal -- the last part of a path
    open("/tmp/" + body["h"].split("/", 1)[1])  # expect: sas1-path-traversal
    open("/tmp/" + "/".join(body["i"].split("/")))  # expect: sas1-path-traversal
    open("/tmp/" + "_".join(body["j"].split("/")))  # clean: sas1-path-traversal -- no slash is left
    open(os.path.join("/tmp", *body["k"].split("/")))  # expect: sas1-path-traversal
    with open("/tmp/" + body["l"].replace("/", body["m"])) as file:  # expect: sas1-path-traversal
        return {"statusCode": 200, "body": json.dumps({"size": len(file.read())})}


def lines(event, context):
    name = event["queryStringParameters"]["name"]
    logger.info("asked for %s", name.replace("\n", " "))  # clean: sas1-log-injection -- one line
    os.system("report '" + name.replace("'", "").replace("\\", "") + "'")  # expect: sas1-os-command
    return {"statusCode": 204}
