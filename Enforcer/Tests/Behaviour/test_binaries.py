"""What the built files are made of: nothing that ties them to one system, and the same bytes each time."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

from policy_encoder import Executable, Policy
from protection import BINARIES, ROOT, Layer

ARCHITECTURES = {"x86_64": 62, "aarch64": 183}
# Of the dynamic linker, both weak, both in every glibc and in musl.
ALLOWED_UNDEFINED = {"dl_iterate_phdr", "environ"}
# What is loaded into every process of a function; see what it costs there in docs/performance.md.
LIBRARY_LIMIT = 76 * 1024
QEMU_ROOT = "/usr/aarch64-linux-gnu"


class Elf:
    """As much of an ELF file as the tests ask for."""

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        self.machine = struct.unpack_from("<H", self.data, 18)[0]
        offset = struct.unpack_from("<Q", self.data, 32)[0]
        size, count = struct.unpack_from("<HH", self.data, 54)
        rows = [struct.unpack_from("<IIQQQQQQ", self.data, offset + size * row) for row in range(count)]
        self.segments = [(row[0], row[1], row[2], row[3], row[5]) for row in rows]

    def place(self, address: int) -> int:
        for kind, _, offset, start, size in self.segments:
            if kind == 1 and start <= address < start + size:
                return address - start + offset
        raise ValueError(address)

    def dynamic(self) -> list[tuple[int, int]]:
        for kind, _, offset, _, size in self.segments:
            if kind == 2:
                return [struct.unpack_from("<QQ", self.data, offset + at) for at in range(0, size, 16)]
        return []

    def symbols(self) -> list[tuple[str, bool]]:
        """Name, and whether it is defined here."""
        table = dict(self.dynamic())
        symbols, strings = self.place(table[6]), self.place(table[5])
        found = []
        # The table of strings follows the table of symbols and the hash table.
        for at in range(symbols + 24, self.place(table[0x6FFFFEF5]), 24):
            name, _, section = struct.unpack_from("<IHH", self.data, at)
            end = self.data.index(b"\0", strings + name)
            found.append((self.data[strings + name : end].decode(), section != 0))
        return found


class Files(unittest.TestCase):
    def files(self) -> list[tuple[str, Elf, Elf]]:
        return [
            (name, Elf(BINARIES / name / "libparapet.so"), Elf(BINARIES / name / "launch"))
            for name in ARCHITECTURES
        ]

    def test_are_for_their_architecture(self) -> None:
        for name, library, launcher in self.files():
            self.assertEqual((library.machine, launcher.machine), (ARCHITECTURES[name],) * 2)

    def test_library_needs_no_other(self) -> None:
        for name, library, _ in self.files():
            tags = {tag for tag, _ in library.dynamic()}
            self.assertNotIn(1, tags, f"{name}: NEEDED")
            self.assertNotIn(0x6FFFFFFE, tags, f"{name}: versions of symbols")

    def test_library_asks_for_two_names_only(self) -> None:
        for name, library, _ in self.files():
            self.assertEqual({s for s, defined in library.symbols() if not defined}, ALLOWED_UNDEFINED, name)

    def test_library_exports_what_the_map_lists(self) -> None:
        text = (ROOT / "Enforcer/exports.map").read_text()
        listed = set(re.findall(r"(\w+);", text.split("local:")[0]))
        for name, library, _ in self.files():
            self.assertEqual({s for s, defined in library.symbols() if defined}, listed, name)

    def test_library_is_small(self) -> None:
        for name in ARCHITECTURES:
            size = os.path.getsize(BINARIES / name / "libparapet.so")
            self.assertLessEqual(size, LIBRARY_LIMIT, f"{name}: {size} bytes")

    def test_nothing_is_writable_and_executable(self) -> None:
        for _, *elves in self.files():
            for elf in elves:
                for kind, flags, *_ in elf.segments:
                    self.assertFalse(kind in (1, 0x6474E551) and flags & 3 == 3)

    def test_launcher_is_static(self) -> None:
        for _, _, launcher in self.files():
            self.assertFalse({kind for kind, *_ in launcher.segments} & {2, 3})

    def test_are_the_same_bytes_when_built_again(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            again = Path(folder) / "again"
            bundle = Path(folder) / "bundle"
            build = ["scripts/build-enforcer", again, bundle]
            subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
            for path in sorted(again.rglob("*")):
                if path.is_file():
                    first = (BINARIES / path.relative_to(again)).read_bytes()
                    self.assertEqual(
                        hashlib.sha256(first).digest(), hashlib.sha256(path.read_bytes()).digest(), path.name)


# Enough of a C program for a processor whose headers are not installed.
PROGRAM = r"""
int execve(const char *, char *const *, char *const *);
long syscall(long, ...);
int puts(const char *);
int fork(void);
int waitpid(int, int *, int);
int *__errno_location(void);
int system(const char *);
void _exit(int);
int fflush(void *);
int __libc_start_main(int (*)(int, char **, char **), int, char **, void *, void *, void *, void *);
extern char **environ;
static void attempt(int way, char **arguments) {
  int status = 0;
  fflush(0);
  if (fork() == 0) {
    if (way == 0) execve(arguments[1], arguments + 1, environ);
    if (way == 1) syscall(221, arguments[1], arguments + 1, environ);
    _exit(*__errno_location());
  }
  waitpid(-1, &status, 0);
  puts(status == 13 << 8 ? "denied" : status == 0 ? "ran" : "other");
}
static int start(int count, char **arguments, char **variables) {
  if (count < 2) return 0;
  attempt(0, arguments);
  attempt(1, arguments);
  puts(system(arguments[1]) == 127 << 8 ? "denied" : "other");
  fflush(0);
  return 0;
}
__asm__(".global _start\n_start:\nmov x0, sp\nb enter\n");
void enter(long *stack) { __libc_start_main(start, (int)stack[0], (char **)(stack + 1), 0, 0, 0, stack); }
"""


class Aarch64(unittest.TestCase):
    """Run by an emulator of the processor: its system calls are this machine's."""

    def setUp(self) -> None:
        self.qemu = shutil.which("qemu-aarch64-static") or shutil.which("qemu-aarch64")
        if self.qemu is None or not Path(QEMU_ROOT).exists():
            self.skipTest("qemu-user-static or libc6-arm64-cross is not installed")
        self.layer = Layer("aarch64")
        self.addCleanup(self.layer.close)
        self.program = str(self.layer.deployed / "program")
        tools = Path(shutil.which("swiftc") or "").resolve().parent
        subprocess.run(
            [tools / "clang", "--target=aarch64-linux-gnu", "-nostdlib", "-fuse-ld=lld", "-fPIE", "-pie",
             "-w",
             "-Wl,--dynamic-linker=/lib/ld-linux-aarch64.so.1", "-x", "c", "-", "-x", "none",
             f"{QEMU_ROOT}/lib/libc.so.6", "-o", self.program],
            input=PROGRAM.encode(), check=True)

    def attempts(self, *allowed: str) -> tuple[list[str], set[str]]:
        """What became of execve, syscall and system of a program that may be listed or not."""
        other = str(self.layer.deployed / "other")
        shutil.copy(self.program, other)
        listed = [Executable(path) for path in (self.program, *allowed)]
        self.layer.write_policy(Policy({"executables": "block"}, executables=listed))
        done = self.layer.run(
            [self.qemu, "-L", QEMU_ROOT, "-E", f"LD_PRELOAD={self.layer.library}", self.program, other],
            protected=False)
        return done.output.split(), set(done.reasons())

    def test_each_entry_leads_to_the_policy(self) -> None:
        self.assertEqual(self.attempts(), (["denied"] * 3, {"unlisted"}))


if __name__ == "__main__":
    unittest.main()
