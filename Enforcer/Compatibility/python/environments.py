"""What the process and its children see as environment, and who sees the credentials."""

import os
import subprocess
import sys

KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")


def child(*arguments: str, **options: object) -> None:
    run = subprocess.run(arguments, capture_output=True, text=True, **options)
    for line in sorted(run.stdout.splitlines()):
        if not line.startswith("_="):
            print("child", line)
    print(run.returncode, run.stderr)


for key in sorted(os.environ):
    print("own", f"{key}={os.environ[key]}")
print("names in the block of the kernel:")
with open("/proc/self/environ", "rb") as block:
    print(sorted(entry.partition(b"=")[0].decode() for entry in block.read().split(b"\0") if entry))
print("LD_PRELOAD" in os.environ, os.getenv("LD_PRELOAD"))
child("env")
child("env", env={"ONLY": "this"})
child("/usr/bin/env", env={})
child("env", env={**os.environ, "EXTRA": "a=b=c", "EMPTY": ""})
os.environ["SET_LATER"] = "yes"
del os.environ["AWS_SESSION_TOKEN"]
child("env")
child("env", "-i", "sh", "-c", "env")
os.unsetenv("HOME")
os.putenv("PUT", "without os.environ")
sys.stdout.flush()
os.system("env | grep -v '^_=' | grep -v '^AWS' | sort")
# Values that the code itself changes are its own, and it finds them changed.
os.environ["AWS_ACCESS_KEY_ID"] = "rotated"
print(os.environ["AWS_ACCESS_KEY_ID"], [key in os.environ for key in KEYS])
grandchild = "import subprocess; print(subprocess.run(['env'], capture_output=True, text=True).stdout)"
child(sys.executable, "-c", grandchild)
