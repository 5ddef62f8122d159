import os
import re
import shlex
import subprocess


def handler(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    os.system("ls -l /tmp")
    subprocess.run(["file", "--", "/tmp/x"], check=True)
    os.system("file " + shlex.quote(key))
    if re.fullmatch(r"[a-z0-9]+", key):
        os.system("file /tmp/" + key)
    os.system("echo " + event["Records"][0]["awsRegion"])
