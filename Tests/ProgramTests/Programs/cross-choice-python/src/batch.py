import json
import boto3

functions = boto3.client("lambda")


def start(name, job):
    functions.invoke(FunctionName="job-" + name, InvocationType="Event", Payload=json.dumps(job))


def handler(event, context):
    job = json.loads(event["body"])
    start("mail", {"name": job["mail"]})
    start("print", {"name": job["print"]})
    start("pack", {"name": job["pack"]})
    start("count", {"name": job["count"]})
    start("sort", {"name": job["sort"]})
    start("send", {"name": job["send"]})
    start("bill", {"name": job["bill"]})
    start("sign", {"name": job["sign"]})
    start("scan", {"name": job["scan"]})
    start("file", {"name": job["file"]})
    start("stamp", {"name": job["stamp"]})
    start("night", {"name": job["night"]})
    start("late", {"name": "constant"})
    return {"statusCode": 202}
