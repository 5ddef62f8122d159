"""What each control looks at, one file or command at a time, blocked and let pass."""

from __future__ import annotations

import hashlib
import unittest
from pathlib import Path

from policy_encoder import Executable
from protection import SHELL, ProtectionTest, Run, program

# Prints 0, or the number of the error that starting a program gives.
START = """
import subprocess, sys
try:
    print(subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode)
except OSError as error:
    print(error.errno)
"""


def digest(path: str) -> bytes:
    return hashlib.sha256(Path(path).read_bytes()).digest()


class DecisionTest(ProtectionTest):
    def start(self, *command: str, code: str = START, **options: object) -> Run:
        return self.layer.python(code, *command, **options)

    def assert_blocked(self, run: Run, control: str, reason: str) -> None:
        self.assertEqual((run.output, run.decisions()), ("13\n", [(control, reason, "blocked")]), run.errors)

    def assert_allowed(self, run: Run) -> None:
        self.assertEqual((run.output, run.events), ("0\n", []), run.errors)

    def copy(self, name: str, folder: Path, mode: int = 0o755) -> str:
        return self.layer.file(folder / name, Path(program(name)).read_bytes(), mode)


class AllowList(DecisionTest):
    def test_hash_must_be_that_of_deploy_time(self) -> None:
        path = self.copy("true", self.layer.deployed)
        self.protect({"executables": "block"}, executables=[Executable(path, digest(path))])
        self.assert_allowed(self.start(path))
        with open(path, "ab") as file:
            file.write(b"!")
        self.assert_blocked(self.start(path), "executables", "changed")

    def test_change_while_the_function_runs_is_noticed(self) -> None:
        path = self.copy("true", self.layer.deployed)
        self.protect({"executables": "block"}, executables=[Executable(path, digest(path))])
        twice = START + "\nopen(sys.argv[1], 'ab').write(b'!')\n" + START
        self.assertEqual(self.start(path, code=twice).output, "0\n13\n")

    def test_glob_lists_many(self) -> None:
        path = self.copy("true", self.layer.deployed)
        listed = Executable(f"{self.layer.deployed}/*", glob=True)
        self.protect({"executables": "block"}, executables=[listed])
        self.assert_allowed(self.start(path))
        self.assert_blocked(self.start(program("true")), "executables", "unlisted")

    def test_interpreter_of_a_script_must_be_listed(self) -> None:
        script = self.layer.file(self.layer.deployed / "script", f"#!{program('true')}\n")
        self.protect({"executables": "block"}, script)
        self.assert_blocked(self.start(script), "executables", "unlisted")
        self.protect({"executables": "block"}, script, program("true"))
        self.assert_allowed(self.start(script))


class ForbiddenExecutables(DecisionTest):
    def test_by_name_whatever_folder(self) -> None:
        self.protect({"forbidden-executables": "block"}, forbidden_names=["tr*e"])
        self.assert_blocked(self.start(program("true")), "forbidden-executables", "forbidden-name")
        self.assert_allowed(self.start(program("echo")))

    def test_by_path(self) -> None:
        self.protect({"forbidden-executables": "block"}, forbidden_names=["/usr/**/true"])
        self.assert_blocked(self.start(program("true")), "forbidden-executables", "forbidden-name")

    def test_by_the_name_of_a_link(self) -> None:
        link = self.layer.deployed / "miner"
        link.symlink_to(program("true"))
        self.protect({"forbidden-executables": "block"}, forbidden_names=["miner"])
        self.assert_blocked(self.start(str(link)), "forbidden-executables", "forbidden-name")

    def test_by_hash_whatever_name(self) -> None:
        path = self.copy("true", self.layer.deployed)
        others = [bytes([value]) * 32 for value in range(0, 250, 7)]
        self.protect({"forbidden-executables": "block"}, forbidden_hashes=[*others, digest(path)])
        self.assert_blocked(self.start(path), "forbidden-executables", "forbidden-hash")
        self.assert_allowed(self.start(program("echo")))


