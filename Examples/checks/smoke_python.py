"""Runs every Python handler of the examples once, with a small pretended cloud.

Needs nothing but Python 3: the libraries that the handlers import are replaced by the few lines below.
"""
import contextlib
import copy
import importlib.util
import io
import json
import logging
import os
import sys
import tempfile
import types
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent
ORDER = "3f0c8a52-7b1e-4c94-a6d3-52e8f1b09c47"
CUSTOMER = "8d1f6c1e-04ab-4f52-9d0e-7b6a2c9e3f10"
ROWS = json.dumps([{"sku": "OOL-250", "name": "Oolong", "trade_price": 11.5, "sold": 4}])

calls = []


class ClientError(Exception):
    def __init__(self, code, reasons=()):
        super().__init__(code)
        self.response = {"Error": {"Code": code}, "CancellationReasons": [{"Code": r} for r in reasons]}


class Pretended:
    """Answers any call with what `answers` holds under its name, and remembers the call."""

    def __init__(self, answers):
        self.answers = answers

    def __getattr__(self, name):
        def call(*positional, **named):
            calls.append((name, positional, copy.deepcopy(named)))
            answer = self.answers.get(name, {})
            if isinstance(answer, Exception):
                raise answer
            return answer(*positional, **named) if callable(answer) else answer

        return call


def module(name, **contents):
    made = types.ModuleType(name)
    made.__dict__.update(contents)
    return made


class Page:
    def __init__(self, text):
        self.text = text

    def render(self, **values):
        return self.text + repr(values)


class Document:
    """A PDF that is only its text."""

    def __init__(self, **_):
        self.text = []

    def add_page(self):
        pass

    def set_font(self, *_, **__):
        pass

    def cell(self, _width, _height, text, **_):
        self.text.append(text)

    def output(self):
        return "\n".join(self.text).encode()


class Cursor:
    description = [("sku",), ("sold",)]

    def execute(self, sql):
        calls.append(("execute", (sql,), {}))

    def fetchall(self):
        return [("OOL-250", 4)]


