"""What `scripts/validate-bills` must notice: each case breaks a valid document in one place."""

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "Tests/BillsOfMaterialsTests/Snapshots"


def no_name(bill):
    del bill["components"][0]["name"]


def unknown_licence(bill):
    bill["components"][-1]["licenses"] = [{"license": {"id": "No-Such-Licence"}}]


def dangling_dependency(bill):
    bill["dependencies"][0]["dependsOn"].append("pkg:npm/nowhere@1")


def sloppy_package_url(bill):
    bill["components"][-1]["purl"] = "pkg:npm/@scope/name@1"


def twice_the_same_reference(bill):
    bill["components"].append(bill["components"][-1])


def unknown_checksum(bill):
    bill["packages"][-1]["checksums"][0]["algorithm"] = "SHA-256"


def bad_licence_expression(bill):
    bill["packages"][-1]["licenseDeclared"] = "MIT OR"


def dangling_relationship(bill):
    bill["relationships"][0]["relatedSpdxElement"] = "SPDXRef-nowhere"


def unknown_status(bill):
    bill["statements"][0]["status"] = "harmless"


def affected_without_action(bill):
    statement = next(one for one in bill["statements"] if one["status"] == "affected")
    del statement["action_statement"]


CASES = {
    "shop.cdx.json": [
        no_name,
        unknown_licence,
        dangling_dependency,
        sloppy_package_url,
        twice_the_same_reference,
    ],
    "shop.spdx.json": [unknown_checksum, bad_licence_expression, dangling_relationship],
    "shop.openvex.json": [unknown_status, affected_without_action],
}


class BillValidation(unittest.TestCase):
    def validate(self, name, bill):
        folder = Path(tempfile.mkdtemp(prefix="parapet-bills-"))
        self.addCleanup(shutil.rmtree, folder)
        (folder / name).write_text(json.dumps(bill))
        script = ROOT / "scripts/validate-bills"
        return subprocess.run([sys.executable, script, folder], capture_output=True, text=True)

    def test_each_fault_is_noticed(self):
        for name, faults in CASES.items():
            for fault in faults:
                with self.subTest(document=name, fault=fault.__name__):
                    bill = json.loads((DOCUMENTS / name).read_text())
                    fault(bill)
                    run = self.validate(name, bill)
                    self.assertEqual(run.returncode, 1, run.stderr)
                    self.assertIn("0 passed, 1 failed", run.stdout)

    def test_what_is_right_passes(self):
        for name in CASES:
            run = self.validate(name, json.loads((DOCUMENTS / name).read_text()))
            self.assertEqual(run.returncode, 0, run.stdout)

    def test_an_empty_folder_is_an_error(self):
        folder = Path(tempfile.mkdtemp(prefix="parapet-bills-"))
        self.addCleanup(shutil.rmtree, folder)
        script = ROOT / "scripts/validate-bills"
        run = subprocess.run([sys.executable, script, folder], capture_output=True, text=True)
        self.assertNotEqual(run.returncode, 0)
