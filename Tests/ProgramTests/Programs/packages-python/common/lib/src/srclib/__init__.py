import os


def remove(name):
    os.system("rm " + name)  # expect: sas1-os-command
