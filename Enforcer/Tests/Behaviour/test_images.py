"""Programs the library finds itself in: by parents without hooks, by the launcher, or of another kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import unittest

from policy_encoder import Decoy, Policy, encode, sealed
from protection import PYTHON, SHELL, ProtectionTest, program

COMPILERS = {"static": ["cc", "-static"], "musl": ["musl-gcc"], "32 bits": ["cc", "-m32"], "plain": ["cc"]}
EXECUTE = r"""
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
extern char **environ;
int main(int count, char **arguments) {
  if (count < 2) return puts("ran") < 0;
  execve(arguments[1], arguments + 1, environ);
  printf("%s\n", strerror(errno));
  return 1;
}
"""


class ImageTest(ProtectionTest):
    def compile(self, kind: str) -> str:
        """A program that executes its first argument, or prints a word."""
        target = str(self.layer.deployed / kind.replace(" ", "-"))
        compiler = COMPILERS[kind]
        if shutil.which(compiler[0]) is None:
            self.skipTest(f"{compiler[0]} is not installed")
        done = subprocess.run(
            [*compiler, "-x", "c", "-o", target, "-"], input=EXECUTE.encode(), capture_output=True,
            check=False)
        if done.returncode != 0:
            self.skipTest(f"nothing here compiles {kind} programs")
        return target


class Gate(ImageTest):
    def test_stops_what_a_parent_without_hooks_started(self) -> None:
        static = self.compile("static")
        self.protect({"executables": "block"}, static)
        code = (
            "import subprocess, sys;"
            "done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE); print(done.returncode, done.stdout)"
        )
        done = self.layer.python(code, static, program("echo"), "x")
        self.assertEqual(done.output, "126 b''\n")
        self.assertEqual(done.decisions(), [("executables", "unlisted", "blocked")])

    def test_lets_pass_what_is_listed(self) -> None:
        static = self.compile("static")
        self.protect({"executables": "block"}, static, program("echo"))
        code = "import subprocess, sys; subprocess.run(sys.argv[1:])"
        self.assertEqual(self.layer.python(code, static, program("echo"), "x").output, "x\n")


class OtherKinds(ImageTest):
    def test_static_program_runs_and_its_start_is_judged(self) -> None:
        static = self.compile("static")
        self.protect({"executables": "block"})
        code = (
            "import subprocess, sys\ntry: subprocess.run(sys.argv[1:])\nexcept OSError as e: print(e.errno)"
        )
        self.assertEqual(self.layer.python(code, static).output, "13\n")
        self.protect({"executables": "block"}, static)
        self.assertEqual(self.layer.python(code, static).output, "ran\n")

    def test_program_of_musl_is_protected(self) -> None:
        musl = self.compile("musl")
        self.protect({"executables": "block"}, musl)
        self.assertEqual(self.layer.run([musl]).output, "ran\n")
        # As a child: the root may execute what it wants before the first request.
        code = "import subprocess, sys; subprocess.run(sys.argv[1:])"
        done = self.layer.python(code, musl, program("echo"))
        self.assertEqual(done.output, "Permission denied\n", done.errors)

    def test_program_of_32_bits_runs(self) -> None:
        small = self.compile("32 bits")
        self.protect({"executables": "block"}, small)
        done = self.layer.python("import subprocess, sys; subprocess.run(sys.argv[1:])", small)
        self.assertEqual(done.output, "ran\n")
        # In alert mode not even the complaint of the dynamic linker may be seen.
        self.protect({"executables": "alert"}, small)
        done = self.layer.python("import subprocess, sys; subprocess.run(sys.argv[1:])", small)
        self.assertEqual((done.output, done.errors), ("ran\n", ""))

    def test_own_context_of_an_attacker_does_not_exempt(self) -> None:
        self.protect({"executables": "block"}, SHELL)
        code = (
            "import os, subprocess, sys;"
            "own = {'PARAPET_CONTEXT': f'{os.getpid()},-,default', 'PARAPET_POLICY': 'x'};"
            "print(subprocess.run([sys.argv[1], '-c', '/usr/bin/id'], env=own).returncode)"
        )
        self.assertEqual(self.layer.python(code, SHELL).output, "126\n")


class Launcher(ImageTest):
    def test_starts_a_runtime_with_the_library(self) -> None:
        self.protect({"executables": "block"})
        code = "import os, subprocess; print(os.environ.get('LD_PRELOAD')); subprocess.run(['/usr/bin/id'])"
        done = self.layer.run([PYTHON, "-I", "-c", code], launcher=True)
        self.assertEqual((done.output, done.reasons()), ("None\n", ["unlisted"]))

    def test_plants_decoys_that_are_not_set(self) -> None:
        self.protect({}, decoys=[Decoy("PLANTED", "p", False, True), Decoy("PRESENT", "p", False, True)])
        code = "import os; print(os.environ['PLANTED'], os.environ['PRESENT'])"
        done = self.layer.run([PYTHON, "-c", code], {"PRESENT": "own"}, launcher=True)
        self.assertEqual(done.output, "p own\n")

    def test_goes_on_with_the_next_wrapper(self) -> None:
        self.protect({})
        code = "import os; print(os.environ['A'], os.environ.get('PARAPET_NEXT_WRAPPER'))"
        done = self.layer.run(
            ["A=1", PYTHON, "-c", code], {"PARAPET_NEXT_WRAPPER": "/usr/bin/env"}, launcher=True)
        self.assertEqual(done.output, "1 None\n")

    def test_stands_in_for_the_program_of_a_custom_runtime(self) -> None:
        self.protect({})
        bootstrap = str(self.layer.base / "layer/bootstrap")
        shutil.copy(self.layer.binaries / "launch", bootstrap)
        text = "#!/bin/sh\necho started ${LD_PRELOAD-hidden}\n"
        script = self.layer.file(self.layer.deployed / "main", text)
        done = self.layer.run(
            [bootstrap], {"LAMBDA_TASK_ROOT": str(self.layer.deployed), "_HANDLER": os.path.basename(script)},
            protected=False)
        self.assertEqual(done.output, "started hidden\n")

    def test_says_what_is_wrong(self) -> None:
        self.protect({})
        done = self.layer.run(["/nowhere/runtime"], launcher=True)
        self.assertEqual((done.status, done.errors), (127, "parapet: /nowhere/runtime does not exist"))
        self.assertEqual(self.layer.run([], launcher=True).status, 64)

    def test_without_the_library_starts_unprotected_or_not_at_all(self) -> None:
        self.protect({})
        self.layer.library.unlink()
        done = self.layer.run([program("echo"), "x"], launcher=True)
        self.assertEqual((done.output, done.reasons()), ("x\n", ["policy-unusable"]))
        (self.layer.folder / "fail-closed").touch()
        done = self.layer.run([program("echo"), "x"], launcher=True)
        self.assertEqual((done.status, done.output), (126, ""))


class UnusablePolicies(ImageTest):
    CODE = """
