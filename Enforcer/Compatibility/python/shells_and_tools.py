"""What command line tools do: scripts, pipelines, env, xargs, find, git, a CLI with an interpreter line."""

import os
import subprocess
import tempfile
from pathlib import Path

CHILDREN = Path(__file__).resolve().parent.parent / "children"
TOOLS = Path(os.environ["COMPATIBILITY_TOOLS"])


def run(*command: str | Path, **options: object) -> None:
    result = subprocess.run(command, capture_output=True, text=True, **options)
    print(result.returncode, repr(result.stdout), repr(result.stderr))


run("sh", "-c", "for i in 1 2 3; do echo $i; done | while read n; do echo $((n * n)); done | sort -rn")
run(
    "sh",
    "-c",
    "echo $(expr 40 + 2) `printf x` | tr x y; cat <<END\nhere: $HOME\nEND",
    env={"HOME": "/h", "PATH": "/usr/bin:/bin"},
)
run("bash", "-c", "diff <(echo a) <(echo b); echo ${PIPESTATUS[0]}; a=(1 2); echo ${#a[@]}")
run("sh", "-c", "set -e; trap 'echo trapped' EXIT; false; echo never")
run("sh", "-c", "exec cat", input="by exec")
run("sh", "-c", "sleep 5 & kill $!; wait $!; echo $?")
run("sh", "-c", "ulimit -n 50; ulimit -n; umask 077; umask; cd /; pwd")
run("sh", "-c", "no-such-program-anywhere; echo $?; /etc/passwd; echo $?")
run("find", CHILDREN, "-name", "*.sh", "-exec", "basename", "{}", ";")
run("xargs", "-n", "2", "echo", "pair", input="a b c d")
run("env", "-u", "HOME", "A=b", "sh", "-c", "echo $A ${HOME-none}")
run("timeout", "0.1", "sleep", "5")
run("nohup", "sh", "-c", "echo kept", stdin=subprocess.DEVNULL)
run(CHILDREN / "script.sh", "first argument", "second")
run("/bin/sh", CHILDREN / "script.sh", "by the interpreter")
run(TOOLS / "cloud", "s3", "ls", env={"PATH": "/usr/bin:/bin", "PROFILE": "test"})
run(TOOLS / "cloud", "fail", env={"PATH": "/usr/bin:/bin"})
run("busybox", "sh", "-c", "echo static | busybox tr a-z A-Z; busybox wc -c < /dev/null")
folder = Path(tempfile.mkdtemp())
identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "first"], ["log", "--format=%s"]):
    run("git", *identity, *command, cwd=folder, env={"PATH": "/usr/bin:/bin", "HOME": str(folder)})
