import os
import shlex
import subprocess
import uuid
from decimal import Decimal
from enum import Enum
from pipes import quote


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


def numbers(event, context):
    query = event["queryStringParameters"]
    os.system("report " + str(int(query["page"])))  # clean: sas1-os-command -- a number
    os.system("report " + str(float(query["scale"])))  # clean: sas1-os-command -- a number
    os.system("report " + str(uuid.UUID(query["id"])))  # clean: sas1-os-command -- an identifier of hexadecimal digits
    os.system("report " + Size(query["size"]).value)  # clean: sas1-os-command -- a constant of the enumeration
    os.system("report " + str(len(query["name"])))  # clean: sas1-os-command -- a number
    os.system("report %d" % int(query["page"]))  # clean: sas1-os-command -- a number
    os.system("report " + str(query["page"]))  # expect: sas1-os-command
    os.system("report " + query["page"].strip().lower())  # expect: sas1-os-command
    return {"statusCode": 204}


def quoted(event, context):
    name = event["pathParameters"]["name"]
    os.system("report " + shlex.quote(name))  # clean: sas1-os-command -- quoted for the shell
    os.system("report " + quote(name))  # clean: sas1-os-command -- quoted for the shell
    subprocess.run(shlex.join(["report", "--", name]), shell=True)  # clean: sas1-os-command -- every word is quoted
    os.system("report '" + name + "'")  # expect: sas1-os-command
    os.system("report " + name.replace(";", ""))  # expect: sas1-os-command
    os.system("report " + name.replace("'", "\\'"))  # expect: sas1-os-command
    return {"statusCode": 204}


def amount(event, context):
    value = Decimal(event["queryStringParameters"]["amount"])
    os.system(f"invoice {value}")  # clean: sas1-os-command -- a number
    return {"statusCode": 204}