class WritableFolders(DecisionTest):
    def test_nothing_in_them_runs(self) -> None:
        self.protect({"tmp-execution": "block"})
        path = self.copy("true", self.layer.writable)
        self.assert_blocked(self.start(path), "tmp-execution", "in-writable-directory")

    def test_links_do_not_hide_where_a_program_lies(self) -> None:
        self.protect({"tmp-execution": "block"})
        link = self.layer.deployed / "link"
        link.symlink_to(self.copy("true", self.layer.writable))
        self.assert_blocked(self.start(str(link)), "tmp-execution", "in-writable-directory")

    def test_a_link_in_them_leads_to_what_may_run(self) -> None:
        self.protect({"tmp-execution": "block", "executables": "block"}, program("true"))
        link = self.layer.writable / "link"
        link.symlink_to(program("true"))
        self.assert_allowed(self.start(str(link)))

    def test_a_program_listed_as_writable_runs(self) -> None:
        path = self.copy("true", self.layer.writable)
        self.protect(
            {"tmp-execution": "block", "executables": "block"},
            executables=[Executable(path, digest(path), writable=True)])
        self.assert_allowed(self.start(path))

    def test_a_script_listed_as_writable_runs(self) -> None:
        path = self.layer.file(self.layer.writable / "tool", "#!/bin/sh\nexit 0\n")
        self.protect(
            {"tmp-execution": "block", "executables": "block"}, SHELL,
            executables=[Executable(path, writable=True)])
        self.assert_allowed(self.start(path))

    def test_an_exchanged_link_never_runs_what_is_denied(self) -> None:
        evil = self.layer.file(self.layer.writable / "evil", f"#!/bin/sh\ntouch {self.layer.writable}/ran\n")
        self.protect({"tmp-execution": "block"})
        code = """
import os, subprocess, sys, threading
folder, good, evil = sys.argv[1:]
link, stop = folder + "/link", False

def exchange():
    while not stop:
        for target in (good, evil):
            os.symlink(target, link + ".new")
            os.rename(link + ".new", link)

os.symlink(good, link)
thread = threading.Thread(target=exchange)
thread.start()
outcomes = set()
for _ in range(300):
    try:
        outcomes.add(subprocess.run([link]).returncode)
    except OSError as error:
        outcomes.add(error.errno)
stop = True
thread.join()
print(sorted(outcomes))
"""
        done = self.layer.python(code, str(self.layer.writable), program("true"), evil)
        self.assertEqual(done.output, "[0, 13]\n", done.errors)
        self.assertFalse((self.layer.writable / "ran").exists())


class MemoryAndLoader(DecisionTest):
    IN_MEMORY = """
import os, subprocess, sys
in_memory = sys.argv[2] == "memory"
file = os.memfd_create("x") if in_memory else os.open(sys.argv[3], os.O_RDWR | os.O_CREAT, 0o755)
os.write(file, open(sys.argv[1], "rb").read())
if not in_memory:
    os.unlink(sys.argv[3])
    file = os.open(f"/proc/self/fd/{file}", os.O_RDONLY)
try:
    print(subprocess.run([f"/proc/self/fd/{file}"], pass_fds=[file]).returncode)
except OSError as error:
    print(error.errno)
"""

    def test_file_in_memory(self) -> None:
        self.protect({"fileless-execution": "block"})
        done = self.start(program("true"), "memory", code=self.IN_MEMORY)
        self.assert_blocked(done, "fileless-execution", "in-memory")

    def test_deleted_file(self) -> None:
        self.protect({"fileless-execution": "block"})
        done = self.start(program("true"), "deleted", f"{self.layer.deployed}/x", code=self.IN_MEMORY)
        self.assert_blocked(done, "fileless-execution", "in-memory")

    def test_file_in_memory_runs_when_the_control_is_off(self) -> None:
        self.protect({"executables": "off"})
        self.assert_allowed(self.start(program("true"), "memory", code=self.IN_MEMORY))

    def test_dynamic_linker_as_program(self) -> None:
        linker = next((path for path in Path("/lib64").glob("ld-linux*")), None)
        if linker is None:
            self.skipTest("no dynamic linker in /lib64")
        self.protect({"loader-execution": "block"})
        self.assert_blocked(self.start(str(linker), program("true")), "loader-execution", "loader")
        hidden = self.layer.deployed / "innocent"
        hidden.symlink_to(linker)
        self.assert_blocked(self.start(str(hidden), program("true")), "loader-execution", "loader")
        self.assert_allowed(self.start(program("true")))

    def test_what_an_allowed_dynamic_linker_runs_is_judged(self) -> None:
        linker = next((path for path in Path("/lib64").glob("ld-linux*")), None)
        if linker is None:
            self.skipTest("no dynamic linker in /lib64")
        listed = [Executable(str(linker.resolve())), Executable(program("true"))]
        self.protect({"executables": "block", "library-injection": "block"}, executables=listed)
        self.assert_allowed(self.start(str(linker), program("true")))
        self.assert_allowed(self.start(str(linker), "--argv0", "x", program("true")))
        unlisted = ("executables", "unlisted")
        self.assert_blocked(self.start(str(linker), program("env")), *unlisted)
        self.assert_blocked(self.start(str(linker), "--argv0", program("true"), program("env")), *unlisted)
        self.assert_blocked(self.start(str(linker), "env"), *unlisted)
        injected = ("library-injection", "injected-variable")
        self.assert_blocked(self.start(str(linker), "--preload", "x.so", program("true")), *injected)
        self.assert_blocked(self.start(str(linker), "--library-path", f"/usr/lib:{self.layer.writable}", program("true")), *injected)

    def test_set_user_id(self) -> None:
        self.protect({"setuid-execution": "block"})
        self.assert_blocked(
            self.start(self.copy("true", self.layer.deployed, 0o4755)), "setuid-execution", "setuid")
        self.assert_allowed(self.start(self.copy("echo", self.layer.deployed, 0o755)))


