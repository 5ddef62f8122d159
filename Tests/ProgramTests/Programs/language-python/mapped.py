"""Classes that a mapper fills with records: what they are asked for are their own instances."""
import os
import subprocess

from django.db import models
from flask_sqlalchemy import SQLAlchemy
from peewee import CharField
from peewee import Model as PeeweeModel
from pynamodb.attributes import UnicodeAttribute
from pynamodb.models import Model
from sqlalchemy import select
from sqlalchemy.orm import Session, declarative_base

db = SQLAlchemy()
Base = declarative_base()


class Asset(Model):
    id = UnicodeAttribute(hash_key=True)
    path = UnicodeAttribute(null=True)

    def convert(self, options):
        subprocess.run("convert " + options, shell=True)  # expect: sas1-os-command

    def listed(self):
        os.system("ls " + self.path)  # expect: sas1-os-command

    def named(self):
        os.system("ls /tmp/assets")  # clean: sas1-os-command -- a constant


def one(event, context):
    asset = Asset.get(hash_key=event["queryStringParameters"]["id"])
    asset.convert(event["queryStringParameters"]["options"])
    asset.listed()
    asset.named()


class Order(models.Model):
    name = models.CharField(max_length=20)

    def print(self, printer):
        os.system("lp -d " + printer)  # expect: sas1-os-command


def django(event, context):
    for order in Order.objects.filter(name="x").order_by("name"):
        order.print(event["body"])


class Page(PeeweeModel):
    name = CharField()

    def print(self, printer):
        os.system("lp -d " + printer)  # expect: sas1-os-command


def peewee(event, context):
    for page in Page.select().where(Page.name == "x"):
        page.print(event["body"])


class Job(Base):
    __tablename__ = "jobs"

    def run(self, printer):
        os.system("lp -d " + printer)  # expect: sas1-os-command


def alchemy(event, context):
    with Session() as session:
        job = session.scalars(select(Job)).first()
        job.run(event["body"])


class User(db.Model):
    def run(self, printer):
        os.system("lp -d " + printer)  # expect: sas1-os-command


def flask(event, context):
    user = User.query.filter_by(name="x").first()
    user.run(event["body"])
