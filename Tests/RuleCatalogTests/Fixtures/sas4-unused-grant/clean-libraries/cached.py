import botocore.session
from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer, idempotent
from aws_secretsmanager_caching import SecretCache

secrets = SecretCache(client=botocore.session.get_session().create_client("secretsmanager"))
layer = DynamoDBPersistenceLayer(table_name="requests")


@idempotent(persistence_store=layer)
def handler(event, context):
    return {"length": len(secrets.get_secret_string("app"))}
