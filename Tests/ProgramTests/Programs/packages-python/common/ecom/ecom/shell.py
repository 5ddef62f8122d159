import os
import shlex


def convert(options):
    os.system("convert " + options)  # expect: sas1-os-command


def listed(name):
    os.system("ls " + shlex.quote(name))  # clean: sas1-os-command -- quoted
