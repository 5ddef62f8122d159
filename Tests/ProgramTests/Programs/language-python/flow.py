import os

DEBUG = False
MODE = "live"


def overwritten(event, context):
    name = event["body"]
    name = "all"
    os.system("report " + name)  # clean: sas1-os-command -- overwritten before


def branches(event, context):
    name = "all"
    if context.function_name == "special":
        name = event["body"]
    os.system("report " + name)  # expect: sas1-os-command


def both_branches(event, context):
    if event.get("all"):
        name = "all"
    else:
        name = "some"
    os.system("report " + name)  # clean: sas1-os-command -- a constant in either case


def dead(event, context):
    if DEBUG:
        os.system("report " + event["body"])  # clean: sas1-os-command -- never runs
    if MODE == "test":
        os.system("report " + event["body"])  # clean: sas1-os-command -- never runs
    return {"statusCode": 204}
    os.system("report " + event["body"])  # clean: sas1-os-command -- after the return


def loops(event, context):
    last = ""
    for part in event["body"].split():
        os.system("echo " + last)  # expect: sas1-os-command
        last = part
    while last:
        os.system("echo " + last)  # expect: sas1-os-command
        last = last[1:]


def errors(event, context):
    try:
        name = event["body"]["name"]
    except KeyError:
        name = "all"
    finally:
        print("done")
    os.system("report " + name)  # expect: sas1-os-command
    try:
        raise ValueError(event["path"])
    except ValueError as error:
        os.system("report " + str(error))  # expect: sas1-os-command


def deleted(event, context):
    names = {"a": event["body"], "b": "fixed"}
    del names["a"]
    os.system("report " + names["b"])  # clean: sas1-os-command -- the other value was removed


def unused(event, context):
    return {"statusCode": 204}


def never_called(name):
    os.system("report " + name)  # clean: sas1-os-command -- nothing calls it
