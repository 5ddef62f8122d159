import os

import boto3
import psycopg2
import pymysql
import sqlite3
from sqlalchemy import create_engine, text

connection = psycopg2.connect(os.environ["DSN"])
engine = create_engine(os.environ["DSN"])
rds = boto3.client("rds-data")
dynamodb = boto3.client("dynamodb")
athena = boto3.client("athena")


def search(event, context):
    term = event["queryStringParameters"]["term"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM book WHERE title = '" + term + "'")  # expect: sas1-sqli
        cursor.execute(f"SELECT id FROM book WHERE title LIKE '%{term}%'")  # expect: sas1-sqli
        cursor.execute("SELECT id FROM book WHERE title = '%s'" % term)  # expect: sas1-sqli
        cursor.execute("SELECT id FROM book WHERE title = %s", (term,))  # clean: sas1-sqli -- bound
        cursor.executemany("INSERT INTO book (title) VALUES (%s)", [(term,)])  # clean: sas1-sqli -- bound
        return {"statusCode": 200, "body": str(cursor.fetchall())}


def order(event, context):
    column = event["queryStringParameters"].get("sort", "title")
    with engine.connect() as link:
        link.execute(text("SELECT id FROM book ORDER BY " + column))  # expect: sas1-sqli
        link.execute(text("SELECT id FROM book WHERE title = :title"), {"title": column})  # clean: sas1-sqli -- bound
    return {"statusCode": 204}


def clouds(event, context):
    name = event["pathParameters"]["name"]
    rds.execute_statement(resourceArn=os.environ["CLUSTER"], secretArn=os.environ["LOGIN_ARN"], sql="SELECT * FROM shop WHERE name = '" + name + "'")  # expect: sas1-sqli
    rds.execute_statement(resourceArn=os.environ["CLUSTER"], secretArn=os.environ["LOGIN_ARN"], sql="SELECT * FROM shop WHERE name = :name", parameters=[{"name": "name", "value": {"stringValue": name}}])  # clean: sas1-sqli -- bound
    dynamodb.execute_statement(Statement=f"SELECT * FROM shop WHERE name = '{name}'")  # expect: sas1-sqli
    dynamodb.execute_statement(Statement="SELECT * FROM shop WHERE name = ?", Parameters=[{"S": name}])  # clean: sas1-sqli -- bound
    athena.start_query_execution(QueryString="SELECT * FROM logs WHERE shop = '" + name + "'")  # expect: sas1-sqli
    return {"statusCode": 204}


def local(event, context):
    name = event["pathParameters"]["name"]
    book = sqlite3.connect("/opt/books.db")
    book.execute("DELETE FROM book WHERE name = '%s'" % name)  # expect: sas1-sqli
    book.executescript("DELETE FROM book WHERE name = '" + name + "';")  # expect: sas1-sqli
    book.execute("DELETE FROM book WHERE name = ?", [name])  # clean: sas1-sqli -- bound
    server = pymysql.connect(host=os.environ["HOST"], database="shop")
    cursor = server.cursor()
    cursor.execute("UPDATE shop SET open = 1 WHERE name = " + name)  # expect: sas1-sqli
    return {"statusCode": 204}
