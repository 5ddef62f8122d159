import os
import subprocess


def convert(name):
    subprocess.run(f"convert /tmp/in /tmp/{name}.png", shell=True, check=True)  # expect: sas1-os-command


def handler(event, context):
    for record in event["Records"]:
        key = record["s3"]["object"]["key"]
        os.system("file /tmp/" + key)  # expect: sas1-os-command
        convert(key)
