import base64
import os
from string import Template


def built(event, context):
    name = event["body"]
    command = "report "
    command += name
    os.system(command)  # expect: sas1-os-command
    os.system("report {name}".format(name=name))  # expect: sas1-os-command
    os.system("report {0}".format(name))  # expect: sas1-os-command
    os.system("report %(name)s" % {"name": name})  # expect: sas1-os-command
    os.system(f"report {name!s:>10}")  # expect: sas1-os-command
    os.system("report {n}".format_map({"n": name}))  # expect: sas1-os-command
    os.system(Template("report $name").substitute(name=name))  # expect: sas1-os-command
    os.system("".join(["report ", name]))  # expect: sas1-os-command
    os.system("report " + name[2:])  # expect: sas1-os-command
    os.system("report " + name.split(",")[0])  # expect: sas1-os-command
    os.system("report " + name.encode().decode("ascii"))  # expect: sas1-os-command
    os.system("report " + base64.b64decode(name).decode())  # expect: sas1-os-command
    os.system(f"report {len(name)}")  # clean: sas1-os-command -- a number
    os.system(f"report {'big' if len(name) > 10 else 'small'}")  # clean: sas1-os-command -- one of two constants
    os.system("report {}".format("all"))  # clean: sas1-os-command -- a constant
