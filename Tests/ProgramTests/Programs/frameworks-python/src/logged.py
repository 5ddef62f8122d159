from aws_lambda_powertools.logging.logger import Logger

logger = Logger()


@logger.inject_lambda_context(log_event=True)  # expect: sas5-event-logged
def handler(event, context):
    logger.error({"message": "failed", "event": event})  # expect: sas5-event-logged
    return {"statusCode": 204}


@logger.inject_lambda_context(log_event=False)  # clean: sas5-event-logged -- it is told not to
def quiet(event, context):
    return {"statusCode": 204}