import subprocess
try:
    print(subprocess.run(["/bin/true"]).returncode)
except OSError as error:
    print(error.errno)
"""

    def problem(self, data: bytes | None) -> tuple[str, list[str]]:
        policy = self.layer.folder / "policies/default"
        policy.unlink(missing_ok=True)
        if data is not None:
            self.layer.write_policy(data)
        done = self.layer.python(self.CODE)
        self.assertEqual(done.status, 0, done.errors)
        return done.output.strip(), done.reasons()

    def test_fail_open_with_one_event(self) -> None:
        good = encode(Policy({"executables": "block"}))
        future = sealed(good[:8] + b"\2\0" + good[10:])
        changed = good[:50] + b"\1" + good[51:]
        for data in (None, b"", good[:-1], good + b"\0", changed, future, bytes(300_000)):
            with self.subTest(size=None if data is None else len(data)):
                self.assertEqual(self.problem(data), ("0", ["policy-unusable"]))

    def test_fail_closed_with_the_built_in_policy(self) -> None:
        (self.layer.folder / "fail-closed").touch()
        output, reasons = self.problem(b"nothing")
        self.assertEqual((output, set(reasons)), ("13", {"policy-unusable", "unlisted"}))

    def test_name_of_another_policy_leads_to_no_other_folder(self) -> None:
        self.protect({})
        self.layer.write_policy(Policy({"executables": "block"}), "strict")
        for name, output in (("strict", "13"), ("../policies/strict", "0"), ("", "0"), ("x" * 80, "0")):
            done = self.layer.python(self.CODE, environment={"PARAPET_POLICY": name})
            self.assertEqual(done.output.strip(), output, name)


if __name__ == "__main__":
    unittest.main()
