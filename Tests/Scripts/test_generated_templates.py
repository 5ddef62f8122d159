"""The templates that `make bench` scans: the same everywhere, and the same in both notations."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from template_text import Equals, GetAtt, If, Ref, Sub, as_json, as_yaml  # noqa: E402


class ShortForms(yaml.SafeLoader):
    """Reads the short forms of intrinsic functions as their long ones."""


def long_form(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    else:
        value = loader.construct_sequence(node, deep=True)
    if suffix == "GetAtt":
        value = value.split(".", 1)
    return {suffix if suffix == "Ref" else f"Fn::{suffix}": value}


ShortForms.add_multi_constructor("!", long_form)


def generate(folder, *options):
    command = [sys.executable, ROOT / "scripts/generate-templates.py", *options[:1], folder, *options[1:]]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class GeneratedTemplates(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def test_same_seed_gives_same_bytes_and_a_longer_run_only_adds(self):
        few, many = generate(self.folder / "a", "20"), generate(self.folder / "b", "40")
        self.assertEqual(len(few), 20)
        self.assertEqual(len(many), 40)
        self.assertEqual(few, {name: many[name] for name in few})
        self.assertNotEqual(few, generate(self.folder / "c", "20", "--seed", "2"))

    def test_every_template_is_readable_and_declares_functions(self):
        for name, content in generate(self.folder / "all", "60").items():
            document = yaml.load(content, ShortForms)
            declared = document.get("functions") or [
                resource
                for resource in document["Resources"].values()
                if resource["Type"].endswith("::Function")
            ]
            self.assertGreater(len(declared), 0, name)

    def test_function_count_is_what_was_asked_for(self):
        [content] = generate(self.folder / "ten", "1", "--dialect", "sam-yaml", "--functions", "10").values()
        self.assertEqual(content.count(b"AWS::Serverless::Function"), 10)

    def test_a_used_folder_is_refused(self):
        generate(self.folder / "used", "1")
        with self.assertRaises(subprocess.CalledProcessError):
            generate(self.folder / "used", "1")


class Notations(unittest.TestCase):
    def test_both_notations_mean_the_same(self):
        document = {
            "plain": [
                "text",
                "with space",
                "yes",
                "123",
                "a: b",
                "*",
                "",
                "-dash",
                "#no comment",
                "arn:aws:s3:::x",
            ],
            "numbers": [1, True, False],
            "nested": [{"a": {"b": [Ref("AWS::Region"), {"c": GetAtt("Table", "Arn")}]}, "d": 1}, [["deep"]]],
            "empty": [{}, []],
            "functions": {"s": Sub("${A}-x: y"), "i": If("C", 1, 2), "e": Equals(Ref("A"), "b")},
        }
        self.assertEqual(yaml.load(as_yaml(document), ShortForms), json.loads(as_json(document)))


if __name__ == "__main__":
    unittest.main()
