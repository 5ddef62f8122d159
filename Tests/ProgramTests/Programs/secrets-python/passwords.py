import os

import boto3

idp = boto3.client("cognito-idp")
rds = boto3.client("rds")


def handler(event, context):
    temporary = "changeme!"
    idp.admin_create_user(UserPoolId=os.environ["POOL"], Username="root", TemporaryPassword=temporary)  # expect: sas7-hardcoded-credential
    idp.admin_set_user_password(UserPoolId=os.environ["POOL"], Username="root", Password="test", Permanent=True)  # expect: sas7-hardcoded-credential
    idp.admin_create_user(UserPoolId=os.environ["POOL"], Username="root", TemporaryPassword=os.urandom(9).hex())  # clean: sas7-hardcoded-credential -- made by chance
    rds.create_db_instance(DBInstanceIdentifier="shop", Engine="mysql", MasterUserPassword="shop")  # expect: sas7-hardcoded-credential
    rds.create_db_instance(DBInstanceIdentifier="shop", Engine="mysql", ManageMasterUserPassword=True)  # clean: sas7-hardcoded-credential -- kept by the platform
    idp.admin_set_user_password(UserPoolId=os.environ["POOL"], Username="root", Password=os.environ["FIRST"], Permanent=True)  # clean: sas7-hardcoded-credential -- configured
    return {}
