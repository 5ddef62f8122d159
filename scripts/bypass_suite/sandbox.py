"""What runs inside of the namespaces: starts a runtime, gives it one attack after the other, records effects.

`runner` starts it as `python -m bypass_suite.sandbox ROOT`, the first process of its namespaces. The job is
JSON on standard input, the result JSON on standard output.
"""

import json
import os
import queue
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

from .listeners import ADDRESSES, Listeners, start_listeners
from .root_folder import WRITABLE, make_root
from .runtime_api import PORT, RuntimeAPI

# Seconds that one attack may take, and that a runtime may take to start.
ATTACK_LIMIT = 6.0
START_LIMIT = 20.0
# Lines of the log that are kept of one attack.
LINE_LIMIT = 12000


class Log:
    """Standard error of the runtime. A thread keeps the pipe from filling; `take` reads what it has not."""

    def __init__(self, stream: IO[bytes]) -> None:
        # Kept, so that the number of the descriptor is not given to something else.
        self.stream = stream
        self.descriptor = stream.fileno()
        self.text = bytearray()
        self.lock = threading.Lock()
        os.set_blocking(self.descriptor, False)
        threading.Thread(target=self.keep_reading, daemon=True).start()

    def read(self) -> bool:
        """Reads all that is there; false at the end."""
        with self.lock:
            try:
                while part := os.read(self.descriptor, 65536):
                    self.text += part
            except BlockingIOError:
                return True
        return False

    def keep_reading(self) -> None:
        more = True
        while more:
            select.select([self.descriptor], [], [])
            more = self.read()

    def take(self) -> list[str]:
        """The lines since the last time; what was written before an answer is in the pipe by then."""
        self.read()
        with self.lock:
            lines = self.text.decode(errors="replace").splitlines()
            self.text.clear()
        return lines[:LINE_LIMIT]


class Runtime:
    """The process under attack, started again whenever an attack ends it."""

    def __init__(self, job: dict, api: RuntimeAPI) -> None:
        self.job = job
        self.api = api
        self.process: subprocess.Popen | None = None
        self.log: Log | None = None

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def start(self) -> list[str]:
        """Starts it and waits until it asks for work; returns what it logged until then."""
        kill_everything_else()
        self.api.asked.clear()
        self.process = subprocess.Popen(
            self.job["command"],
            env=self.job["environment"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self.log = Log(self.process.stderr)
        deadline = time.monotonic() + START_LIMIT
        while not self.api.asked.wait(0.05):
            if not self.is_running() or time.monotonic() > deadline:
                time.sleep(0.1)
                raise RuntimeError(f"the runtime does not start: {self.log.take()}")
        return self.log.take()

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        kill_everything_else()


def kill_everything_else() -> None:
    """Ends whatever an attack left behind: as process 1 of its namespace, this one is not meant."""
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        return
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                break
        except ChildProcessError:
            break


def clean(root: Path) -> None:
    """Empties what functions may write to."""
    for folder in WRITABLE:
        for entry in os.scandir(root / folder):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                os.unlink(entry.path)


def text_of(path: Path) -> str | None:
    try:
        return path.read_text(errors="replace")[:2000]
    except OSError:
        return None


def wait_for_answer(runtime: Runtime) -> tuple[str, str]:
    """How the attack ended, and the answer."""
    deadline = time.monotonic() + ATTACK_LIMIT
    while time.monotonic() < deadline:
        try:
            return "ok", runtime.api.answers.get(timeout=0.05)
        except queue.Empty:
            if not runtime.is_running():
                return f"ended {runtime.process.returncode}", ""
    runtime.stop()
    return "timeout", ""


def attempt(attack: dict, root: Path, runtime: Runtime, listeners: Listeners) -> dict:
    started: list[str] = []
    clean(root)
    if not runtime.is_running():
        started = runtime.start()
    listeners.take()
    runtime.log.take()
    before = time.monotonic()
    runtime.api.waiting.put(attack)
    status, answer = wait_for_answer(runtime)
    duration = time.monotonic() - before
    # What was written before the answer is in the pipe, but perhaps not yet read.
    time.sleep(0.06 if attack["patient"] else 0.004)
    listeners.settle(0.5)
    return {
        "id": attack["id"],
        "status": status,
        "answer": answer[-60000:],
        "proof": text_of(root / "tmp/proof"),
        "written": os.path.lexists(root / "tmp/written"),
        "received": listeners.take(),
        "log": runtime.log.take(),
        "started": started,
        "seconds": round(duration, 4),
    }


def run_all(job: dict, root: Path) -> list[dict]:
    api = RuntimeAPI()
    listeners = start_listeners()
    runtime = Runtime(job, api)
    results = []
    for number, attack in enumerate(job["attacks"]):
        if job["attacks_per_start"] and number % job["attacks_per_start"] == 0:
            runtime.stop()
        try:
            results.append(attempt(attack, root, runtime, listeners))
        except RuntimeError as error:
            results.append({"id": attack["id"], "status": "unstarted", "answer": str(error), "log": []})
        if attack["exhausting"]:
            runtime.stop()
    runtime.stop()
    return results


def main() -> None:
    job = json.load(sys.stdin)
    root = Path(sys.argv[1])
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for address in ADDRESSES.values():
        subprocess.run(["ip", "address", "add", f"{address}/32", "dev", "lo"], check=True)
    make_root(
        root, job["folders"], {"allowed.example": ADDRESSES["allowed.example"]}, ADDRESSES["resolver.example"]
    )
    # The folder of the helper that changes the root is outside of it.
    job["command"] = [job["confine"], str(root), *job["command"]]
    job["environment"]["AWS_LAMBDA_RUNTIME_API"] = f"127.0.0.1:{PORT}"
    json.dump(run_all(job, root), sys.stdout)


if __name__ == "__main__":
    main()
