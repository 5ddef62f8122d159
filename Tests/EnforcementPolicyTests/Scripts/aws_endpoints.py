#!/usr/bin/env python3
"""Prints the hosts that botocore contacts for services, as JSON: rows of service, region and host.

Arguments are names of services as IAM and the SDKs have them; those that botocore does not know are left out.
"""

import json
import sys
from itertools import product
from typing import Any
from urllib.parse import urlsplit

import botocore.session
from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import BotoCoreError

# Where botocore calls a client differently from IAM.
CLIENTS = {
    "airflow": ["mwaa"], "aoss": ["opensearchserverless"], "bedrock": [
        "bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"],
    "appconfig": ["appconfig", "appconfigdata"], "dynamodb": ["dynamodb", "dynamodbstreams"],
    "elasticfilesystem": ["efs"], "elasticloadbalancing": ["elb", "elbv2"], "elasticmapreduce": ["emr"],
    "es": ["es", "opensearch"], "geo": ["location"], "iot": ["iot", "iot-data"],
    "lex": ["lex-runtime", "lexv2-models", "lexv2-runtime"], "mobiletargeting": ["pinpoint"],
    "forecast": ["forecast", "forecastquery"], "s3": ["s3", "s3control"],
    "personalize": ["personalize", "personalize-runtime", "personalize-events"],
    "sagemaker": ["sagemaker", "sagemaker-runtime"], "ses": ["ses", "sesv2"], "states": ["stepfunctions"],
    "sms-voice": ["pinpoint-sms-voice-v2"], "tag": ["resourcegroupstaggingapi"],
    "timestream": ["timestream-write", "timestream-query"], "waf": ["waf", "waf-regional"],
}
# Names that stand for the hosts of databases, which no client of the SDK has.
DATABASES = {"neptune-db", "vpc-lattice-svcs", "rds-db", "redshift-db", "elasticache-db", "ecr-images", "lambda-url"}
# One of each form that names of regions have.
REGIONS = [
    "ca-central-1", "us-east-1", "eu-north-1", "ap-northeast-3", "sa-east-1", "ap-south-2", "ap-southeast-4",
    "us-west-2", "eu-west-3",
]
OTHERS: dict[str, list[dict[str, Any]]] = {
    "s3": [{"Bucket": "my-bucket"}, {"Bucket": "my.bucket"}, {"Bucket": "b", "Accelerate": True},
           {"Bucket": "b--use1-az4--x-s3"}],
    "s3control": [{"AccountId": "123456789012", "RequiresAccountId": True}],
    "dynamodb": [{"AccountId": "123456789012", "AccountIdEndpointMode": "preferred"}],
    "sts": [{"UseGlobalEndpoint": True}],
}


def provider(session: botocore.session.Session, client: str) -> EndpointProvider:
    loader = session.get_component("data_loader")
    rules = loader.load_service_model(client, "endpoint-rule-set-1")
    return EndpointProvider(rules, loader.load_data("partitions"))


def hosts(session: botocore.session.Session, client: str) -> list[tuple[str, str]]:
    rules = provider(session, client)
    known = rules.ruleset.parameters
    rows = []
    for region, dual, fips in product(REGIONS, (False, True), (False, True)):
        for other in [{}] + OTHERS.get(client, []):
            values = {"Region": region, "UseDualStack": dual, "UseFIPS": fips} | other
            try:
                found = rules.resolve_endpoint(**{key: values[key] for key in values if key in known})
            except BotoCoreError:
                continue
            rows.append((region, urlsplit(found.url).hostname or ""))
    return rows


def main() -> None:
    session = botocore.session.Session()
    available = set(session.get_available_services())
    rows = set()
    for service in sys.argv[1:]:
        for client in CLIENTS.get(service, [service]):
            if client in available and service not in DATABASES:
                rows |= {(service, region, host) for region, host in hosts(session, client)}
    print(json.dumps(sorted(rows)))


if __name__ == "__main__":
    main()
