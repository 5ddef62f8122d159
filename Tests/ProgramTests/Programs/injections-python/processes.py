import asyncio
import os
import subprocess
from subprocess import Popen, check_output


def convert(event, context):
    name = event["queryStringParameters"]["name"]
    os.popen("convert " + name).read()  # expect: sas1-os-command
    check_output("identify %s" % name, shell=True)  # expect: sas1-os-command
    Popen("identify {}".format(name), shell=True).wait()  # expect: sas1-os-command
    subprocess.getoutput("identify " + name)  # expect: sas1-os-command
    subprocess.run(["sh", "-c", "identify " + name])  # expect: sas1-os-command
    subprocess.run(["identify", "--", name], check=True)  # clean: sas1-os-command -- no shell, and after the end of options
    return {"statusCode": 204}


def fetch(event, context):
    address = event["queryStringParameters"]["address"]
    subprocess.run(["curl", "-s", address])  # expect: sas1-arg-injection
    subprocess.run(["git", "clone", address, "/tmp/copy"])  # expect: sas1-arg-injection
    subprocess.run(["/opt/bin/count-words", "fixed"])  # clean: sas1-arg-injection -- constants only
    return {"statusCode": 204}


async def render(name):
    process = await asyncio.create_subprocess_shell(f"render {name}")  # expect: sas1-os-command
    await process.wait()
    other = await asyncio.create_subprocess_exec("/opt/bin/render", "--", name)  # clean: sas1-os-command -- no shell
    await other.wait()


def render_all(event, context):
    asyncio.run(render(event["pathParameters"]["name"]))
    return {"statusCode": 204}
