import subprocess


def handler(event, context):
    for record in event["Records"]:
        name = record["Sns"]["Message"]
        subprocess.run(f"/opt/bin/label {name}", shell=True)  # expect: sas1-os-command
        subprocess.run(["/opt/bin/label", name])  # clean: sas1-os-command -- no shell
