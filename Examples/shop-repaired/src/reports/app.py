"""Reports for the back office: GET /reports/{name}, for staff only."""
import csv
import io
import json
import logging
import os
from datetime import date

import boto3
from botocore.config import Config

log = logging.getLogger()
limits = Config(connect_timeout=2, read_timeout=20, retries={"max_attempts": 2})
database = boto3.client("rds-data", config=limits)
s3 = boto3.client("s3", config=limits)

LONGEST_DAYS = 366
LINK_SECONDS = 900
HEADERS = {"Content-Type": "application/json", "Cache-Control": "no-store"}
REPORTS = {
    "turnover": """
        SELECT sku, SUM(quantity) AS sold, SUM(quantity * price) AS turnover FROM order_lines
        WHERE ordered_on BETWEEN CAST(:since AS DATE) AND CAST(:until AS DATE) GROUP BY sku LIMIT 10000""",
    "customers": """
        SELECT customer_number, COUNT(*) AS orders FROM order_lines
        WHERE ordered_on BETWEEN CAST(:since AS DATE) AND CAST(:until AS DATE)
        GROUP BY customer_number LIMIT 10000""",
}


class BadRequest(Exception):
    """The reason is written by us and safe to show."""


def period(params):
    try:
        since, until = date.fromisoformat(params["since"]), date.fromisoformat(params["until"])
    except (KeyError, ValueError):
        raise BadRequest("since and until are dates, YYYY-MM-DD") from None
    if not 0 <= (until - since).days <= LONGEST_DAYS:
        raise BadRequest(f"a report covers at most {LONGEST_DAYS} days")
    return since.isoformat(), until.isoformat()


def rows_of(sql, since, until):
    answer = database.execute_statement(
        resourceArn=os.environ["CATALOGUE_CLUSTER_ARN"],
        secretArn=os.environ["REPORT_SECRET_ARN"],
        database="shop",
        sql=sql,
        parameters=[
            {"name": "since", "value": {"stringValue": since}},
            {"name": "until", "value": {"stringValue": until}},
        ],
        formatRecordsAs="JSON",
    )
    return json.loads(answer["formattedRecords"])


def cell(value):
    # Spreadsheets run what starts like a formula.
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value


def table(rows):
    file = io.StringIO()
    if rows:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    return file.getvalue().encode()


def reply(status, body):
    return {"statusCode": status, "headers": HEADERS, "body": json.dumps(body)}


def handler(event, context):
    name = event["pathParameters"]["name"]
    sql = REPORTS.get(name)
    if sql is None:
        return reply(404, {"error": "no such report"})
    try:
        since, until = period(event.get("queryStringParameters") or {})
        bucket, key = os.environ["EXPORTS_BUCKET"], f"reports/{context.aws_request_id}.csv"
        s3.put_object(Bucket=bucket, Key=key, Body=table(rows_of(sql, since, until)), ContentType="text/csv")
        link = s3.generate_presigned_url(
            "get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=LINK_SECONDS
        )
        staff = event["requestContext"]["authorizer"]["principalId"]
        log.info("report written", extra={"staff": staff, "since": since, "until": until})
        return reply(200, {"url": link})
    except BadRequest as reason:
        return reply(400, {"error": str(reason)})
    except Exception:
        log.exception("report failed")
        return reply(500, {"error": "the report is not available", "request": context.aws_request_id})