class ChildProcesses(DecisionTest):
    FORK = """
import os
for way in (os.fork, os.forkpty):
    try:
        pid = way() if way is os.fork else way()[0]
        if pid == 0:
            os._exit(0)
        os.waitpid(pid, 0)
        print("forked")
    except OSError as error:
        print(error.errno)
"""

    def test_none_are_started(self) -> None:
        self.protect({"child-processes": "block"})
        done = self.start(program("true"))
        self.assertEqual(done.output, "13\n")
        # The interpreter tries vfork and then fork.
        self.assertEqual(set(done.decisions()), {("child-processes", "child-process", "blocked")})

    def test_forks_are_denied(self) -> None:
        self.protect({"child-processes": "block"})
        self.assertEqual(self.layer.python(self.FORK).output.splitlines()[0], "13")

    def test_threads_go_on(self) -> None:
        self.protect({"child-processes": "block"})
        code = "import threading; t = threading.Thread(target=print, args=('x',)); t.start(); t.join()"
        self.assertEqual(self.layer.python(code).output, "x\n")

    def test_off_lets_fork(self) -> None:
        self.protect({"executables": "block"})
        self.assertEqual(self.layer.python(self.FORK).output.splitlines()[0], "forked")


class Learning(DecisionTest):
    def test_tells_what_ran_with_its_hash(self) -> None:
        self.protect({}, flags=("learn",))
        done = self.start(program("true"))
        told = [event for event in done.events if event["unmapped"]["parapet"]["control"] == "executables"]
        self.assertEqual(len(told), 1)
        self.assertIn(digest(program("true")).hex(), str(told))
        self.assertEqual({decision for _, _, decision in done.decisions()}, {"observed"})


class DatesAndPlaces(DecisionTest):
    def test_before_the_date_blocking_is_an_alert(self) -> None:
        self.protect({"executables": "block"}, enforce_after=4_000_000_000)
        done = self.start(program("true"))
        self.assertEqual(done.output, "0\n")
        self.assertEqual(done.decisions(), [("executables", "unlisted", "alerted")])

    def test_after_the_date_it_blocks(self) -> None:
        self.protect({"executables": "block"}, enforce_after=1_000_000_000)
        self.assert_blocked(self.start(program("true")), "executables", "unlisted")

    def test_relative_to_a_folder_that_is_open(self) -> None:
        self.protect({"executables": "block"}, program("true"))
        code = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
folder = os.open(os.path.dirname(sys.argv[1]), os.O_RDONLY)
arguments = (ctypes.c_char_p * 2)(b"x", None)
if os.fork() == 0:
    libc.execveat(folder, os.fsencode(os.path.basename(sys.argv[1])), arguments, arguments, 0)
    print(ctypes.get_errno(), flush=True)
    os._exit(1)
print(os.waitstatus_to_exitcode(os.wait()[1]))
"""
        self.assertEqual(self.layer.python(code, program("true")).output, "0\n")
        self.assertEqual(self.layer.python(code, program("echo")).output, "13\n1\n")


if __name__ == "__main__":
    unittest.main()
