import json
import logging
import os

import boto3

logger = logging.getLogger()
sns = boto3.client("sns")


def handler(event, context):
    partner = os.environ["PARTNER"]
    sns.publish(TopicArn=os.environ["TOPIC"], Message=json.dumps({"code": partner}))  # expect: sas7-secret-passed-on
    sns.publish(TopicArn=os.environ["TOPIC"], Message=json.dumps({"mode": os.environ["MODE"]}))  # clean: sas7-secret-passed-on -- a parameter that is shown
    logger.info("store %s", os.environ["STORE"])  # expect: sas7-secret-in-log
    logger.info("release %s", os.environ["RELEASE"])  # clean: sas7-secret-in-log -- a plain parameter of the store
    return {"statusCode": 200, "body": json.dumps({"partner": partner})}  # expect: sas7-secret-in-response
