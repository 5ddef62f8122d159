"""Allowed children that the library cannot be loaded into: musl, static, 32-bit; and their own children."""

import os
import subprocess
from pathlib import Path

TOOLS = Path(os.environ["COMPATIBILITY_TOOLS"])
VARIANTS = ("shared", "static", "musl-shared", "musl-static", "bits32", "bits32-static")


def report(variant: str, result: subprocess.CompletedProcess[bytes]) -> None:
    """What the enforcer puts in for children of theirs only glibc's programs can take out of their environment."""
    who = "child" if variant == "shared" else "foreign child"
    print(variant, result.returncode, result.stderr.decode())
    for line in sorted(result.stdout.decode().splitlines()):
        print(who, line)


for variant in VARIANTS:
    program = TOOLS / f"report-{variant}"
    if not program.exists():
        print(variant, "not built on this machine")
        continue
    for arguments in ([], ["3", "text with spaces"]):
        report(variant, subprocess.run([program, *arguments], input=b"standard input", capture_output=True))
    report(variant, subprocess.run([program], env={"A": "1"}, capture_output=True))
    # Its own children, where it is the parent that carries nothing on.
    report(variant, subprocess.run([program, "spawn", "/bin/echo", "from a child"], capture_output=True))
