"""Files that nobody should open: decoys, the function's code, and what is written where it should not be."""

from __future__ import annotations

import subprocess
import unittest

from hooked import HookedTestCase, Run
from policy_encoder import Policy

OPEN_IN_EVERY_WAY = """
import ctypes, os, sys
path = sys.argv[1]
libc = ctypes.CDLL(None, use_errno=True)
libc.fopen.restype = ctypes.c_void_p
folder = os.open(os.path.dirname(path), os.O_RDONLY | os.O_DIRECTORY)
ways = {
    "open": lambda: libc.open(path.encode(), 0),
    "open64": lambda: libc.open64(path.encode(), 0),
    "openat": lambda: libc.openat(folder, os.path.basename(path).encode(), 0),
    "openat64": lambda: libc.openat64(-100, path.encode(), 0),
    "checked": lambda: libc.__open64_2(path.encode(), 0),
    "checked at": lambda: libc.__openat_2(folder, os.path.basename(path).encode(), 0),
    "fopen": lambda: libc.fopen(path.encode(), b"r") or -1,
    "fopen64": lambda: libc.fopen64(path.encode(), b"re") or -1,
    "syscall": lambda: libc.syscall(257, -100, path.encode(), 0),
    "dots": lambda: libc.open((os.path.dirname(path) + "/./x/.././" + os.path.basename(path)).encode(), 0),
    "root": lambda: libc.open(("/proc/self/root" + path).encode(), 0),
    "slashes": lambda: libc.open(path.replace("/", "//").encode(), 0),
    "link": lambda: libc.open(sys.argv[2].encode(), 0),
    "relative": lambda: (os.chdir(os.path.dirname(path)), libc.open(os.path.basename(path).encode(), 0))[1],
}
for name, way in ways.items():
    ctypes.set_errno(0)
    result = way()
    print(name, "denied" if result == -1 and ctypes.get_errno() == 13 else "failed" if result == -1 else "opened")
"""


class DecoyFileTests(HookedTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.decoy = self.folder / "credentials"
        self.decoy.write_text("decoy")
        (self.folder / "x").mkdir()
        self.link = self.scratch / "link"
        self.link.symlink_to(self.decoy)

    def open_all(self, mode: str, decoy_files: list[str]) -> Run:
        policy = Policy(modes={"honeypots": mode}, decoy_files=decoy_files)
        return self.python(OPEN_IN_EVERY_WAY, policy, str(self.decoy), str(self.link))

    def test_every_way_is_denied_and_told(self) -> None:
        run = self.open_all("block", [str(self.decoy)])
        self.assertEqual({line.split()[-1] for line in run.output.splitlines()}, {"denied"}, run.output)
        self.assertEqual(run.reasons(), ["decoy-file"] * 14)
        self.assertEqual(run.decisions(), {"blocked"})
        self.assertEqual(run.events[0]["evidences"][0]["file"]["path"], str(self.decoy))

    def test_alert_changes_nothing(self) -> None:
        run = self.open_all("alert", [str(self.decoy)])
        self.assertEqual({line.split()[-1] for line in run.output.splitlines()}, {"opened"}, run.output)
        self.assertEqual(run.reasons(), ["decoy-file"] * 14)
        self.assertEqual(run.decisions(), {"alerted"})

    def test_other_files_are_nobodys_business(self) -> None:
        run = self.open_all("block", [str(self.folder / "other")])
        self.assertEqual({line.split()[-1] for line in run.output.splitlines()}, {"opened"}, run.output)
        self.assertEqual(run.events, [])

    def test_the_process_ends_if_the_policy_says_so(self) -> None:
        policy = Policy(modes={"honeypots": "block"}, decoy_files=[str(self.decoy)], flags=("end-process",))
        run = self.python("import sys; open(sys.argv[1])", policy, str(self.decoy))
        self.assertEqual(run.status, 126)
        self.assertEqual(run.reasons(), ["decoy-file"])

    def test_children_are_watched_too(self) -> None:
        policy = Policy(modes={"honeypots": "block"}, decoy_files=[str(self.decoy)])
        run = self.python("import subprocess, sys; subprocess.run(['cat', sys.argv[1]], stderr=-1)", policy, str(self.decoy))
        self.assertEqual(run.output, "")
        self.assertEqual(run.reasons(), ["decoy-file"])

    def test_other_runtimes_are_denied(self) -> None:
        policy = Policy(modes={"honeypots": "block"}, decoy_files=[str(self.decoy)])
        for program in (
            ["node", "-e", f"require('fs').readFileSync('{self.decoy}')"],
            ["ruby", "-e", f"File.read('{self.decoy}')"],
        ):
            with self.subTest(program[0]):
                run = self.run_hooked(program, policy)
                self.assertNotEqual(run.status, 0)
                self.assertEqual(run.reasons(), ["decoy-file"], run.errors)


class WriteTests(HookedTestCase):
    WRITE = """
import os, sys
def attempt(path, flags):
    try: os.close(os.open(path, flags, 0o644)); return "opened"
    except PermissionError: return "denied"
folder = sys.argv[1]
print(attempt(folder + "/new", os.O_WRONLY | os.O_CREAT))
print(attempt(folder + "/kept.log", os.O_RDWR | os.O_CREAT | os.O_TRUNC))
print(attempt(folder + "/there", os.O_RDONLY))
print(attempt(sys.argv[2], os.O_WRONLY | os.O_CREAT))
os.chdir(folder)
print(attempt("relative", os.O_WRONLY | os.O_CREAT))
print(attempt("/proc/self/cwd/through-proc", os.O_WRONLY | os.O_CREAT))
print(attempt("/dev/null", os.O_WRONLY))
"""

    def write(self, mode: str, **fields: object) -> Run:
        (self.scratch / "there").write_text("x")
        policy = Policy(modes={"tmp-writes": mode}, writable_exceptions=["/tmp/**.log"], **fields)
        return self.python(self.WRITE, policy, str(self.scratch), str(self.folder / "elsewhere"))

    def test_writes_to_writable_folders_are_denied(self) -> None:
        run = self.write("block")
        self.assertEqual(run.output.split(), "denied opened opened opened denied denied opened".split(), run.errors)
        self.assertEqual(run.reasons(), ["write"] * 3)

    def test_alert_only_tells(self) -> None:
        run = self.write("alert")
        self.assertEqual(set(run.output.split()), {"opened"})
        self.assertEqual(run.reasons(), ["write"] * 3)

    def test_learning_tells_each_file_once(self) -> None:
        run = self.write("off", flags=("learn",))
        self.assertEqual(set(run.output.split()), {"opened"})
        paths = [event["evidences"][0]["file"]["path"] for event in run.events]
        self.assertEqual(paths, [f"{self.scratch}/{name}" for name in ("new", "relative", "through-proc")])
        self.assertEqual(run.decisions(), {"observed"})


class SourceCodeTests(HookedTestCase):
    def test_code_is_readable_until_the_function_serves_and_never_by_children(self) -> None:
        source = self.folder / "app.py"
        source.write_text("x = 1\n")
        policy = Policy(modes={"source-code": "block"}, source_files=[f"{self.folder}/**.py"])
        code = "import subprocess, sys; print(open(sys.argv[1]).read()); subprocess.run(['cat', sys.argv[1]])"
        run = self.python(code, policy, str(source))
        self.assertEqual(run.output.strip(), "x = 1")
        self.assertIn("Permission denied", run.errors)
        self.assertEqual(run.reasons(), ["source-file"])


if __name__ == "__main__":
    unittest.main()
