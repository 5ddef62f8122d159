import os

from aws_lambda_powertools.event_handler import AppSyncResolver

app = AppSyncResolver()


@app.resolver(type_name="Query", field_name="render")
def render(name: str, id: str = ""):
    os.system("render " + name)  # expect: sas1-os-command
    os.system("render " + app.current_event.arguments["kind"])  # expect: sas1-os-command
    os.system("render " + app.current_event.request_headers["x-kind"])  # expect: sas1-os-command
    os.system("render " + app.current_event.info.field_name)  # clean: sas1-os-command -- the schema sets it
    os.system("render " + app.current_event.identity.sub)  # clean: sas1-os-command -- the user pool sets it


@app.batch_resolver(type_name="Order", field_name="label")
def labels(event):
    for one in event:
        os.system("label " + one.arguments["size"])  # expect: sas1-os-command


def handler(event, context):
    return app.resolve(event, context)
