import os


class Runner:
    def __init__(self, name):
        self.command = f"run {name}"

    def go(self):
        os.system(self.command)  # expect: sas1-os-command


def launch(name):
    os.system("launch " + name)  # expect: sas1-os-command


def fixed(name):
    os.system("launch " + name)  # clean: sas1-os-command -- only called with a constant


async def prepare(name):
    return "prepare " + name


async def perform(command):
    os.system(command)  # expect: sas1-os-command


async def perform_fixed(command):
    os.system(command)  # clean: sas1-os-command -- the second result, which is made of a constant
