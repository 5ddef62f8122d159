"""Invoice renderer: turns the HTML page of an order into a PDF next to it.

Runs when a page arrives in the documents bucket, and as a step of the fulfilment workflow.
"""
import json
import os
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")


def render(bucket, key):
    name = os.path.basename(key)
    page = f"/tmp/{name}"
    pdf = page.replace(".html", ".pdf")
    # The workflow repeats a failed step: no need to fetch the page twice.
    if not os.path.exists(page):
        s3.download_file(bucket, key, page)

    status = os.system(f"/opt/bin/wkhtmltopdf --quiet --title '{name}' {page} {pdf}")
    if status != 0:
        raise RuntimeError(f"wkhtmltopdf ended with {status} for {key}")

    target = key.replace(".html", ".pdf")
    s3.upload_file(pdf, bucket, target)
    return target


def handler(event, context):
    print("invoice event: " + json.dumps(event))
    if "Records" in event:
        return [
            render(record["s3"]["bucket"]["name"], unquote_plus(record["s3"]["object"]["key"]))
            for record in event["Records"]
        ]
    return {"invoiceKey": render(event.get("bucket", os.environ["DOCUMENTS_BUCKET"]), event["documentKey"])}
