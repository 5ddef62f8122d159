"""What the kernel holds where it can: Landlock and seccomp, and that programs run with it as without."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import unittest

from hooked import HookedTestCase, Run
from policy_encoder import Executable, Policy

LANDLOCK = ctypes.CDLL(None).syscall(444, None, 0, 1)
FOLDERS = ["/usr", "/bin", "/lib", "/lib64", sys.base_prefix]
#: Past every hook: through machine code of its own. The address of a function in executable memory is enough.
RAW = """
import ctypes, mmap, sys
code = bytes.fromhex("4889f8 4889f7 4889d6 4889ca 4d89c2 4d89c8 0f05 c3".replace(" ", ""))
memory = mmap.mmap(-1, 4096, prot=7)
memory.write(code)
raw = ctypes.CFUNCTYPE(ctypes.c_long, *[ctypes.c_long] * 6)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))
def at(data): return ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value
"""
EXECUTE = RAW + """
import os
path = sys.argv[1].encode()
arguments = (ctypes.c_char_p * 2)(path, None)
if os.fork() == 0:
    os._exit(-raw(59, at(path), ctypes.addressof(arguments), 0, 0, 0))
print(os.waitstatus_to_exitcode(os.wait()[1]))
"""


@unittest.skipUnless(LANDLOCK >= 2 and os.uname().machine == "x86_64", "needs Landlock 2 or later")
class KernelLayerTests(HookedTestCase):
    def kernel(self, code: str, modes: dict[str, str], *arguments: str, **fields: object) -> Run:
        fields.setdefault("executable_directories", FOLDERS)
        policy = Policy(modes=modes, flags=("kernel", "announce"), **fields)
        return self.python(code, policy, *arguments)

    def level(self, run: Run) -> str:
        return run.events[0]["unmapped"]["parapet"]["level"]

    def test_machine_code_cannot_execute_what_is_in_tmp(self) -> None:
        dropped = self.scratch / "true"
        shutil.copy("/bin/true", dropped)
        dropped.chmod(0o755)
        run = self.kernel(EXECUTE, {"tmp-execution": "block"}, str(dropped))
        self.assertEqual(run.output.split(), ["13"], run.errors)
        self.assertIn("landlock", self.level(run))
        run = self.kernel(EXECUTE, {"tmp-execution": "block"}, "/bin/true")
        self.assertEqual(run.output.split(), ["0"])
        run = self.kernel(EXECUTE, {"tmp-execution": "alert"}, str(dropped))
        self.assertEqual((run.output.split(), self.level(run)), (["0"], "hooks+patch"))

    def test_an_allow_list_becomes_rules_for_files(self) -> None:
        script = self.folder / "script"
        script.write_text("#!/usr/bin/env -S true\n")
        script.chmod(0o755)
        listed = [Executable("/bin/true"), Executable(str(script)), Executable("/usr/bin/env")]
        for path, status in (("/bin/true", "0"), ("/bin/ls", "13"), (str(script), "0")):
            with self.subTest(path):
                run = self.kernel(EXECUTE, {"executables": "block"}, path, executables=listed)
                self.assertEqual(run.output.split(), [status], run.errors)

    def test_globs_fall_back_to_folders(self) -> None:
        listed = [Executable("/usr/bin/t*", glob=True)]
        run = self.kernel(EXECUTE, {"executables": "block"}, "/bin/ls", executables=listed)
        self.assertEqual(run.output.split()[-1], "0")

    def test_renaming_between_folders_still_works(self) -> None:
        code = "import os, sys; a = sys.argv[1]; os.mkdir(a + '/a'); os.mkdir(a + '/b'); open(a + '/a/x', 'w'); os.rename(a + '/a/x', a + '/b/x'); print('renamed')"
        run = self.kernel(code, {"tmp-execution": "block"}, str(self.scratch))
        self.assertEqual(run.output.strip(), "renamed", run.errors)

    def test_memory_of_others_and_files_in_memory_are_refused(self) -> None:
        code = RAW + """
