"""Invoice renderer: a step of the fulfilment workflow.

It is given an order's id and reads the order itself, so nobody can have anything else printed.
"""
import logging
import os
import re

import boto3
from botocore.config import Config
from fpdf import FPDF

log = logging.getLogger()
limits = Config(connect_timeout=2, read_timeout=10, retries={"max_attempts": 3})
orders = boto3.resource("dynamodb", config=limits).Table(os.environ["ORDERS_TABLE"])
s3 = boto3.client("s3", config=limits)

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def printable(text):
    # The built-in fonts know Latin-1 only.
    return str(text).encode("latin-1", "replace").decode("latin-1")


def euros(cents):
    return f"{int(cents) // 100}.{int(cents) % 100:02} EUR"


def document(order):
    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", size=16)
    pdf.cell(0, 12, "Fernhill Tea", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=10)
    delivery = order["delivery"]
    for text in (f"Invoice {order['orderId']}", delivery["street"], delivery["city"], delivery["country"]):
        pdf.cell(0, 6, printable(text), new_x="LMARGIN", new_y="NEXT")
    for line in order["lines"]:
        text = f"{line['quantity']} x {line['sku']}  at {euros(line['cents'])}"
        pdf.cell(0, 6, printable(text), new_x="LMARGIN", new_y="NEXT")
    pdf.cell(0, 10, f"Total {euros(order['totalCents'])}", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def handler(event, context):
    order_id = event.get("orderId", "")
    if not UUID.fullmatch(order_id):
        raise ValueError("orderId is not a UUID")
    order = orders.get_item(Key={"orderId": order_id}, ConsistentRead=True).get("Item")
    if order is None or order["status"] != "PAID":
        raise ValueError("the order is not paid")
    key = f"invoices/{order['customerId']}/{order_id}.pdf"
    s3.put_object(
        Bucket=os.environ["DOCUMENTS_BUCKET"],
        Key=key,
        Body=document(order),
        ContentType="application/pdf",
    )
    log.info("invoice written", extra={"orderId": order_id})
    return {"invoiceKey": key}
