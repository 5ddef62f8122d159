"""The functions with many packages that `make bench` scans: the same everywhere, and consistent."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def generate(folder, *options):
    script = ROOT / "scripts/generate-package-project.py"
    subprocess.run([sys.executable, script, folder, *options], check=True)
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def resolve(packages, path, name):
    """Where npm finds a package: in the nearest `node_modules` above the one that needs it."""
    while True:
        place = f"{path}/node_modules/{name}" if path else f"node_modules/{name}"
        if place in packages:
            return place
        if not path:
            return None
        path = path.rpartition("/node_modules/")[0] if "/node_modules/" in path else ""


class GeneratedPackages(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="parapet-packages-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def test_the_same_seed_gives_the_same_bytes(self):
        first = generate(self.folder / "first")
        self.assertEqual(first, generate(self.folder / "second"))
        self.assertNotEqual(first, generate(self.folder / "third", "--seed", "2"))

    def test_every_package_is_needed_and_every_need_is_met(self):
        files = generate(self.folder / "npm", "--packages", "1500")
        packages = json.loads(files["orders/package-lock.json"])["packages"]
        seen, waiting = {""}, [""]
        while waiting:
            path = waiting.pop()
            for name, wanted in packages[path].get("dependencies", {}).items():
                place = resolve(packages, path, name)
                self.assertIsNotNone(place, f"{path or 'the project'} needs {name}")
                self.assertEqual(wanted, f"^{packages[place]['version']}")
                if place not in seen:
                    seen.add(place)
                    waiting.append(place)
        self.assertEqual(seen, set(packages))

    def test_there_are_as_many_packages_as_asked_for(self):
        files = generate(self.folder / "npm", "--packages", "1500")
        packages = json.loads(files["orders/package-lock.json"])["packages"]
        hoisted = [path for path in packages if path.count("node_modules/") == 1]
        self.assertEqual(len(hoisted), 1_500)
        self.assertTrue(20 <= len(packages) - 1 - len(hoisted) <= 60)
        python = generate(self.folder / "python", "--python", "--packages", "1500")
        pinned = re.findall(r"^[a-z]+-\d+==1\.\d\.0 \\$", python["orders/requirements.txt"], re.MULTILINE)
        self.assertEqual(len(pinned), 1_500)

    def test_the_handlers_import_what_is_asked_for(self):
        npm = generate(self.folder / "npm")
        imported = re.findall(r'require\("([^"]+)"\)', npm["orders/index.js"])
        self.assertTrue(imported)
        self.assertLessEqual(set(imported), set(json.loads(npm["orders/package.json"])["dependencies"]))
        python = generate(self.folder / "python", "--python")
        modules = re.findall(r"^import (\w+_\d+)$", python["orders/app.py"], re.MULTILINE)
        self.assertTrue(modules)
        for module in modules:
            self.assertIn(f"{module.replace('_', '-')}==", python["orders/requirements.txt"])


if __name__ == "__main__":
    unittest.main()
