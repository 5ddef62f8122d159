"""Runs of a program without the enforcer, with it watching and with it blocking, and what differs."""

import concurrent.futures
import difflib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from compatibility_programs import SUITE, Program
from compatibility_tools import TOOLS, unprivileged_user

PLACES = ("plain", "Lambda-like", "serving")
SERVING = SUITE / "children/serving.py"
POLICIES = ("alert", "block")
# Both ways into a function: AWS_LAMBDA_EXEC_WRAPPER names the launcher, or LD_PRELOAD the library.
ENTRIES = ("launcher", "preload")
TIMEOUT = 60  # seconds for one run
# An event is one line, wherever in standard error it begins.
EVENT = re.compile(rb'\{"class_uid":2004,.*?\n')
HINTS = re.compile(rb"^foreign child (?:LD_PRELOAD|PARAPET_CONTEXT)=.*\n", re.MULTILINE)
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "ASIAREALREALREALREAL",
    "AWS_SECRET_ACCESS_KEY": "realrealrealrealrealrealrealrealrealreal",
    "AWS_SESSION_TOKEN": "realtokenrealtokenrealtoken",
}

# Exit codes of the programs that show how a process may end.
ENDINGS = {"Endings": 1, "exec_family": 3, "files_and_signals": 1, "tracebacks": 1}


@dataclass(frozen=True)
class Outcome:
    status: int
    output: bytes
    errors: bytes  # without events
    events: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class Layer:
    """An unpacked layer, and what its blocking policy gives children instead of credentials."""

    binaries: Path  # of this machine's architecture
    decoys: dict[str, str]
    entry: str  # one of ENTRIES

    def enter(self, command: list[str], variables: dict[str, str], policy: str) -> list[str]:
        """The command with the enforcer in front of it."""
        variables["PARAPET_POLICY"] = policy
        if self.entry == "launcher":
            return [str(self.binaries / "launch"), *command]
        variables["LD_PRELOAD"] = str(self.binaries / "libparapet.so")
        return command


def environment(folder: Path) -> dict[str, str]:
    return CREDENTIALS | {
        "AWS_LAMBDA_FUNCTION_NAME": "compatibility",
        "AWS_LAMBDA_RUNTIME_API": os.environ["AWS_LAMBDA_RUNTIME_API"],
        "AWS_REGION": "eu-central-1",
        "COMPATIBILITY_TLS": str(TOOLS / "tls"),
        "COMPATIBILITY_TOOLS": str(TOOLS),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(folder),
    }


def places(program: Program) -> list[str]:
    """Python's programs are also run as what they would be in a function: after its first event."""
    return [place for place in PLACES if place != "serving" or program.runtime.suffix == ".py"]


def run(program: Program, place: str, layer: Layer | None, policy: str | None, folder: Path) -> Outcome:
    """One run in an empty folder that has the same name for every run of the program."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    command, variables = program.command, environment(folder)
    if place == "serving":
        command = [command[0], str(SERVING), *command[1:]]
    if layer and policy:
        command = layer.enter(command, variables, policy)
    if place != "plain":
        if unprivileged_user():
            os.chown(folder, unprivileged_user(), -1)
        command = [str(TOOLS / "lambda_like"), str(unprivileged_user()), *command]
    return outcome(command, variables)


def outcome(command: list[str], variables: dict[str, str]) -> Outcome:
    """Where the code lies, as a function: interpreters import from the folder that they are started in."""
    reading, writing = os.pipe()
    if os.getuid() == 0:
        # As on the platform, where the function's standard error belongs to the function.
        os.fchown(writing, unprivileged_user(), -1)
    with subprocess.Popen(
        command, env=variables, cwd=SUITE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=writing
    ) as process:
        os.close(writing)
        with open(reading, "rb") as stream, concurrent.futures.ThreadPoolExecutor(1) as pool:
            reader = pool.submit(stream.read)
            ended, output = await_end(process)
            errors = reader.result() + (b"" if ended else b"(did not end)\n")
    return Outcome(process.returncode, output, EVENT.sub(b"", errors), tuple(EVENT.findall(errors)))


def await_end(process: subprocess.Popen[bytes]) -> tuple[bool, bytes]:
    """Whether it ended in time, and its standard output."""
    try:
        return True, process.communicate(timeout=TIMEOUT)[0]
    except subprocess.TimeoutExpired:
        process.kill()
        return False, process.communicate()[0]


def unsound(program: Program, baseline: Outcome) -> list[str]:
    """A program that fails by itself would compare little, and the same little every time."""
    wanted = ENDINGS.get(program.name, 0)
    if baseline.status == wanted:
        return []
    errors = baseline.errors.decode(errors="backslashreplace").splitlines()
    return [f"exit code {baseline.status} without the enforcer, {wanted} is right", *errors[-5:]]


def without_hints(found: Outcome) -> Outcome:
    """Without the variables by which what a foreign child starts is protected again; others take them out."""
    return replace(found, output=HINTS.sub(b"", found.output))


def expected(baseline: Outcome, decoys: dict[str, str]) -> Outcome:
    """What a run with decoys may show: lines about children have the decoy wherever they had a credential."""
    output = baseline.output
    for name, decoy in decoys.items():
        line = re.compile(rf"^((?:foreign )?child (?:own )?{name}=).*$".encode(), re.MULTILINE)
        output = line.sub(rb"\g<1>" + decoy.encode(), output)
    return Outcome(baseline.status, output, baseline.errors)


def difference(wanted: Outcome, found: Outcome) -> list[str]:
    """Empty for the same behaviour; else the lines that differ, `-` without and `+` with the enforcer."""
    lines = []
    if wanted.status != found.status:
        lines.append(f"exit code {wanted.status} without, {found.status} with the enforcer")
    for label, left, right in (
        ("standard output", wanted.output, found.output),
        ("standard error", wanted.errors, found.errors),
    ):
        texts = [text.decode(errors="backslashreplace").splitlines() for text in (left, right)]
        changes = list(difflib.unified_diff(*texts, lineterm="", n=0))[2:]
        if left != right:
            lines += [label, *(changes or ["(only ends of lines differ)"])]
    return lines
