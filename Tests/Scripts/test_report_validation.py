"""scripts/validate-reports must notice each thing that it claims to check."""

import copy
import tempfile
import unittest
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
loader = SourceFileLoader("validation", str(ROOT / "scripts/validate-reports"))
validation = module_from_spec(spec_from_loader(loader.name, loader))
loader.exec_module(validation)

FINDING = {
    "rule": "sas2-sample",
    "function": "Checkout",
    "fingerprint": "a1",
    "location": {"path": "template.yaml", "line": 2},
    "trace": [{"path": "template.yaml", "line": 3, "note": "x"}],
}
REPORT = {"functions": [{"name": "Checkout"}], "findings": [FINDING]}
SARIF = {
    "version": "2.1.0",
    "runs": [
        {
            "tool": {
                "driver": {
                    "name": "parapet",
                    "rules": [
                        {
                            "id": "sas2-sample",
                            "relationships": [
                                {
                                    "target": {"id": "SAS-2", "toolComponent": {"name": "SAS"}},
                                    "kinds": ["superset"],
                                }
                            ],
                        }
                    ],
                }
            },
            "taxonomies": [{"name": "SAS", "taxa": [{"id": "SAS-2"}]}],
            "results": [
                {
                    "ruleId": "sas2-sample",
                    "ruleIndex": 0,
                    "message": {"text": "x"},
                    "partialFingerprints": {"p/v1": "a1"},
                    "locations": [
                        {
                            "physicalLocation": {
                                "artifactLocation": {"uri": "template.yaml"},
                                "region": {"startLine": 2},
                            }
                        }
                    ],
                }
            ],
        }
    ],
}


class Validation(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.project = Path(temporary.name)
        (self.project / "template.yaml").write_text("a: 1\nb: 2\nc: 3\n")

    def changed(self, report, *path, value):
        """The report with one value replaced, or removed where the value is None."""
        report = copy.deepcopy(report)
        holder = report
        for key in path[:-1]:
            holder = holder[key]
        if value is None:
            del holder[path[-1]]
        else:
            holder[path[-1]] = value
        return report

    def test_a_sound_pair_of_reports_passes(self):
        schema = validation.load_validator(validation.SARIF_SCHEMA)
        self.assertEqual([], list(validation.schema_problems(schema, SARIF)))
        self.assertEqual([], list(validation.json_problems(REPORT, self.project)))
        self.assertEqual([], list(validation.sarif_problems(SARIF, self.project)))
        self.assertEqual([], list(validation.difference(REPORT, SARIF)))

    def test_each_flaw_of_a_json_report_is_noticed(self):
        finding = ("findings", 0)
        flaws = [
            self.changed(REPORT, *finding, "location", "path", value="/etc/passwd"),
            self.changed(REPORT, *finding, "location", "path", value="../template.yaml"),
            self.changed(REPORT, *finding, "location", "path", value="other.yaml"),
            self.changed(REPORT, *finding, "location", "line", value=4),
            self.changed(REPORT, *finding, "trace", 0, "line", value=-1),
            self.changed(REPORT, *finding, "function", value="Nobody"),
            {**REPORT, "findings": [FINDING, FINDING]},
        ]
        for flawed in flaws:
            self.assertEqual(1, len(list(validation.json_problems(flawed, self.project))), flawed)

    def test_each_flaw_of_a_sarif_report_is_noticed(self):
        result, rule = ("runs", 0, "results", 0), ("runs", 0, "tool", "driver", "rules", 0)
        physical = (*result, "locations", 0, "physicalLocation")
        flaws = [
            self.changed(SARIF, *result, "ruleIndex", value=1),
            self.changed(SARIF, *result, "ruleId", value="other"),
            self.changed(SARIF, *result, "partialFingerprints", value={}),
            self.changed(SARIF, *physical, "artifactLocation", "uri", value="file:///template.yaml"),
            self.changed(SARIF, *physical, "artifactLocation", "uri", value="other.yaml"),
            self.changed(SARIF, *physical, "region", "startLine", value=9),
            self.changed(SARIF, *rule, "relationships", value=None),
            self.changed(SARIF, *rule, "relationships", 0, "target", "id", value="SAS-99"),
            self.changed(SARIF, "runs", 0, "taxonomies", value=None),
        ]
        for flawed in flaws:
            self.assertEqual(1, len(list(validation.sarif_problems(flawed, self.project))), flawed)

    def test_the_official_schema_refuses_what_is_not_sarif(self):
        schema = validation.load_validator(validation.SARIF_SCHEMA)
        uri = ("runs", 0, "results", 0, "locations", 0, "physicalLocation", "artifactLocation", "uri")
        for flawed in [
            self.changed(SARIF, "version", value="2.0.0"),
            self.changed(SARIF, "runs", 0, "tool", value=None),
            self.changed(SARIF, "runs", 0, "results", 0, "level", value="critical"),
            self.changed(SARIF, *uri, value="with space.yaml"),
        ]:
            self.assertEqual(1, len(list(validation.schema_problems(schema, flawed))), flawed)

    def test_a_finding_that_only_one_format_reports_is_noticed(self):
        without = self.changed(SARIF, "runs", 0, "results", value=[])
        self.assertEqual(
            ["sas2-sample: 1 findings in JSON, 0 in SARIF"], list(validation.difference(REPORT, without))
        )


if __name__ == "__main__":
    unittest.main()
