import os
import re

NAMES = {"sales", "stock", "staff"}
PATHS = {"sales": "/opt/sales.sql", "stock": "/opt/stock.sql"}
WORD = re.compile(r"^[a-z0-9_]+\Z")
LOOSE = re.compile(r"[a-z0-9_]+")


def listed(event, context):
    name = event["queryStringParameters"]["name"]
    if name not in NAMES:
        return {"statusCode": 400}
    os.system("report " + name)  # clean: sas1-os-command -- one of the constants
    return {"statusCode": 204}


def listed_tuple(event, context):
    name = event["queryStringParameters"]["name"]
    if name in ("sales", "stock"):
        os.system("report " + name)  # clean: sas1-os-command -- one of the constants
    else:
        os.system("report-other " + name)  # expect: sas1-os-command
    return {"statusCode": 204}


def table(event, context):
    name = event["queryStringParameters"]["name"]
    os.system("psql -f " + PATHS[name])  # clean: sas1-os-command -- a constant of the table
    os.system("psql -f " + PATHS.get(name, "/opt/all.sql"))  # clean: sas1-os-command -- a constant of the table
    os.system("psql -f " + PATHS.get(name, name))  # expect: sas1-os-command
    return {"statusCode": 204}


def full(event, context):
    name = event["queryStringParameters"]["name"]
    if not re.fullmatch(r"[A-Za-z0-9-]{1,40}", name):
        raise ValueError("bad name")
    os.system("report " + name)  # clean: sas1-os-command -- letters, digits and dashes
    return {"statusCode": 204}


def compiled(event, context):
    name = event["queryStringParameters"]["name"]
    if WORD.match(name):
        os.system("report " + name)  # clean: sas1-os-command -- letters, digits and underscores
    return {"statusCode": 204}


def open_end(event, context):
    name = event["queryStringParameters"]["name"]
    if re.match(r"[a-z0-9]+", name):
        os.system("report " + name)  # expect: sas1-os-command
    if LOOSE.search(name):
        os.system("report " + name)  # expect: sas1-os-command
    return {"statusCode": 204}


def wide(event, context):
    name = event["queryStringParameters"]["name"]
    if re.fullmatch(r"[^;]+", name):
        os.system("report " + name)  # expect: sas1-os-command
    if re.fullmatch(r".*\.pdf", name):
        os.system("report " + name)  # expect: sas1-os-command
    return {"statusCode": 204}


def kinds(event, context):
    name = event["queryStringParameters"]["name"]
    if isinstance(name, str):
        os.system("report " + name)  # expect: sas1-os-command
    if len(name) < 40:
        os.system("report " + name)  # expect: sas1-os-command
    if name.isalnum():
        os.system("report " + name)  # clean: sas1-os-command -- letters and digits
    if name.isdigit():
        os.system("report " + name)  # clean: sas1-os-command -- digits
    if name.startswith("report-"):
        os.system("report " + name)  # expect: sas1-os-command
    if name == "sales":
        os.system("report " + name)  # clean: sas1-os-command -- a constant
    return {"statusCode": 204}


def is_valid(name):
    return re.fullmatch(r"\w+", name) is not None


def check(name):
    if not name.isalnum():
        raise ValueError("bad name")


def clean(name):
    return re.sub(r"[^A-Za-z0-9]", "", name)


def weaken(name):
    return re.sub(r"[;&]", "", name)


def with_functions(event, context):
    name = event["queryStringParameters"]["name"]
    os.system("report " + clean(name))  # clean: sas1-os-command -- only letters and digits remain
    os.system("report " + weaken(name))  # expect: sas1-os-command
    if is_valid(name):
        os.system("report " + name)  # clean: sas1-os-command -- checked by a function
    else:
        os.system("report-other " + name)  # expect: sas1-os-command
    check(name)
    os.system("report " + name)  # clean: sas1-os-command -- a called function raises for anything else
    return {"statusCode": 204}


def stored_result(event, context):
    name = event["queryStringParameters"]["name"]
    allowed = name in NAMES
    if allowed and len(name) > 2:
        os.system("report " + name)  # clean: sas1-os-command -- one of the constants
    if allowed or name:
        os.system("report " + name)  # expect: sas1-os-command
    return {"statusCode": 204}


def ternary(event, context):
    name = event["queryStringParameters"]["name"]
    chosen = name if name in NAMES else "sales"
    os.system("report " + chosen)  # clean: sas1-os-command -- one of the constants
    assert name in NAMES
    os.system("report " + name)  # clean: sas1-os-command -- one of the constants
    return {"statusCode": 204}


def matched(event, context):
    name = event["queryStringParameters"]["name"]
    match name:
        case "sales" | "stock":
            os.system("report " + name)  # clean: sas1-os-command -- one of the constants
        case _:
            os.system("report " + name)  # expect: sas1-os-command
    return {"statusCode": 204}


def loop(event, context):
    for name in event["multiValueQueryStringParameters"]["name"]:
        if name not in NAMES:
            continue
        os.system("report " + name)  # clean: sas1-os-command -- one of the constants
    for name in event["multiValueQueryStringParameters"]["other"]:
        os.system("report " + name)  # expect: sas1-os-command
    return {"statusCode": 204}
