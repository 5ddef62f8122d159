import os


def archive(name):
    os.system("tar cf /tmp/a.tar " + name)  # expect: sas1-os-command
