import os

from aws_lambda_powertools.event_handler.api_gateway import Router

router = Router()


@router.put("/items/<item>")
def item(item: str):
    os.system("item " + item)  # expect: sas1-os-command
    os.system("item " + router.current_event.json_body["note"])  # expect: sas1-os-command
