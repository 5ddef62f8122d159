"""The layer of the compatibility suite, with a policy that watches everything and one that fits."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from compatibility_programs import ROOT, RUNTIMES, SUITE, TOOLS, VENV
from compatibility_runs import CREDENTIALS, Layer
from compatibility_tools import java_home

# What the programs start of the system; a name that the machine lacks is left out.
COMMANDS = (
    *(
        "bash",
        "basename",
        "busybox",
        "cat",
        "diff",
        "dirname",
        "echo",
        "env",
        "expr",
        "false",
        "find",
        "getconf",
    ),
    *(
        "git",
        "grep",
        "head",
        "java",
        "nice",
        "node",
        "nohup",
        "printenv",
        "printf",
        "pwd",
        "ruby",
        "sed",
        "seq",
        "sh",
    ),
    *("sleep", "sort", "stty", "tail", "timeout", "tr", "true", "tty", "uname", "wc", "xargs"),
)
SYSTEM = (Path("/bin"), Path("/lib"), Path("/lib64"), Path("/opt"), Path("/sbin"), Path("/usr"))


def executables() -> list[Path]:
    """Resolved, each once: whatever a program of the suite may start."""
    found = {Path(path).resolve() for name in COMMANDS if (path := shutil.which(name, path="/usr/bin:/bin"))}
    found |= {Path(runtime.start[0]).resolve() for runtime in RUNTIMES if runtime.start}
    found |= {java_home() / "bin/java", java_home() / "lib/jspawnhelper"}
    found |= set((SUITE / "children").glob("*.sh"))
    found |= {path for path in TOOLS.iterdir() if path.is_file() and os.access(path, os.X_OK)}
    return sorted(found)


def block_policy(work: Path) -> str:
    """Everything is blocked that the programs do not do; they write below `work`.

    Not /tmp, which may hold the repository and with it the programs themselves.
    """
    folders = [*SYSTEM, TOOLS, SUITE, VENV.resolve(), (VENV / "bin/python").resolve().parent.parent]
    lines = ["version: 1", "function: block", "mode: block"]
    lines += ["executable-directories:", *(f"  - {folder}" for folder in dict.fromkeys(folders))]
    lines += ["controls:"]
    lines += ["  executables:", "    mode: block", "    allow:"]
    lines += [f"      - {path}" for path in executables()]
    lines += ["      - /usr/lib/git-core/**", "      - /usr/lib/jvm/**"]
    lines += ["  forbidden-executables:", "    mode: block", "    except: [bash, busybox, sh]"]
    controls = ("tmp-execution", "tmp-scripts", "fileless-execution", "loader-execution", "library-injection")
    controls += ("setuid-execution", "egress", "source-code", "honeypots", "credentials")
    lines += [f"  {control}: block" for control in controls]
    lines += [
        "  tmp-libraries:",
        "    mode: block",
        "    allow:",
        f"      - {TOOLS}/**",
        f"      - {VENV.resolve()}/**",
    ]
    lines += ["  tmp-writes: off", "  child-processes: off"]
    lines += ["writable-directories:", *(f"  - {folder}" for folder in (work, "/var/tmp", "/dev/shm"))]
    return "\n".join(lines) + "\n"


def in_writable(path: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in ("/tmp", "/var/tmp", "/dev/shm"))


def alert_policy() -> str:
    """Nothing is allowed and everything is told: the most that `alert` has to do without being noticed."""
    controls = (
        "executables",
        "forbidden-executables",
        "tmp-execution",
        "tmp-libraries",
        "tmp-scripts",
        "tmp-writes",
    )
    controls += (
        "fileless-execution",
        "loader-execution",
        "library-injection",
        "setuid-execution",
        "child-processes",
    )
    controls += ("egress", "source-code", "honeypots", "credentials")
    lines = ["version: 1", "function: alert", "mode: alert", "controls:"]
    return "\n".join([*lines, *(f"  {control}: alert" for control in controls)]) + "\n"


def protect(parapet: str, *arguments: str | Path) -> None:
    command = [parapet, "protect", *map(str, arguments)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with {run.returncode}\n{run.stdout}{run.stderr}")


def build_layer(parapet: str, folder: Path, policies: list[str]) -> Path:
    """An unpacked layer; each policy is in it under the name of its function."""
    files = [folder / f"policy-{number}.yaml" for number in range(len(policies))]
    for file, text in zip(files, policies, strict=True):
        file.write_text(text)
    archive, layer = folder / "layer.zip", folder / "layer"
    protect(parapet, "layer", *files, "--output", archive)
    with zipfile.ZipFile(archive) as opened:
        for entry in opened.infolist():
            # Not extractall, which forgets the modes.
            os.chmod(opened.extract(entry, layer), entry.external_attr >> 16 or 0o755)
    return layer


def make(parapet: str, folder: Path, entry: str) -> Layer:
    return unpacked(build_layer(parapet, folder, [alert_policy(), block_policy(folder.resolve())]), entry)


def unpacked(folder: Path, entry: str) -> Layer:
    compiled = (folder / "parapet/policies/block").read_bytes()
    found = {name: re.search(name.encode() + rb"=([^\0]+)\0", compiled) for name in CREDENTIALS}
    decoys = {name: match[1].decode() for name, match in found.items() if match}
    return Layer(folder / "parapet" / os.uname().machine, decoys, entry)