def load(shop, folder, answers, **environment):
    """The handler of a fresh copy of `folder`, as a cold start would load it."""
    calls.clear()
    os.environ.update(environment)
    cloud = Pretended(answers)
    claims = {"sub": CUSTOMER, "token_use": "id", "cognito:groups": answers.get("groups", ["staff"])}
    jwt = module(
        "jwt",
        decode=lambda *_, **__: claims,
        DecodeError=ValueError,
        PyJWTError=ValueError,
        PyJWKClient=lambda *_, **__: types.SimpleNamespace(
            get_signing_key_from_jwt=lambda _: types.SimpleNamespace(key="key")
        ),
    )
    sys.modules.update(
        boto3=module(
            "boto3",
            client=lambda *_, **__: cloud,
            resource=lambda *_, **__: types.SimpleNamespace(Table=lambda _: cloud),
        ),
        botocore=module("botocore"),
        jwt=jwt,
        jinja2=module("jinja2", Template=Page),
        yaml=module("yaml", load=json.loads),
        requests=module("requests", post=lambda *_, **__: None),
        smtplib=module("smtplib", SMTP=lambda *_: cloud),
        pymysql=module("pymysql", connect=lambda **_: types.SimpleNamespace(cursor=Cursor)),
        fpdf=module("fpdf", FPDF=Document),
    )
    sys.modules["botocore.config"] = module("botocore.config", Config=lambda **_: None)
    sys.modules["botocore.exceptions"] = module("botocore.exceptions", ClientError=ClientError)
    path = EXAMPLES / shop / "src" / folder / "app.py"
    spec = importlib.util.spec_from_file_location(f"{shop}.{folder}", path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def event(shop, name):
    return json.loads((EXAMPLES / shop / "events" / f"{name}.json").read_text())


CONTEXT = types.SimpleNamespace(aws_request_id="request-1")


def names():
    return [name for name, _, _ in calls]


def check_flawed(shop, events):
    app = load(shop, "catalogue", {"execute_statement": {"formattedRecords": ROWS}},
               CATALOGUE_CLUSTER_ARN="c", CATALOGUE_SECRET_ARN="s")
    assert app.handler(event(events, "catalogue"), CONTEXT)["statusCode"] == 200
    assert "LIKE '%oolong%'" in calls[0][2]["sql"]

    app = load(shop, "authorizer", {}, STAFF_KEY="local")
    assert app.handler(event(events, "authorizer"), CONTEXT)["principalId"] == CUSTOMER

    app = load(shop, "invoices", {}, DOCUMENTS_BUCKET="documents")
    app.os.system, system = lambda command: calls.append(("system", (command,), {})) or 0, app.os.system
    try:
        assert app.handler(event(events, "invoice"), CONTEXT) == [f"invoices/{CUSTOMER}/PO-1042.pdf"]
    finally:
        app.os.system = system
    assert names() == ["download_file", "system", "upload_file"]

    app = load(shop, "mail", {}, SMTP_PASSWORD="local")
    app.handler(event(events, "mail"), CONTEXT)
    assert names() == ["starttls", "login", "sendmail"]

    item = {"sku": "OOL-250", "available": 10, "reorderRule": "max(200, 3 * sold - available)"}
    app = load(shop, "stock", {"get_item": {"Item": item}}, STOCK_TABLE="t", REORDER_TOPIC="topic")
    app.handler(event(events, "stock"), CONTEXT)
    assert names() == ["get_item", "put_item", "publish"]
    assert '"quantity": 200' in calls[-1][2]["Message"]

    app = load(shop, "reports", {"generate_presigned_url": "https://link"}, STAFF_KEY="local", DB_HOST="h",
               DB_USER="u", DB_PASSWORD="p", EXPORT_BUCKET="exports")
    app.subprocess = types.SimpleNamespace(run=lambda *_, **__: None)
    with tempfile.TemporaryDirectory() as folder:
        app.open = lambda path, *rest, **named: open(path.replace("/tmp", folder), *rest, **named)
        assert app.handler(event(events, "report"), CONTEXT)["statusCode"] == 200
    assert "BETWEEN '2026-10-01'" in calls[0][1][0]


def check_repaired():
    shop = "shop-repaired"
    catalogue = {
        "ALLOWED_ORIGIN": "https://shop.example",
        "CATALOGUE_CLUSTER_ARN": "c",
        "CATALOGUE_SECRET_ARN": "s",
    }
    app = load(shop, "catalogue", {"execute_statement": {"formattedRecords": ROWS}}, **catalogue)
    request = event(shop, "catalogue")
    assert app.handler(request, CONTEXT)["statusCode"] == 200
    assert {"name": "name", "value": {"stringValue": "%oolong%"}} in calls[0][2]["parameters"]
    injection = {"sort": "1; DROP TABLE products"}
    for wrong in (injection, {"limit": "1000"}, {"origin": "x' OR 1=1"}, {"q": "a" * 81}):
        request["queryStringParameters"] = wrong
        assert app.handler(request, CONTEXT)["statusCode"] == 400, wrong
    request["queryStringParameters"] = None
    app = load(shop, "catalogue", {"execute_statement": RuntimeError("host db-7.internal")}, **catalogue)
    answer = app.handler(request, CONTEXT)
    assert answer["statusCode"] == 500 and "db-7" not in answer["body"]

    for groups, effect in ((["staff"], "Allow"), ([], "Deny")):
        app = load(shop, "authorizer", {"groups": groups}, ISSUER="https://issuer", AUDIENCE="client")
        request = event(shop, "authorizer")
        statement = app.handler(request, CONTEXT)["policyDocument"]["Statement"][0]
        assert (statement["Effect"], statement["Resource"]) == (effect, request["methodArn"])
    try:
        app.handler({"authorizationToken": "Basic x", "methodArn": "m"}, CONTEXT)
        raise AssertionError("accepted a token that is none")
    except PermissionError as error:
        assert str(error) == "Unauthorized"

    order = {"orderId": ORDER, "customerId": CUSTOMER, "status": "PAID", "totalCents": 4600,
             "customerEmail": "owner@cafe.example", "delivery": {"street": "a", "city": "b", "country": "IE"},
             "lines": [{"sku": "OOL-250", "quantity": 4, "cents": 1150}]}
    app = load(shop, "invoices", {"get_item": {"Item": order}}, ORDERS_TABLE="o", DOCUMENTS_BUCKET="d")
    assert app.handler(event(shop, "invoice"), CONTEXT) == {"invoiceKey": f"invoices/{CUSTOMER}/{ORDER}.pdf"}
    assert b"Total 46.00 EUR" in calls[-1][2]["Body"]
    for refused in ({"orderId": "x;id"}, {}):
        try:
            app.handler(refused, CONTEXT)
            raise AssertionError(f"rendered {refused}")
        except ValueError:
            pass

    tables = {"ORDERS_TABLE": "o", "DELIVERIES_TABLE": "d", "SENDER": "shop@fernhill-tea.example"}
    app = load(shop, "mail", {"get_item": {"Item": order}}, **tables)
    assert app.handler(event(shop, "mail"), CONTEXT) == {"batchItemFailures": []}
    assert names() == ["get_item", "put_item", "send_email"]
    for body in ({"orderId": "x", "text": "shipped"}, {"orderId": ORDER, "text": "{{ 7 * 7 }}"}, ["shipped"]):
        forged = {"Records": [{"messageId": "m-2", "body": json.dumps(body)}]}
        assert app.handler(forged, CONTEXT) == {"batchItemFailures": [{"itemIdentifier": "m-2"}]}
        assert names()[-1] == "send_email", "something was done for a forged message"
    again = {"get_item": {"Item": order}, "put_item": ClientError("ConditionalCheckFailedException")}
    app = load(shop, "mail", again, **tables)
    assert app.handler(event(shop, "mail"), CONTEXT) == {"batchItemFailures": []}
    assert "send_email" not in names()

    number = lambda text: {"N": text}
    item = {"available": number("10"), "reorderBelow": number("50"), "reorderUpTo": number("200")}
    stock = {"STOCK_TABLE": "s", "DELIVERIES_TABLE": "d", "REORDER_TOPIC": "t"}
    seen = ClientError("TransactionCanceledException", ["ConditionalCheckFailed", "None"])
    for counted in ({}, seen):
        app = load(shop, "stock", {"get_item": {"Item": item}, "transact_write_items": counted}, **stock)
        assert app.handler(event(shop, "stock"), CONTEXT) == {"batchItemFailures": []}
        assert json.loads(calls[-1][2]["Message"]) == {"sku": "OOL-250", "quantity": 190}
    app = load(shop, "stock", {"transact_write_items": ClientError("Throttled")}, **stock)
    assert app.handler(event(shop, "stock"), CONTEXT) == {"batchItemFailures": [{"itemIdentifier": "100"}]}

    answers = {"execute_statement": {"formattedRecords": ROWS}, "generate_presigned_url": "https://link"}
    app = load(shop, "reports", answers, CATALOGUE_CLUSTER_ARN="c", REPORT_SECRET_ARN="s", EXPORTS_BUCKET="e")
    request = event(shop, "report")
    assert app.handler(request, CONTEXT)["statusCode"] == 200
    assert app.cell("=1+1") == "'=1+1" and app.cell(4) == 4
    request["queryStringParameters"] = {"since": "2026-10-01", "until": "'; --"}
    assert app.handler(request, CONTEXT)["statusCode"] == 400
    request["pathParameters"] = {"name": "../../etc/passwd"}
    assert app.handler(request, CONTEXT)["statusCode"] == 404


sys.dont_write_bytecode = True
logging.disable()  # what is provoked below would be a page of traces
with contextlib.redirect_stdout(io.StringIO()):
    check_flawed("shop-sam", "shop-sam")
    check_flawed("shop-serverless", "shop-sam")
    check_repaired()
print("Python handlers: all run")
