from os import system


def begin(name):
    system("begin " + name)  # expect: sas1-os-command
