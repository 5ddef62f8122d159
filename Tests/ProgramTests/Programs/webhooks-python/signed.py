import hashlib
import hmac
import json
import os

import boto3
import stripe
from linebot import WebhookHandler
from slack_sdk.signature import SignatureVerifier
from twilio.request_validator import RequestValidator
from twilio.twiml.messaging_response import MessagingResponse

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
verifier = SignatureVerifier(os.environ["SIGNING_SECRET"])
lines = WebhookHandler(os.environ["CHANNEL_SECRET"])
twilios = RequestValidator(os.environ["TWILIO_TOKEN"])


def github(event, context):  # clean: sas2-webhook-unsigned -- the signature is compared
    kind = event["headers"]["x-github-event"]
    digest = hmac.new(os.environ["KEY"].encode(), event["body"].encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest("sha256=" + digest, event["headers"]["x-hub-signature-256"]):
        return {"statusCode": 401}
    table.put_item(Item={"id": str(json.loads(event["body"])["number"]), "kind": kind[:10]})


def slack(event, context):  # clean: sas2-webhook-unsigned -- the library checks it
    if not verifier.is_valid_request(event["body"], event["headers"]):
        return {"statusCode": 401}
    body = json.loads(event["body"])
    if body.get("type") == "url_verification":
        return {"statusCode": 200, "body": "ok"}


def stripe_events(event, context):  # clean: sas2-webhook-unsigned -- the library checks it
    body = stripe.Webhook.construct_event(
        event["body"], event["headers"]["stripe-signature"], os.environ["STRIPE_KEY"]
    )
    if body["type"] == "checkout.session.completed":
        table.put_item(Item={"id": str(body["id"]), "paid": True})


def line(event, context):  # clean: sas2-webhook-unsigned -- the library checks it
    lines.handle(event["body"], event["headers"]["x-line-signature"])


def twilio(event, context):  # clean: sas2-webhook-unsigned -- the library checks it
    if not twilios.validate(os.environ["URL"], event["body"], event["headers"]["x-twilio-signature"]):
        return {"statusCode": 401}
    return {"statusCode": 200, "body": str(MessagingResponse())}


def telegram_bot(event, context):  # clean: sas2-webhook-unsigned -- the secret that was registered with the webhook
    if event["headers"]["x-telegram-bot-api-secret-token"] != os.environ["WEBHOOK_KEY"]:
        return {"statusCode": 401}
    body = json.loads(event["body"])
    table.put_item(Item={"id": str(body["message"]["chat"]["id"]), "kind": "telegram"})


def other_hash(event, context):  # expect: sas2-webhook-unsigned
    kind = event["headers"]["x-github-event"]
    name = hmac.new(os.environ["KEY"].encode(), b"cache", hashlib.sha256).hexdigest()
    table.put_item(Item={"id": name, "kind": kind[:10]})
