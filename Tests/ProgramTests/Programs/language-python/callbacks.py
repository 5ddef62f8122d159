import os

import some_job_library as jobs


def named(event, context):
    jobs.run(on_item=lambda: os.system("report " + event["body"]))  # expect: sas1-os-command
    jobs.run(on_end=lambda: os.system("report all"))  # clean: sas1-os-command -- a constant


def listed(event, context):
    def first():
        os.system("report " + event["body"])  # expect: sas1-os-command

    def second():
        os.system("report all")  # clean: sas1-os-command -- a constant

    jobs.steps([first, second])


def kept(event, context):
    steps = {"run": lambda text: os.system("report " + text)}  # clean: sas1-os-command -- only asked for its size
    return {"statusCode": 200, "body": str(len(steps))}
