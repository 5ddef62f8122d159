import boto3
import pymysql

rds = boto3.client("rds")


def handler(event, context):
    token = rds.generate_db_auth_token(DBHostname="db", Port=3306, DBUsername="app")
    return pymysql.connect(host="db", user="app", password=token, ssl={"ca": "/opt/ca.pem"}).get_host_info()
