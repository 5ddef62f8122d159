"""The programs that `make bench` scans: the same everywhere, and valid."""

import ast
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def generate(folder, *options):
    script = ROOT / "scripts/generate-code-project.py"
    subprocess.run([sys.executable, script, folder, *options], check=True)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class GeneratedCode(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="parapet-code-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def test_the_same_seed_gives_the_same_bytes(self):
        first = generate(self.folder / "first", "--lines", "12000")
        self.assertEqual(first, generate(self.folder / "second", "--lines", "12000"))
        self.assertNotEqual(first, generate(self.folder / "third", "--lines", "12000", "--seed", "2"))

    def test_more_lines_only_add_services(self):
        few, many = (generate(self.folder / name, "--lines", name) for name in ("9000", "20000"))
        changed = {path for path, content in few.items() if many.get(path) != content}
        self.assertEqual(changed, {"template.yaml"})

    def test_there_are_as_many_lines_as_asked_for(self):
        files = generate(self.folder / "code", "--lines", "20000")
        lines = sum(content.count(b"\n") for path, content in files.items() if path != "template.yaml")
        self.assertTrue(20_000 <= lines < 27_000, lines)

    def test_python_is_valid(self):
        for options in (["--lines", "20000"], ["--small"]):
            for path, content in generate(self.folder / options[0], *options).items():
                if path.endswith(".py"):
                    ast.parse(content, path)

    @unittest.skipUnless(shutil.which("node"), "needs node")
    def test_javascript_is_valid(self):
        generate(self.folder / "code", "--lines", "10000")
        generate(self.folder / "small", "--small")
        programs = sorted(self.folder.rglob("*.js"))
        # Every kind of file, not every file: each check is a process.
        for program in programs[:: max(len(programs) // 12, 1)]:
            subprocess.run(["node", "--check", program], check=True)


if __name__ == "__main__":
    unittest.main()
