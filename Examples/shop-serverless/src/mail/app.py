"""Mail sender: one message per line of the mail queue.

The old stock system writes YAML, everything newer writes JSON, which YAML reads as well.
"""
import os
import smtplib

import requests
import yaml
from jinja2 import Template

SMTP_HOST = os.environ.get("SMTP_HOST", "smtp.fernhill-tea.example")
SMTP_USER = os.environ.get("SMTP_USER", "shop-mailer")
SMTP_PASSWORD = os.environ.get("SMTP_PASSWORD", "Wv4-Kestrel-92nQx-Orchard")
DEFAULT_TEMPLATE = "Dear {{ name }},\n\nyour order {{ order_id }} is {{ status }}.\n\nFernhill Tea\n"


def compose(message):
    text = Template(message.get("template", DEFAULT_TEMPLATE)).render(**message)
    return (
        f"From: Fernhill Tea <shop@fernhill-tea.example>\r\n"
        f"To: {message['to']}\r\n"
        f"Subject: {message.get('subject', 'Your order')}\r\n"
        f"\r\n{text}"
    )


def send(message):
    relay = smtplib.SMTP(SMTP_HOST, 587)
    relay.starttls()
    relay.login(SMTP_USER, SMTP_PASSWORD)
    relay.sendmail("shop@fernhill-tea.example", [message["to"]], compose(message))


def handler(event, context):
    for record in event["Records"]:
        try:
            message = yaml.load(record["body"])
            send(message)
            if message.get("track"):
                requests.post(message["track"], json={"to": message["to"], "sent": True}, verify=False)
        except Exception:
            # One bad address must not hold up the rest of the batch.
            pass
