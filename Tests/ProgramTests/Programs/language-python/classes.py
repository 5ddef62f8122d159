import os
from dataclasses import dataclass, field


class Job:
    folder = "/tmp"

    def __init__(self, name, kind="plain"):
        self.name = name
        self.kind = kind

    @property
    def command(self):
        return "work " + self.name

    @staticmethod
    def quoted(text):
        return "'" + text + "'"

    @classmethod
    def parse(cls, event):
        return cls(event["body"])

    def run(self):
        os.system(self.command)  # expect: sas1-os-command

    def sort(self):
        os.system("sort " + self.kind)  # clean: sas1-os-command -- this attribute is always a constant
        os.system("ls " + self.folder)  # clean: sas1-os-command -- a constant of the class


class NightJob(Job):
    def __init__(self, name):
        super().__init__(name, "night")

    def run(self):
        super().run()
        os.system("log " + self.name)  # expect: sas1-os-command


class Silent(Job):
    def run(self):
        return None


class Shell:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False

    def __call__(self, text):
        os.system(text)  # expect: sas1-os-command

    def __getitem__(self, key):
        return "value of " + key


@dataclass
class Order:
    name: str
    kind: str = "plain"
    notes: list = field(default_factory=list)


def plain(event, context):
    job = Job.parse(event)
    job.run()
    job.sort()


def night(event, context):
    NightJob(event["path"]).run()


def quiet(event, context):
    Silent(event["path"]).run()
    os.system("say " + Job.quoted(event["path"]))  # expect: sas1-os-command


def called(event, context):
    with Shell() as shell:
        shell("say " + event["body"])


def orders(event, context):
    order = Order(event["body"])
    order.notes.append(event["path"])
    os.system("order " + order.name)  # expect: sas1-os-command
    os.system("order " + order.kind)  # clean: sas1-os-command -- the default of the field
    os.system("order " + order.notes[0])  # expect: sas1-os-command
    order.name = "fixed"
    os.system("order " + order.name)  # clean: sas1-os-command -- overwritten


def attribute(event, context):
    order = Order("fixed")
    setattr(order, "name", event["body"])
    os.system("order " + getattr(order, "name"))  # expect: sas1-os-command
