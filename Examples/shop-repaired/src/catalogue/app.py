"""Product catalogue: GET /products and GET /products/{sku}, for customers who are signed in."""
import json
import logging
import os
import re

import boto3
from botocore.config import Config

log = logging.getLogger()
limits = Config(connect_timeout=2, read_timeout=6, retries={"max_attempts": 2})
database = boto3.client("rds-data", config=limits)

HEADERS = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "Access-Control-Allow-Origin": os.environ["ALLOWED_ORIGIN"],
}
SKU = re.compile(r"[A-Z0-9]{2,8}(-[A-Z0-9]{1,8}){0,3}")
ORIGIN = re.compile(r"[A-Za-z ]{2,40}")
LARGEST_PAGE = 100

# A column cannot be a bound parameter, so every order has its own statement.
LISTS = {
    "name": """
        SELECT sku, name, origin, grams, trade_price FROM products
        WHERE active = TRUE AND name LIKE :name AND origin LIKE :origin ORDER BY name LIMIT :size""",
    "price": """
        SELECT sku, name, origin, grams, trade_price FROM products
        WHERE active = TRUE AND name LIKE :name AND origin LIKE :origin ORDER BY trade_price LIMIT :size""",
    "origin": """
        SELECT sku, name, origin, grams, trade_price FROM products
        WHERE active = TRUE AND name LIKE :name AND origin LIKE :origin ORDER BY origin LIMIT :size""",
}
ONE = """
    SELECT sku, name, origin, grams, trade_price, description FROM products
    WHERE active = TRUE AND sku = :sku"""


class BadRequest(Exception):
    """The reason is written by us and safe to show."""


def query(sql, **values):
    parameters = [
        {"name": name, "value": {"longValue": value} if isinstance(value, int) else {"stringValue": value}}
        for name, value in values.items()
    ]
    answer = database.execute_statement(
        resourceArn=os.environ["CATALOGUE_CLUSTER_ARN"],
        secretArn=os.environ["CATALOGUE_SECRET_ARN"],
        database="shop",
        sql=sql,
        parameters=parameters,
        formatRecordsAs="JSON",
    )
    return json.loads(answer["formattedRecords"])


def containing(text):
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def search(params):
    statement = LISTS.get(params.get("sort", "name"))
    if statement is None:
        raise BadRequest("sort is one of name, price, origin")
    text = params.get("q", "")
    if len(text) > 80:
        raise BadRequest("q is longer than 80 characters")
    origin = params.get("origin", "")
    if origin and not ORIGIN.fullmatch(origin):
        raise BadRequest("origin is a country name")
    size = params.get("limit", "50")
    if not size.isascii() or not size.isdecimal() or not 1 <= int(size) <= LARGEST_PAGE:
        raise BadRequest(f"limit is a number from 1 to {LARGEST_PAGE}")
    return query(statement, name=containing(text), origin=origin or "%", size=int(size))


def product(sku):
    if not SKU.fullmatch(sku):
        return None
    rows = query(ONE, sku=sku)
    return rows[0] if rows else None


def reply(status, body):
    return {"statusCode": status, "headers": HEADERS, "body": json.dumps(body)}


def handler(event, context):
    path = event.get("pathParameters") or {}
    try:
        if "sku" in path:
            found = product(path["sku"])
            return reply(200, found) if found else reply(404, {"error": "no such product"})
        return reply(200, search(event.get("queryStringParameters") or {}))
    except BadRequest as reason:
        return reply(400, {"error": str(reason)})
    except Exception:
        log.exception("catalogue query failed")
        return reply(500, {"error": "the catalogue is not available", "request": context.aws_request_id})
