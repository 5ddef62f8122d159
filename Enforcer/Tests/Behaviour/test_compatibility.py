"""What programs could tell the difference by: each was found by a program of the compatibility suite."""

from __future__ import annotations

import os
import sys
import unittest

from hooked import HookedTestCase
from policy_encoder import Executable, Policy

NOWHERE = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
def tried(call, *arguments):
    ctypes.set_errno(0)
    return call(*arguments), ctypes.get_errno()
"""


class CompatibilityTests(HookedTestCase):
    def test_pointers_to_nowhere_are_the_kernels_error(self) -> None:
        code = NOWHERE + (
            "print(tried(libc.open, 16, 0), tried(libc.execve, b'/bin/true', 16, None),"
            " tried(libc.execve, 16, None, None))"
        )
        for mode in ("alert", "block"):
            modes = dict.fromkeys(("tmp-writes", "executables", "honeypots"), mode)
            run = self.python(code, Policy(modes=modes, executables=[Executable("/bin/true")]))
            self.assertEqual(run.output, "(-1, 14) (-1, 14) (-1, 14)\n", (mode, run.errors))

    def test_a_name_where_only_an_address_is_taken_has_its_own_error(self) -> None:
        code = """
import socket
try:
    socket.getaddrinfo("name.invalid", 80, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST)
except socket.gaierror as error:
    print(error.errno)
"""
        run = self.python(code, Policy(modes={"egress": "block"}))
        self.assertEqual((run.output, run.events), (f"{-2}\n", []))

    def test_an_event_never_reaches_the_pipe_that_took_the_number_of_standard_error(self) -> None:
        # Below the number to which standard error is preserved, so that it cannot be.
        code = """
import os, resource, subprocess, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (900, 900))
os.close(2)
print(subprocess.run([sys.argv[1], "-c", "exit 5"]).returncode)
"""
        run = self.python(code, Policy(modes={"executables": "alert"}), "/bin/sh")
        self.assertEqual(run.output, "5\n")

    @unittest.skipUnless(os.path.samefile("/bin", "/usr/bin"), "the folders of programs are apart")
    def test_a_program_that_is_found_in_two_folders_is_told_once(self) -> None:
        shell = os.path.realpath("/bin/sh")
        listed = [Executable(shell), Executable(sys.executable)]
        policy = Policy(modes={"executables": "block"}, executables=listed)
        code = "import os; os.system('env; env'); os.system('env')"
        run = self.python(code, policy, PATH="/usr/bin:/bin")
        # One for each process that tries, and not one for each folder.
        self.assertEqual(run.reasons(), ["unlisted"] * 3)


if __name__ == "__main__":
    unittest.main()
