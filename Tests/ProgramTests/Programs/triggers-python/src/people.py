import json
import os


def device(event, context):
    os.system("plot " + event["reading"])  # expect: sas1-os-command


def sign_up(event, context):
    attributes = event["request"]["userAttributes"]
    os.system("greet " + attributes["name"])  # expect: sas1-os-command
    os.system("greet " + event["userName"])  # expect: sas1-os-command
    os.system("greet " + event["request"]["clientMetadata"]["campaign"])  # expect: sas1-os-command
    os.system("greet " + event["triggerSource"])  # clean: sas1-os-command -- set by the platform
    os.system("greet " + event["userPoolId"])  # clean: sas1-os-command -- set by the platform
    return event


def skill(event, context):
    slots = event["request"]["intent"]["slots"]
    os.system("play " + slots["song"]["value"])  # expect: sas1-os-command
    os.system("play " + event["request"]["type"])  # clean: sas1-os-command -- set by the platform
    return {"version": "1.0", "response": {}}


def mail(event, context):
    for record in event["Records"]:
        headers = record["ses"]["mail"]["commonHeaders"]
        os.system("file-mail " + headers["subject"])  # expect: sas1-os-command
        os.system("file-mail " + record["ses"]["mail"]["source"])  # expect: sas1-os-command
        os.system("file-mail " + record["ses"]["mail"]["messageId"])  # clean: sas1-os-command -- set by the platform


def chat(event, context):
    slots = event["sessionState"]["intent"]["slots"]
    os.system("book " + slots["city"]["value"]["interpretedValue"])  # expect: sas1-os-command
    os.system("book " + event["inputTranscript"])  # expect: sas1-os-command
    os.system("book " + event["bot"]["name"])  # clean: sas1-os-command -- names the bot


def setup(event, context):
    os.system("init " + event["ResourceProperties"]["Name"])  # expect: sas1-os-command
    os.system("init " + event["RequestType"])  # clean: sas1-os-command -- Create, Update or Delete


def tool(event, context):
    arguments = {parameter["name"]: parameter["value"] for parameter in event["parameters"]}
    os.system("lookup " + arguments["city"])  # expect: sas1-os-command
    os.system("lookup " + event["actionGroup"])  # clean: sas1-os-command -- set by whoever builds the agent


def compliance(event, context):
    item = json.loads(event["invokingEvent"])["configurationItem"]
    os.system("audit " + item["resourceName"])  # expect: sas1-os-command


def edge(event, context):
    request = event["Records"][0]["cf"]["request"]
    os.system("rewrite " + request["uri"])  # expect: sas1-os-command
    os.system("rewrite " + request["headers"]["host"][0]["value"])  # expect: sas1-os-command
    os.system("rewrite " + event["Records"][0]["cf"]["config"]["distributionId"])  # clean: sas1-os-command -- set by the platform
    return request
