"""Every way to start a program leads through the policy, and what is allowed goes on undisturbed."""

from __future__ import annotations

import ast
import unittest
from pathlib import Path

from protection import SHELL, WAYS, ProtectionTest, program

EACCES, ENOENT = 13, 2
PRINT_WAYS = WAYS + "\nprint({name: way(sys.argv[1]) for name, way in ways.items()})"


class WaysToStartAProgram(ProtectionTest):
    def ways(self, path: str) -> dict[str, int]:
        result = self.layer.python(PRINT_WAYS, path)
        self.assertEqual(result.status, 0, result.errors)
        return ast.literal_eval(result.output.splitlines()[-1])

    def test_listed_program_runs_by_each(self) -> None:
        self.protect({"executables": "block"}, SHELL, program("true"))
        self.assertEqual(set(self.ways(program("true")).values()), {0})

    def test_unlisted_program_is_denied_by_each(self) -> None:
        self.protect({"executables": "block"}, SHELL)
        ways = self.ways(program("true"))
        # A shell that may not execute something ends with 126.
        self.assertEqual({ways.pop("system"), ways.pop("popen")}, {126})
        self.assertEqual(set(ways.values()), {EACCES}, ways)

    def test_without_a_shell_system_and_popen_are_denied(self) -> None:
        self.protect({"executables": "block"})
        ways = self.ways(program("true"))
        self.assertEqual((ways["system"], ways["popen"]), (127, 127))

    def test_missing_program_gives_the_error_of_the_kernel(self) -> None:
        self.protect({"executables": "block"}, SHELL)
        ways = self.ways("/nowhere/at/all")
        named = {ways[name] for name in ("subprocess", "posix_spawn", "execve", "syscall")}
        self.assertEqual(named, {ENOENT})


class SearchInPath(ProtectionTest):
    def test_finds_the_first_that_may_be_executed(self) -> None:
        shell = program("sh")
        second = self.layer.deployed / "second"
        second.mkdir()
        self.layer.file(self.layer.deployed / "tool", "#!/bin/sh\necho wrong\n", 0o644)
        tool = self.layer.file(second / "tool", "#!/bin/sh\necho right\n")
        self.protect({"executables": "block"}, shell, tool)
        path = f"/nowhere:{self.layer.deployed}:{second}"
        done = self.layer.python(
            "import ctypes, os, sys; os.environ['PATH'] = sys.argv[1];"
            "ctypes.CDLL(None).execvp(b'tool', (ctypes.c_char_p * 2)(b'tool', None))", path)
        self.assertEqual(done.output, "right\n")

    def test_text_without_a_first_line_is_a_script_for_the_shell(self) -> None:
        script = self.layer.file(self.layer.deployed / "plain", "echo interpreted $1\n")
        self.protect({"executables": "block"}, SHELL, script)
        done = self.layer.python(
            "import ctypes, os, sys; path = os.fsencode(sys.argv[1]);"
            "ctypes.CDLL(None).execvp(path, (ctypes.c_char_p * 3)(path, b'word', None))", script)
        self.assertEqual(done.output, "interpreted word\n")


class WhatAnAllowedProgramSees(ProtectionTest):
    def test_relative_paths_and_arguments_stay(self) -> None:
        script = self.layer.file(self.layer.deployed / "tool", '#!/bin/sh\necho "$0" "$@"\n')
        self.protect({"executables": "block"}, SHELL, script)
        code = (
            "import subprocess, sys;"
            "done = subprocess.run(['./tool', 'a b', ''], cwd=sys.argv[1], capture_output=True, text=True);"
            "print(done.stdout)"
        )
        self.assertEqual(self.layer.python(code, str(self.layer.deployed)).output, "./tool a b \n\n")

    def test_link_to_a_listed_program_is_followed(self) -> None:
        link = self.layer.deployed / "link"
        link.symlink_to(program("echo"))
        self.protect({"executables": "block"}, program("echo"))
        done = self.layer.python("import subprocess, sys; subprocess.run([sys.argv[1], 'x'])", str(link))
        self.assertEqual(done.output, "x\n")

    def test_a_listed_link_stands_for_its_target(self) -> None:
        link = self.layer.deployed / "link"
        link.symlink_to(program("echo"))
        self.protect({"executables": "block"}, str(link))
        done = self.layer.python("import subprocess, sys; subprocess.run([sys.argv[1], 'x'])", str(link))
        self.assertEqual(done.output, "x\n")

    def test_errno_is_untouched_on_success(self) -> None:
        self.protect({"executables": "block"}, program("true"))
        code = WAYS + "\nctypes.set_errno(77)\nprint(spawned(sys.argv[1]), ctypes.get_errno())"
        self.assertEqual(self.layer.python(code, program("true")).output, "0 77\n")

    def test_program_with_many_variables_receives_them_all(self) -> None:
        self.protect({"executables": "block"}, program("env"))
        code = (
            "import subprocess, sys; many = {f'V{i}': 'x' for i in range(3000)};"
            "print(len(subprocess.run([sys.argv[1]], env=many, capture_output=True).stdout.split()))"
        )
        # Its own two are taken out again by the library in the child.
        self.assertEqual(self.layer.python(code, program("env")).output, "3000\n")


class Descriptors(ProtectionTest):
    FULL = """
import ctypes, os, resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))
libc = ctypes.CDLL(None, use_errno=True)
try:
    while True:
        os.dup(1)
except OSError:
    pass
arguments = (ctypes.c_char_p * 3)(b"echo", b"ran", None)
libc.execv(os.fsencode(sys.argv[1]), arguments)
print(ctypes.get_errno())
"""

    def test_a_full_table_stops_nothing_on_alert(self) -> None:
        self.protect({"executables": "alert"}, program("echo"))
        # What the system has to open for the program itself, it cannot either: only the start counts.
        self.assertNotIn("24", self.layer.python(self.FULL, program("echo")).output)

    def test_nothing_stays_open(self) -> None:
        self.protect({"executables": "block"}, SHELL)
        code = (
            "import ctypes, os;"
            "before = len(os.listdir('/proc/self/fd'));"
            "libc = ctypes.CDLL(None);"
            "[libc.execv(path, None) for path in (b'/nowhere/x', b'/tmp', b'') * 9];"
            "print(len(os.listdir('/proc/self/fd')) - before)"
        )
        self.assertEqual(self.layer.python(code).output, "0\n")


class TheRuntimeItself(ProtectionTest):
    def test_may_be_executed_before_the_first_request(self) -> None:
        self.protect({"executables": "block"}, executables=[])
        done = self.layer.run([program("sh"), "-c", f"exec {program('echo')} started"])
        self.assertEqual((done.output, done.events), ("started\n", []))

    def test_its_forks_are_judged_at_once(self) -> None:
        self.protect({"executables": "block"})
        done = self.layer.run([program("sh"), "-c", f"{program('echo')} started; true"])
        self.assertEqual(done.output, "")
        self.assertEqual(done.decisions(), [("executables", "unlisted", "blocked")])

    def test_is_not_exempt_where_the_function_can_write(self) -> None:
        copy = self.layer.file(self.layer.writable / "echo", Path(program("echo")).read_bytes())
        self.protect({"tmp-execution": "block"})
        done = self.layer.run([program("sh"), "-c", f"exec {copy} started"])
        self.assertEqual((done.output, done.reasons()), ("", ["in-writable-directory"]))


if __name__ == "__main__":
    unittest.main()
