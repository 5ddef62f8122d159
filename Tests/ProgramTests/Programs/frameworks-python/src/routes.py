import os

from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response, content_types
from aws_lambda_powertools.event_handler.exceptions import NotFoundError
from pydantic import BaseModel
from shop_routes import router

app = APIGatewayRestResolver(enable_validation=True)
app.include_router(router, prefix="/shop")


class Job(BaseModel):
    options: str
    size: int


def audit(app, next_middleware):
    os.system("audit " + app.current_event.body)  # expect: sas1-os-command
    return next_middleware(app)


@app.get("/render/<name>", middlewares=[audit])
def render(name: str, kind: str = "all", page: int = 1):
    os.system("render " + name)  # expect: sas1-os-command
    os.system("render " + kind)  # expect: sas1-os-command
    os.system(f"render {page}")  # clean: sas1-os-command -- the framework makes it a number
    os.system("render " + app.current_event.get_header_value("x-kind", "plain"))  # expect: sas1-os-command
    os.system("render " + app.current_event.request_context.identity.user_agent)  # expect: sas1-os-command
    os.system("render " + app.current_event.request_context.stage)  # clean: sas1-os-command -- the platform sets it
    os.system("render " + app.current_event.http_method)  # clean: sas1-os-command -- one of a few words
    return {}


@app.post("/jobs")
def job(job: Job):
    os.system("convert " + job.options)  # expect: sas1-os-command
    os.system(f"convert {job.size}")  # clean: sas1-os-command -- the model makes it a number
    return {}


@app.get("/pages/<name>")
def page(name: str):
    return Response(status_code=200, content_type=content_types.TEXT_HTML, body="<b>" + name)  # expect: sas1-xss-response


@app.exception_handler(ValueError)
def refused(error: ValueError):
    return Response(status_code=400, content_type="text/plain", body=str(error))  # expect: sas10-message-to-client


@app.not_found
def missing(error: NotFoundError):
    return Response(status_code=404, content_type="text/plain", body=str(error))  # clean: sas10-message-to-client -- the text that the framework writes


def handler(event, context):
    return app.resolve(event, context)
