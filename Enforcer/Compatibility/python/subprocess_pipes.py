"""Pipes to and from children: both ways, three megabytes, working directory, exit codes."""

import hashlib
import os
import subprocess
import sys

result = subprocess.run(["cat"], input=b"to the child and back", capture_output=True)
print("cat:", result.returncode, result.stdout, result.stderr)

payload = bytes(range(256)) * 12_288  # 3 MiB: many times what a pipe holds
result = subprocess.run(["cat"], input=payload, capture_output=True)
print(
    "three megabytes:", result.returncode, result.stdout == payload, hashlib.sha256(result.stdout).hexdigest()
)

lines = subprocess.run(["seq", "1", "200000"], capture_output=True, text=True).stdout
print("lines:", lines.count("\n"), len(lines))

writer = subprocess.Popen(["seq", "1", "5"], stdout=subprocess.PIPE)
reader = subprocess.Popen(["sort", "-rn"], stdin=writer.stdout, stdout=subprocess.PIPE)
writer.stdout.close()
print("pipeline:", reader.communicate()[0], writer.wait(), reader.returncode)

print("working directory:", subprocess.run(["pwd"], cwd="/usr", capture_output=True).stdout)
for code in (0, 1, 3, 126, 255):
    print("exit code:", subprocess.run(["sh", "-c", f"exit {code}"]).returncode)

both = subprocess.run(
    ["sh", "-c", "echo out; echo err >&2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
)
print("merged:", both.stdout)
apart = subprocess.run(["sh", "-c", "echo out; echo err >&2"], capture_output=True)
print("apart:", apart.stdout, apart.stderr)
print("check_output:", subprocess.check_output(["printf", "%s", "plain"]))

# The interpreter itself as a child, talking line by line.
echo = "import sys\nfor line in sys.stdin: print(line.strip().upper(), flush=True)"
child = subprocess.Popen(
    [sys.executable, "-c", echo], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
)
for word in ("one", "two", "three"):
    child.stdin.write(word + "\n")
    child.stdin.flush()
    print("dialogue:", child.stdout.readline().strip())
child.stdin.close()
print("dialogue ends:", child.wait())
print("descriptors:", sorted(os.listdir("/proc/self/fd"), key=int))
