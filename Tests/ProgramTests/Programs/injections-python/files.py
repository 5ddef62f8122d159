import os
import shutil
import tarfile
import zipfile

import boto3

s3 = boto3.client("s3")


def read(event, context):
    name = event["pathParameters"]["name"]
    with open("/opt/pages/" + name) as page:  # expect: sas1-path-traversal
        first = page.read()
    with open(os.path.join("/opt/pages", name)) as page:  # expect: sas1-path-traversal
        second = page.read()
    shutil.copyfile("/opt/pages/" + name, "/tmp/copy")  # expect: sas1-path-traversal
    os.remove("/tmp/" + name)  # expect: sas1-path-traversal
    with open("/opt/pages/" + os.path.basename(name)) as page:  # clean: sas1-path-traversal -- the last part of the name only
        third = page.read()
    return {"statusCode": 200, "body": first + second + third}


def inside(event, context):
    root = "/opt/pages"
    path = os.path.realpath(os.path.join(root, event["pathParameters"]["name"]))
    if not path.startswith(root + os.sep):
        return {"statusCode": 404}
    with open(path) as page:  # clean: sas1-path-traversal -- resolved and compared with the folder
        return {"statusCode": 200, "body": page.read()}


def unpack(event, context):
    for record in event["Records"]:
        s3.download_file(record["s3"]["bucket"]["name"], record["s3"]["object"]["key"], "/tmp/in.tar")
        with tarfile.open("/tmp/in.tar") as archive:
            archive.extractall("/tmp/out")  # expect: sas1-archive-extraction
        with tarfile.open("/tmp/in.tar") as archive:
            archive.extractall("/tmp/out", filter="data")  # clean: sas1-archive-extraction -- refuses names that lead outside
