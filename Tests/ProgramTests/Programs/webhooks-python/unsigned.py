import json
import os

import boto3
import jsonschema
import telegram
from linebot import LineBotApi
from linebot.models import TextSendMessage
from twilio.twiml.messaging_response import MessagingResponse

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
api = LineBotApi(os.environ["CHANNEL"])
SCHEMA = {"type": "object", "required": ["number"]}


def line(event, context):  # expect: sas2-webhook-unsigned
    message = json.loads(event["body"])["events"][0]
    api.reply_message(message["replyToken"], TextSendMessage(text="ok"))


def telegram_bot(event, context):  # expect: sas2-webhook-unsigned
    bot = telegram.Bot(os.environ["BOT"])
    update = telegram.Update.de_json(json.loads(event["body"]), bot)
    bot.send_message(chat_id=update.message.chat.id, text="ok")


def slack(event, context):  # expect: sas2-webhook-unsigned
    body = json.loads(event["body"])
    if body.get("type") == "url_verification":
        return {"statusCode": 200, "body": "ok"}
    table.put_item(Item={"id": str(body["event_id"]), "kind": "slack"})


def stripe_events(event, context):  # expect: sas2-webhook-unsigned
    body = json.loads(event["body"])
    match body["type"]:
        case "checkout.session.completed":
            table.put_item(Item={"id": str(body["id"]), "paid": True})


def paypal(event, context):  # expect: sas2-webhook-unsigned
    body = json.loads(event["body"])
    if body["event_type"] == "PAYMENT.CAPTURE.COMPLETED":
        table.put_item(Item={"id": str(body["id"]), "paid": True})


def twilio(event, context):  # expect: sas2-webhook-unsigned
    answer = MessagingResponse()
    answer.message("ok")
    return {"statusCode": 200, "body": str(answer)}


def checked_shape(event, context):  # expect: sas2-webhook-unsigned
    kind = event["headers"]["x-github-event"]
    body = json.loads(event["body"])
    jsonschema.validate(body, SCHEMA)
    table.put_item(Item={"id": str(body["number"]), "kind": kind[:10]})


def orders(event, context):  # clean: sas2-webhook-unsigned -- its own kinds of orders
    body = json.loads(event["body"])
    if body["type"] == "order":
        table.put_item(Item={"id": str(body["id"]), "kind": "order"})
