import json
import os
from dataclasses import dataclass
from uuid import UUID

from pydantic import BaseModel


class Order(BaseModel):
    id: int
    code: UUID
    note: str


@dataclass
class Job:
    name: str
    size: int


def order(event, context):
    data = Order.model_validate_json(event["body"])
    os.system(f"order {data.id}")  # clean: sas1-os-command -- the model's field is a number or a pattern
    os.system(f"order {data.code}")  # clean: sas1-os-command -- the model's field is a number or a pattern
    os.system(f"order {data.note}")  # expect: sas1-os-command
    return {"statusCode": 204}


def order_fields(event, context):
    data = Order(**json.loads(event["body"]))
    os.system(f"order {data.id}")  # clean: sas1-os-command -- the model makes it a number
    os.system(f"order {data.note}")  # expect: sas1-os-command
    return {"statusCode": 204}


def job(event, context):
    data = Job(**json.loads(event["body"]))
    os.system(f"work {data.name}")  # expect: sas1-os-command
    os.system(f"work {data.size}")  # expect: sas1-os-command
    return {"statusCode": 204}
