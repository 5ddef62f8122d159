import os

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.utilities.data_classes import SQSEvent, event_source
from fastapi import FastAPI, Request
from mangum import Mangum

logger = Logger()
app = APIGatewayRestResolver()
api = FastAPI()


@app.get("/reports/<name>")
def report(name):
    os.system("report " + name)  # expect: sas1-os-command
    os.system("report " + app.current_event.get_query_string_value(name="page", default_value="1"))  # expect: sas1-os-command
    return {"ok": True}


@app.post("/reports")
def create():
    data = app.current_event.json_body
    os.system("report " + data["name"])  # expect: sas1-os-command
    return {"ok": True}, 201


@logger.inject_lambda_context
def handler(event, context):
    return app.resolve(event, context)


@event_source(data_class=SQSEvent)
def queued(event, context):
    for record in event.records:
        os.system("work " + record.body)  # expect: sas1-os-command
        os.system("work " + record.message_id)  # clean: sas1-os-command -- the platform sets it


@api.get("/books/{title}")
def book(title: str, page: int = 1, kind: str = "all"):
    os.system("book " + title)  # expect: sas1-os-command
    os.system(f"book {page}")  # clean: sas1-os-command -- the framework makes it a number
    os.system("book " + kind)  # expect: sas1-os-command
    return {}


@api.post("/books")
async def add_book(request: Request):
    data = await request.json()
    os.system("book " + data["title"])  # expect: sas1-os-command
    os.system("book " + request.headers["x-kind"])  # expect: sas1-os-command
    return {}


books = Mangum(api)
