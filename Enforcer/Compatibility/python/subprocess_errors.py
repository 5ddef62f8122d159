"""Programs that cannot start: the errno of each way, and what shells make of it."""

import errno
import os
import subprocess
import tempfile
from pathlib import Path

folder = Path(tempfile.mkdtemp())
plain = folder / "plain.txt"
plain.write_text("not a program\n")
(folder / "loop").symlink_to("loop")
long = "/" + "x" * 5000
cases = {
    "missing": ["/nonexistent/program"],
    "missing on PATH": ["no-such-program-anywhere"],
    "empty name": [""],
    "not executable": [str(plain)],
    "folder": [str(folder)],
    "below a file": [str(plain / "x")],
    "loop": [str(folder / "loop")],
    "long name": [long],
    "long argument": ["true", "x" * 200_000],
}


def name(error: OSError) -> str:
    return errno.errorcode[error.errno]


for case, command in cases.items():
    try:
        subprocess.run(command, capture_output=True)
        print(case, "started")
    except OSError as error:
        print(f"{case}: {type(error).__name__} {name(error)}")
    except ValueError as error:
        print(f"{case}: {error}")

for case, command in cases.items():
    try:
        os.waitpid(os.posix_spawn(command[0], command, os.environ), 0)
        print("posix_spawn", case, "started")
    except (OSError, ValueError) as error:
        print(f"posix_spawn {case}:", name(error) if isinstance(error, OSError) else error)

for case, command in cases.items():
    try:
        # In the process itself: every failing exec has to leave it as it was.
        os.execvpe(command[0], command, {"PATH": "/usr/bin:/bin", "LONG": "y" * 200_000})
    except (OSError, ValueError) as error:
        print(f"execvpe {case}:", name(error) if isinstance(error, OSError) else error)

for command in ("/nonexistent/program", str(folder), "exit 7"):
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    print("shell:", result.returncode, result.stderr.replace(str(folder), "FOLDER"), end="\n")
print("cwd:", end=" ")
try:
    subprocess.run(["true"], cwd="/nonexistent")
except OSError as error:
    print(name(error), error.filename)
print("system:", os.waitstatus_to_exitcode(os.system("exit 9")))
