"""Product catalogue: GET /products and GET /products/{sku}."""
import json
import os
import traceback

import boto3

database = boto3.client("rds-data")

HEADERS = {"Content-Type": "application/json", "Access-Control-Allow-Origin": "*"}
COLUMNS = "sku, name, origin, grams, trade_price"


def query(sql):
    answer = database.execute_statement(
        resourceArn=os.environ["CATALOGUE_CLUSTER_ARN"],
        secretArn=os.environ["CATALOGUE_SECRET_ARN"],
        database="shop",
        sql=sql,
        formatRecordsAs="JSON",
    )
    return json.loads(answer["formattedRecords"])


def search(params):
    sql = f"SELECT {COLUMNS} FROM products WHERE active = TRUE"
    if params.get("q"):
        sql += f" AND name LIKE '%{params['q']}%'"
    if params.get("origin"):
        sql += " AND origin = '" + params["origin"] + "'"
    # The column of an ORDER BY cannot be a bound parameter.
    sql += " ORDER BY " + params.get("sort", "name")
    return query(sql + " LIMIT " + params.get("limit", "50"))


def product(sku):
    rows = query("SELECT %s, description FROM products WHERE sku = '%s'" % (COLUMNS, sku))
    return rows[0] if rows else None


def reply(status, body):
    return {"statusCode": status, "headers": HEADERS, "body": json.dumps(body)}


def handler(event, context):
    try:
        path = event.get("pathParameters") or {}
        if "sku" in path:
            found = product(path["sku"])
            return reply(200, found) if found else reply(404, {"error": "no such product"})
        return reply(200, search(event.get("queryStringParameters") or {}))
    except Exception:
        # The web team asked for the trace, so that their bug reports are useful.
        return reply(500, {"error": "catalogue unavailable", "detail": traceback.format_exc()})
