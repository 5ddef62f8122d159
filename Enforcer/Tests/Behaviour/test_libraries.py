"""Libraries that a program loads while it runs."""

from __future__ import annotations

import subprocess
import sys
import unittest
from pathlib import Path

from hooked import HookedTestCase, Run
from policy_encoder import Policy

LOAD = """
import ctypes, sys
for path in sys.argv[1:]:
    try: print("loaded", ctypes.CDLL(path).answer())
    except OSError as error: print("refused", "denied-by-parapet" in str(error))
"""
IN_MEMORY = """
import ctypes, os, sys
file = os.memfd_create("x")
os.write(file, open(sys.argv[1], "rb").read())
try: print("loaded", ctypes.CDLL(f"/proc/self/fd/{file}").answer())
except OSError: print("refused")
"""
FOLDERS = ["/usr", "/lib", "/lib64", sys.base_prefix]


class LibraryTests(HookedTestCase):
    def setUp(self) -> None:
        super().setUp()
        source = self.scratch / "x.c"
        source.write_text("int answer(void) { return 42; }\n")
        self.dropped = self.scratch / "x.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-o", self.dropped, source], check=True)
        self.deployed = self.folder / "deployed.so"
        self.deployed.write_bytes(self.dropped.read_bytes())
        self.link = self.folder / "link.so"
        self.link.symlink_to(self.dropped)

    def load(self, mode: str, *paths: Path | str, exceptions: list[str] = []) -> Run:
        policy = Policy(
            modes={"tmp-libraries": mode}, executable_directories=[*FOLDERS, str(self.folder)],
            library_exceptions=exceptions)
        return self.python(LOAD, policy, *map(str, paths))

    def test_a_dropped_library_is_refused_however_it_is_named(self) -> None:
        run = self.load("block", self.dropped, self.link, f"/proc/self/root{self.dropped}", f"{self.scratch}/./x.so")
        self.assertEqual(run.output.splitlines(), ["refused True"] * 4)
        self.assertEqual(run.reasons(), ["library-in-writable-directory"] * 4)
        self.assertEqual(run.events[1]["evidences"][0]["file"]["path"], str(self.dropped))

    def test_deployed_and_system_libraries_load(self) -> None:
        run = self.load("block", self.deployed)
        self.assertEqual(run.output.splitlines(), ["loaded 42"])
        run = self.python("import ctypes, sqlite3, ssl; print(ctypes.CDLL('libz.so.1'))", self.policy("block"))
        self.assertIn("libz", run.output, run.errors)
        self.assertEqual(run.events, [])

    def policy(self, mode: str) -> Policy:
        return Policy(modes={"tmp-libraries": mode}, executable_directories=FOLDERS)

    def test_a_library_outside_of_the_listed_folders_is_refused(self) -> None:
        run = self.python(LOAD, self.policy("block"), str(self.deployed))
        self.assertEqual(run.output.splitlines(), ["refused True"])

    def test_exceptions_load(self) -> None:
        run = self.load("block", self.dropped, exceptions=["/tmp/**/x.so"])
        self.assertEqual(run.output.splitlines(), ["loaded 42"])
        self.assertEqual(run.events, [])

    def test_alert_only_tells(self) -> None:
        run = self.load("alert", self.dropped)
        self.assertEqual(run.output.splitlines(), ["loaded 42"])
        self.assertEqual(run.decisions(), {"alerted"})

    def test_a_library_in_memory_is_refused(self) -> None:
        for mode, expected in (("block", "refused"), ("alert", "loaded 42")):
            with self.subTest(mode):
                policy = Policy(modes={"fileless-execution": mode})
                run = self.python(IN_MEMORY, policy, str(self.dropped))
                self.assertEqual(run.output.strip(), expected)
                self.assertEqual(run.reasons(), ["in-memory"])

    def test_files_in_memory_are_made_not_executable(self) -> None:
        show = "import os; print(oct(os.fstat(os.memfd_create('x')).st_mode & 0o777))"
        if self.python(show, Policy(modes={"fileless-execution": "off"})).output.strip() != "0o777":
            self.skipTest("this kernel makes such files not executable anyway")
        run = self.python(show, Policy(modes={"fileless-execution": "block"}))
        # Kernels before 6.3 have no such files.
        version = tuple(map(int, __import__("os").uname().release.split(".")[:2]))
        self.assertEqual(run.output.strip(), "0o666" if version >= (6, 3) else "0o777")

    def test_node_reports_a_refusal_as_an_error(self) -> None:
        code = f"try {{ process.dlopen({{exports: {{}}}}, '{self.dropped}') }} catch (e) {{ console.log(e.code) }}"
        run = self.run_hooked(["node", "-e", code], Policy(modes={"tmp-libraries": "block"}, executable_directories=[]))
        self.assertEqual(run.output.strip(), "ERR_DLOPEN_FAILED", run.errors)

    def test_the_search_path_of_the_caller_is_kept(self) -> None:
        """A library with RUNPATH finds its neighbour by its bare name."""
        neighbours = self.folder / "neighbours"
        neighbours.mkdir()
        (neighbours / "libhidden.so").write_bytes(self.dropped.read_bytes())
        source = self.folder / "caller.c"
        source.write_text(
            '#include <dlfcn.h>\nint answer(void) { void *l = dlopen("libhidden.so", RTLD_NOW);'
            ' return l ? ((int (*)(void))dlsym(l, "answer"))() : -1; }\n')
        caller = self.folder / "caller.so"
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-Wl,-rpath,$ORIGIN/neighbours", "-o", caller, source], check=True)
        run = self.load("block", caller)
        self.assertEqual(run.output.splitlines(), ["loaded 42"])


if __name__ == "__main__":
    unittest.main()
