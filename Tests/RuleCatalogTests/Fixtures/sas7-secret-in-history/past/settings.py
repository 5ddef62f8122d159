STAGE = "prod"
DB_PASSWORD = "correct-Horse7"  # expect: sas7-secret-in-history
KEPT_PASSWORD = "tr0ub4dor&3"
