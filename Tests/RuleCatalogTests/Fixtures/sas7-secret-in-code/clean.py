import os

import boto3

DB_PASSWORD = os.environ["DB_PASSWORD"]
PASSWORD_FIELD = "password"
SECRET_NAME = "prod/shop/db-2024"
SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf"
TOKEN_URL = "https://login.example.com/oauth2/token"
ERRORS = {"password": "must have 8 characters and 1 digit"}
FIELDS = ["username", "password", "token12345", "other67890"]
request_token = "a8ca07e4-61ec-4399-99f4-19853801bcd5"
placeholder_password = "changeme"


def check(password):
    if password == "":
        raise ValueError("password: empty")
    return boto3.client("secretsmanager").get_secret_value(SecretId=SECRET_ARN)["SecretString"]
