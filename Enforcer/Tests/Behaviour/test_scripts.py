"""Interpreters are kept from running what the function could have written, and not from reading it."""

from __future__ import annotations

import shutil
import unittest

from protection import PYTHON, SHELL, ProtectionTest

START = """
import subprocess, sys
folder, data = sys.argv[1:3]
try:
    done = subprocess.run(sys.argv[3:], cwd=folder, stdin=open(data), stdout=subprocess.DEVNULL)
    print(done.returncode)
except OSError as error:
    print("denied" if error.errno == 13 else error)
"""


class ScriptTest(ProtectionTest):
    def setUp(self) -> None:
        super().setUp()
        self.protect({"tmp-scripts": "block"})
        self.evil = self.layer.file(self.layer.writable / "evil", "exit 0\n", 0o644)
        self.good = self.layer.file(self.layer.deployed / "good", "exit 0\n", 0o644)
        for folder, name in ((self.layer.writable, "evil"), (self.layer.deployed, "good")):
            (folder / f"{name}.py").write_text("")
            (folder / f"{name}_module.py").write_text("")

    def start(self, *command: str, folder: str = "/", standard_input: str = "/dev/null") -> str:
        return self.layer.python(START, folder, standard_input, *command).output.strip()

    def assert_denied(self, *command: str, **where: str) -> None:
        self.assertEqual(self.start(*command, **where), "denied", command)

    def assert_runs(self, *command: str, **where: str) -> None:
        self.assertEqual(self.start(*command, **where), "0", command)


class Shells(ScriptTest):
    def test_script_there(self) -> None:
        self.assert_denied(SHELL, self.evil)
        self.assert_denied(SHELL, "-e", "-u", self.evil)
        self.assert_denied(SHELL, "-o", "errexit", self.evil)
        self.assert_denied(SHELL, "--", self.evil)

    def test_relative_path(self) -> None:
        self.assert_denied(SHELL, "evil", folder=str(self.layer.writable))
        self.assert_denied(SHELL, "../writable/evil", folder=str(self.layer.deployed))

    def test_standard_input(self) -> None:
        self.assert_denied(SHELL, standard_input=self.evil)
        self.assert_denied(SHELL, "-s", "word", standard_input=self.evil)
        self.assert_runs(SHELL, standard_input=self.good)

    def test_command_that_reads_a_script(self) -> None:
        self.assert_denied(SHELL, "-c", f". {self.evil}")
        self.assert_denied(SHELL, "-ec", f"true;. '{self.evil}'")
        self.assert_denied(SHELL, "-c", f"true && source \"{self.evil}\"")

    def test_data_there(self) -> None:
        self.assert_runs(SHELL, self.good, self.evil)
        self.assert_runs(SHELL, "-c", f"cat {self.evil}")
        self.assert_runs(SHELL, "-c", 'true "$1"', "name", self.evil)

    def test_link_to_a_script_there(self) -> None:
        link = self.layer.deployed / "link"
        link.symlink_to(self.evil)
        self.assert_denied(SHELL, str(link))

    def test_link_there_to_a_deployed_script(self) -> None:
        # It could be exchanged before the interpreter opens it.
        link = self.layer.writable / "link"
        link.symlink_to(self.good)
        self.assert_denied(SHELL, str(link))


class Pythons(ScriptTest):
    def test_script_there(self) -> None:
        self.assert_denied(PYTHON, self.evil + ".py")
        self.assert_denied(PYTHON, "-B", "-W", "ignore", "-Xdev", self.evil + ".py")
        self.assert_denied(PYTHON, standard_input=self.evil + ".py")

    def test_module_there(self) -> None:
        self.assert_denied(PYTHON, "-m", "evil_module", folder=str(self.layer.writable))
        self.assert_denied(PYTHON, "-Bmevil_module", folder=str(self.layer.writable))

    def test_module_of_the_library_while_there(self) -> None:
        self.assert_runs(PYTHON, "-m", "this", folder=str(self.layer.writable))

    def test_data_there(self) -> None:
        self.assert_runs(PYTHON, self.good + ".py", self.evil)
        self.assert_runs(PYTHON, "-c", "import sys; open(sys.argv[1])", self.evil)
        self.assert_runs(PYTHON, "-c", "import sys; sys.stdin.read()", standard_input=self.evil)


class Others(ScriptTest):
    """Only as many as are installed."""

    def interpreter(self, name: str) -> str:
        found = shutil.which(name)
        if found is None:
            self.skipTest(f"{name} is not installed")
        return found

    def test_node(self) -> None:
        node = self.interpreter("node")
        script = self.layer.file(self.layer.writable / "evil.js", "", 0o644)
        good = self.layer.file(self.layer.deployed / "good.js", "", 0o644)
        self.assert_denied(node, script)
        self.assert_denied(node, "--require", script, good)
        self.assert_denied(node, f"--import={script}", good)
        self.assert_denied(node, "-r", script, "-e", "1")
        self.assert_denied(node, "--title", "name", script)
        self.assert_runs(node, good, script)
        self.assert_runs(node, "-e", "1", script)
        self.assert_runs(node, "-pe", "1", folder=str(self.layer.writable))

    def test_perl(self) -> None:
        perl = self.interpreter("perl")
        self.assert_denied(perl, self.evil)
        self.assert_denied(perl, f"-I{self.layer.writable}", "-e", "1")
        self.assert_runs(perl, "-ne", "1", self.evil)

    def test_ruby(self) -> None:
        ruby = self.interpreter("ruby")
        self.assert_denied(ruby, self.evil)
        self.assert_denied(ruby, "-r", self.evil, "-e", "1")
        self.assert_denied(ruby, "-C", str(self.layer.writable), "evil")
        self.assert_runs(ruby, "-e", "1", self.evil)

    def test_awk(self) -> None:
        awk = self.interpreter("awk")
        self.assert_denied(awk, "-f", self.evil, "/dev/null")
        self.assert_runs(awk, "{print}", self.evil)

    def test_java(self) -> None:
        java = self.interpreter("java")
        self.assert_denied(java, "-jar", f"{self.layer.writable}/x.jar")
        self.assert_denied(java, "-cp", f"/usr:{self.layer.writable}", "Main")
        self.assert_denied(java, f"-javaagent:{self.layer.writable}/x.jar", "-version")
        self.assert_denied(java, "Main", folder=str(self.layer.writable))
        self.assert_runs(java, f"-Djava.io.tmpdir={self.layer.writable}", "-version")


if __name__ == "__main__":
    unittest.main()
