import os

STAGE = "prod"
DB_PASSWORD = os.environ["DB_PASSWORD"]
KEPT_PASSWORD = "tr0ub4dor&3"
