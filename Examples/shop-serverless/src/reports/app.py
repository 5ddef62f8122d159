"""Reports for the back office: GET /reports/{name} and POST /reports/query."""
import csv
import json
import os
import subprocess

import boto3
import pymysql

s3 = boto3.client("s3")

QUERIES = os.path.join(os.path.dirname(__file__), "queries")

connection = None


def connect():
    global connection
    if connection is None:
        connection = pymysql.connect(
            host=os.environ["DB_HOST"],
            user=os.environ["DB_USER"],
            password=os.environ["DB_PASSWORD"],
            database="shop",
        )
    return connection


def rows_of(sql):
    cursor = connect().cursor()
    cursor.execute(sql)
    return [[column[0] for column in cursor.description]] + list(cursor.fetchall())


def export(name, rows):
    path = "/tmp/report.csv"
    with open(path, "a", newline="") as file:
        csv.writer(file).writerows(rows)
    subprocess.run(f"gzip -kf {path} && mv {path}.gz /tmp/{name}.csv.gz", shell=True, check=True)
    key = f"reports/{name}.csv.gz"
    s3.upload_file(f"/tmp/{name}.csv.gz", os.environ["EXPORT_BUCKET"], key)
    return s3.generate_presigned_url(
        "get_object", Params={"Bucket": os.environ["EXPORT_BUCKET"], "Key": key}, ExpiresIn=604800
    )


def named(name, params):
    with open(os.path.join(QUERIES, name + ".sql")) as file:
        sql = file.read()
    return sql.format(**params)


def handler(event, context):
    if event.get("headers", {}).get("x-staff-key") != os.environ["STAFF_KEY"]:
        return {"statusCode": 403, "body": json.dumps({"error": "staff only"})}
    try:
        if event["httpMethod"] == "POST":
            request = json.loads(event["body"])
            name, sql = request["name"], request["sql"]
        else:
            name = event["pathParameters"]["name"]
            sql = named(name, event.get("queryStringParameters") or {})
        return {"statusCode": 200, "body": json.dumps({"url": export(name, rows_of(sql))})}
    except Exception as error:
        return {"statusCode": 500, "body": json.dumps({"error": repr(error), "host": os.environ["DB_HOST"]})}
