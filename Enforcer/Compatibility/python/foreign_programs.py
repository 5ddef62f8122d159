"""Allowed children that the library cannot be loaded into: musl, static, 32-bit; and their own children."""

import os
import subprocess
from pathlib import Path

TOOLS = Path(os.environ["COMPATIBILITY_TOOLS"])
VARIANTS = ("shared", "static", "musl-shared", "musl-static", "bits32", "bits32-static")
for variant in VARIANTS:
    program = TOOLS / f"report-{variant}"
    if not program.exists():
        print(variant, "not built on this machine")
        continue
    for arguments in ([], ["3", "text with spaces"]):
        result = subprocess.run([program, *arguments], input=b"standard input", capture_output=True)
        print(variant, result.returncode, result.stderr.decode())
        for line in sorted(result.stdout.decode().splitlines()):
            print("child", line)
    result = subprocess.run([program], env={"A": "1"}, capture_output=True)
    print(variant, "own environment:", result.returncode, result.stdout, result.stderr)
    # Its own children, where it is the parent that carries nothing on.
    result = subprocess.run([program, "spawn", "/bin/echo", "from a child of it"], capture_output=True)
    print(variant, "spawns:", result.returncode, result.stdout, result.stderr)