print(raw(101, 0, 0, 0, 0, 0), raw(310, 1, 0, 0, 0, 0), (lambda f: f if f < 0 else True)(raw(319, at(b"x"), 0, 0, 0, 0)), raw(319, at(b"x"), 8, 0, 0, 0) >= 0)
print(raw(425, 0, 0, 0, 0, 0), raw(0x40000000 + 39, 0, 0, 0, 0, 0))
"""
        modes = dict.fromkeys(("credentials", "fileless-execution", "egress"), "block")
        run = self.kernel(code, modes)
        if not self.level(run).endswith("seccomp"):
            self.skipTest("this kernel takes no filters")
        self.assertEqual(run.output.split(), ["-1", "-1", "-1", "True", "-1", "-38"], run.errors)
        run = self.kernel(code, dict.fromkeys(modes, "alert"))
        self.assertEqual(run.output.split()[2:4], ["True", "True"])

    def test_programs_of_32_bits_cannot_get_around_the_filter(self) -> None:
        source = self.folder / "x.c"
        # 356 is their memfd_create, 26 their ptrace.
        source.write_text(
            "#include <unistd.h>\n#include <sys/syscall.h>\n"
            'int main(void) { return (syscall(356, "x", 0) == -1) + 2 * (syscall(26, 0, 0, 0, 0) == -1); }\n'
        )
        program = self.folder / "x32bit"
        if subprocess.run(["gcc", "-m32", "-static", "-o", program, source], capture_output=True, check=False).returncode:
            self.skipTest("needs a compiler for 32 bits")
        folders = [*FOLDERS, str(self.folder)]
        for modes, status in (
            ({"credentials": "block", "fileless-execution": "block"}, "3"),
            ({"credentials": "alert"}, "0"),
        ):
            run = self.kernel(EXECUTE, modes, str(program), executable_directories=folders)
            self.assertEqual(run.output.split(), [status], run.errors)

    def test_the_runtimes_start_and_run_with_it(self) -> None:
        modes = dict.fromkeys(
            ("tmp-execution", "fileless-execution", "credentials", "tmp-libraries", "egress"), "block")
        java = self.folder / "Hello.java"
        java.write_text('class Hello { public static void main(String[] a) { System.out.println("hello"); } }')
        subprocess.run(["javac", "-d", self.folder, java], check=True)
        policy = Policy(
            modes=modes, flags=("kernel", "announce"), executable_directories=[*FOLDERS, "/usr/lib/jvm"])
        for program in (
            [sys.executable, "-c", "import ctypes, ssl, threading; t = threading.Thread(target=print, args=['hello']); t.start(); t.join()"],
            ["node", "-e", "new (require('worker_threads').Worker)('console.log(\"hello\")', {eval: true})"],
            ["java", "-cp", str(self.folder), "Hello"],
            ["ruby", "-e", "Thread.new { puts 'hello' }.join"],
        ):
            with self.subTest(program[0]):
                run = self.run_hooked(program, policy)
                self.assertEqual((run.status, run.output.strip()), (0, "hello"), run.errors)
                self.assertEqual(run.reasons(), ["started"])
                self.assertEqual(self.level(run), "hooks+patch+landlock+seccomp")

    def test_a_shell_is_not_held(self) -> None:
        policy = Policy(
            modes={"tmp-execution": "block"}, flags=("kernel", "announce"), executable_directories=FOLDERS)
        run = self.run_hooked(["sh", "-c", "true"], policy)
        self.assertEqual(self.level(run), "hooks+patch")

    def test_a_program_that_starts_the_runtime_is_not_held(self) -> None:
        policy = Policy(
            modes={"executables": "block"}, flags=("kernel",), executables=[Executable("/bin/true")],
            executable_directories=FOLDERS)
        for path, status in (("/bin/true", "0"), ("/bin/ls", "13")):
            with self.subTest(path):
                run = self.run_hooked(["env", sys.executable, "-c", EXECUTE, path], policy)
                self.assertEqual(run.output.split(), [status], run.errors)

    def test_nothing_is_held_before_its_date(self) -> None:
        run = self.kernel("print(1)", {"tmp-execution": "block", "credentials": "block"}, enforce_after=1 << 40)
        self.assertEqual(self.level(run), "hooks+patch")


if __name__ == "__main__":
    unittest.main()
