import base64
import os


def handler(event, context):
    name = base64.b64decode(event["Records"][0]["kinesis"]["data"]).decode()
    os.system("/opt/bin/label " + name)  # expect: sas1-os-command
