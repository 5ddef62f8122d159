"""The programs of the compatibility suite: where they lie, what they say, how each runtime starts them."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUITE = ROOT / "Enforcer/Compatibility"
TOOLS = ROOT / ".build/compatibility"
# The system's own first: every user can reach it, the user of the Lambda-like mode as well.
VENV = ROOT / ".deps/venv-compatibility"


@dataclass(frozen=True)
class Runtime:
    name: str
    folder: str
    suffix: str
    start: tuple[str, ...]  # before the program's path, or its name where `named`
    version: tuple[str, ...]
    named: bool = False


@dataclass(frozen=True)
class Program:
    runtime: Runtime
    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def summary(self) -> str:
        """The first sentence of the file."""
        first = self.path.read_text().splitlines()[0]
        return first.strip().strip('"').removeprefix("//").removeprefix("#").strip().rstrip(".")

    @property
    def command(self) -> list[str]:
        if self.runtime.suffix == ".c":
            return [str(TOOLS / self.name)]
        return [*self.runtime.start, self.name if self.runtime.named else str(self.path)]


def installed(name: str) -> str:
    """The system's own first: what a version manager puts in front of it is a script."""
    return shutil.which(name, path=f"/usr/bin:{os.environ.get('PATH', '')}") or name


JAVA = (installed("java"), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData")
RUNTIMES = (
    Runtime("Python", "python", ".py", (str(VENV / "bin/python"),), (str(VENV / "bin/python"), "--version")),
    Runtime("Node.js", "node", ".js", (installed("node"),), (installed("node"), "--version")),
    Runtime(
        "Java",
        "java",
        ".java",
        (*JAVA, "-cp", str(TOOLS / "classes")),
        (installed("java"), "--version"),
        True,
    ),
    Runtime("Ruby", "ruby", ".rb", (installed("ruby"),), (installed("ruby"), "--version")),
    Runtime("C", "c", ".c", (), ("getconf", "GNU_LIBC_VERSION")),
)


def programs(only: list[str]) -> list[Program]:
    """All, or those whose name or folder is asked for; in the order of runtimes and names."""
    found = [
        Program(runtime, path)
        for runtime in RUNTIMES
        for path in sorted((SUITE / runtime.folder).glob(f"*{runtime.suffix}"))
    ]
    return [program for program in found if not only or {program.name, program.runtime.folder} & set(only)]


def version(runtime: Runtime) -> str:
    output = subprocess.run(runtime.version, capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(\.\d+)+", output)
    return found.group() if found else output.strip()
