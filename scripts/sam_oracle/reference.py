"""What the real translator makes of a template."""

import copy
import json
import os
import re
import signal
from typing import Any

# The translator asks boto3 for a region; the answer decides partition and some defaults.
REGION = "us-east-1"
PARTITION = "aws"
os.environ["AWS_DEFAULT_REGION"] = REGION
os.environ.pop("AWS_PROFILE", None)
# No template needs more than a second; without a limit one bad template would stop the run.
SECONDS_PER_TEMPLATE = 60
# Stands for the bucket `sam package` uploads local files to.
PACKAGED_BUCKET = "parapet-oracle-packaged"
PACKAGED_IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/parapet-oracle-packaged"

import boto3  # noqa: E402
from samtranslator.internal.managed_policies import get_bundled_managed_policy_map  # noqa: E402
from samtranslator.model.exceptions import InvalidDocumentException  # noqa: E402
from samtranslator.parser.parser import Parser  # noqa: E402
from samtranslator.plugins.application.serverless_app_plugin import ServerlessAppPlugin  # noqa: E402
from samtranslator.translator.translator import Translator  # noqa: E402

# SAM property that may hold a local path, by resource type. `sam package` uploads the path and writes an
# S3 address instead; the translator accepts nothing else.
PACKAGED_PROPERTIES = {
    "AWS::Serverless::Function": "CodeUri",
    "AWS::Serverless::LayerVersion": "ContentUri",
    "AWS::Serverless::Api": "DefinitionUri",
    "AWS::Serverless::HttpApi": "DefinitionUri",
    "AWS::Serverless::StateMachine": "DefinitionUri",
}


class Rejected(Exception):
    """The translator does not accept the template."""


class _Repository:
    """Answers for the Serverless Application Repository, which needs an account and a network."""

    def create_cloud_formation_template(self, ApplicationId: str, SemanticVersion: str) -> dict[str, str]:
        return {
            "TemplateUrl": f"https://{PACKAGED_BUCKET}/{ApplicationId}/{SemanticVersion}",
            "Status": "ACTIVE",
            "ApplicationId": ApplicationId,
            "TemplateId": "1",
        }


def parameter_defaults(template: dict[str, Any]) -> dict[str, Any]:
    """The value of every parameter that has a default."""
    definitions = template.get("Parameters")
    return {
        name: definition["Default"]
        for name, definition in (definitions.items() if isinstance(definitions, dict) else ())
        if isinstance(definition, dict) and "Default" in definition
    }


def package(template: dict[str, Any]) -> None:
    """Does what `sam package` does before the translator runs: local paths become S3 addresses."""
    sections = template.get("Globals")
    function_globals = sections.get("Function") if isinstance(sections, dict) else None
    if not isinstance(function_globals, dict):
        function_globals = {}
    _package_property(function_globals, "CodeUri")
    for section in ("Api", "HttpApi"):
        if isinstance(sections, dict) and isinstance(sections.get(section), dict):
            _package_property(sections[section], "DefinitionUri")
    for resource in template["Resources"].values():
        if not isinstance(resource, dict) or not isinstance(resource.get("Properties"), dict):
            continue
        properties = resource["Properties"]
        kind = resource.get("Type")
        if isinstance(kind, str) and kind in PACKAGED_PROPERTIES:
            _package_property(properties, PACKAGED_PROPERTIES[kind])
        if kind == "AWS::Serverless::Function":
            _package_missing_code(properties, function_globals)


def _package_property(properties: dict[str, Any], name: str) -> None:
    value = properties.get(name)
    if isinstance(value, str) and not value.startswith("s3://") and "{{resolve:" not in value:
        key = re.sub(r"[^A-Za-z0-9._/-]", "_", value).lstrip("./") or "root"
        properties[name] = f"s3://{PACKAGED_BUCKET}/{key}"


def _package_missing_code(properties: dict[str, Any], function_globals: dict[str, Any]) -> None:
    # `sam build` fills these in; templates in repositories are written without them.
    if properties.get("PackageType", function_globals.get("PackageType")) == "Image":
        properties.setdefault("ImageUri", PACKAGED_IMAGE)
    elif "InlineCode" not in properties and "CodeUri" not in properties and "CodeUri" not in function_globals:
        properties["CodeUri"] = f"s3://{PACKAGED_BUCKET}/root"


def _out_of_time(signum: int, frame: Any) -> None:
    raise Rejected(f"the translator needs more than {SECONDS_PER_TEMPLATE} s")


def translate(template: dict[str, Any]) -> dict[str, Any]:
    """The CloudFormation template the translator writes. The argument is left unchanged.

    Parameters take their defaults. Throws ``Rejected`` also for the translator's own faults: nothing
    can be compared then.
    """
    document = copy.deepcopy(template)
    package(document)
    defaults = parameter_defaults(document)
    plugin = ServerlessAppPlugin(
        sar_client=_Repository(),
        parameters={"AWS::Region": REGION, "AWS::Partition": PARTITION, **defaults},
    )
    translator = Translator(
        managed_policy_map=get_bundled_managed_policy_map(PARTITION),
        sam_parser=Parser(),
        plugins=[plugin],
        boto_session=boto3.session.Session(region_name=REGION),
    )
    previous = signal.signal(signal.SIGALRM, _out_of_time)
    signal.alarm(SECONDS_PER_TEMPLATE)
    try:
        result = translator.translate(sam_template=document, parameter_values=defaults)
        # Through JSON, because the translator's own string and map types compare differently.
        return json.loads(json.dumps(result, default=str))
    except InvalidDocumentException as error:
        reasons = "; ".join(cause.message for cause in error.causes) or error.message
        raise Rejected(reasons) from error
    except Rejected:
        raise
    except Exception as error:  # noqa: BLE001 - whatever the translator trips over, it did not translate
        raise Rejected(f"{type(error).__name__}: {error}") from error
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)
