import boto3
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.event_handler.exceptions import BadRequestError, ServiceError
from fastapi import FastAPI, HTTPException
from flask import Flask, abort
from mangum import Mangum
from werkzeug.exceptions import Conflict

resolver = APIGatewayRestResolver()
site = Flask(__name__)
api = FastAPI()
table = boto3.resource("dynamodb").Table("orders")


@resolver.get("/orders")
def orders():
    try:
        return table.scan()["Items"]
    except KeyError as error:
        raise BadRequestError(str(error))  # expect: sas10-message-to-client
    except ValueError as error:
        raise ServiceError(502, str(error))  # expect: sas10-message-to-client
    except Exception as error:
        problem = BadRequestError(str(error))  # clean: sas10-message-to-client -- made, and not thrown
        raise RuntimeError("no orders") from problem


@site.route("/orders/<number>")
def order(number):
    try:
        return table.get_item(Key={"id": number})
    except KeyError as error:
        abort(400, str(error))  # expect: sas10-message-to-client
    except ValueError as error:
        raise Conflict(str(error))  # expect: sas10-message-to-client
    except Exception:
        abort(500, "no order")  # clean: sas10-message-to-client -- the program's own words


@api.get("/stock")
def stock():
    try:
        return table.scan()["Items"]
    except KeyError as error:
        raise HTTPException(status_code=400, detail=str(error))  # expect: sas10-message-to-client
    except Exception:
        raise HTTPException(status_code=500, detail="no stock")  # clean: sas10-message-to-client -- the program's own words


def lambda_handler(event, context):
    return resolver.resolve(event, context)


handler = Mangum(api)
