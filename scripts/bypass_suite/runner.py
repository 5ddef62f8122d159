"""Runs the attacks of one runtime under one policy in one sandbox, and sandboxes beside each other."""

import concurrent.futures
import json
import os
import secrets
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .manifest import ROOT, Technique
from .toolchain import INTERPRETERS, Build

# Seconds after which a whole sandbox is given up.
SANDBOX_LIMIT = 600
# Attacks on one process before a fresh one takes its place, in sandboxes with the enforcer.
ATTACKS_PER_START = 24
ARCHITECTURE = "x86_64"
# Name of the decoy variable.
PLANTED = "DATABASE_PASSWORD"
NAMESPACES = ["unshare", "--mount", "--net", "--pid", "--ipc", "--uts", "--fork", "--kill-child"]
# Whoever is not root becomes it in a namespace of users.
USER_NAMESPACE = ["--user", "--map-root-user"]
BOOTSTRAPS = {
    "python": ["/usr/bin/python3", "/var/task/bootstrap.py"],
    "node": ["/usr/bin/node", "/var/task/bootstrap.js"],
    "java": [
        "/usr/bin/java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-cp",
        "/var/task",
        "Bootstrap",
    ],
    "ruby": ["/usr/bin/ruby", "/var/task/bootstrap.rb"],
    "custom": ["/var/task/bootstrap.sh"],
}


@dataclass(frozen=True)
class Secrets:
    """What an intruder would like to have; new for each run, so that nothing can be known before."""

    credential: str
    source: str
    decoy: str
    token: str


def new_secrets() -> Secrets:
    return Secrets(*(secrets.token_hex(20) for _ in range(4)))


def planted_value(known: Secrets) -> str:
    return "planted-" + known.decoy[:20]


@dataclass(frozen=True)
class Configuration:
    """One way to run all attacks: what the enforcer does, and what the kernel offers."""

    mode: str  # off, block or alert
    lambda_like: bool

    @property
    def name(self) -> str:
        return f"{self.mode}, {'Lambda-like' if self.lambda_like else 'plain'}"


@dataclass(frozen=True)
class Sandbox:
    runtime: str
    policy: str
    configuration: Configuration
    techniques: tuple[Technique, ...]


def environment_of(sandbox: Sandbox, known: Secrets) -> dict[str, str]:
    environment = {
        "PATH": "/usr/local/bin:/usr/bin:/bin:/opt/bin",
        "LANG": "C.UTF-8",
        "TZ": ":UTC",
        "LAMBDA_TASK_ROOT": "/var/task",
        "LAMBDA_RUNTIME_DIR": "/var/runtime",
        "LD_LIBRARY_PATH": "/var/task/lib:/opt/lib",
        "HOME": "/tmp",
        "AWS_REGION": "eu-central-1",
        "AWS_LAMBDA_FUNCTION_NAME": "attacked",
        "_HANDLER": "bootstrap.sh",
        # As the policies plant it, so that the function sees the same without the enforcer.
        PLANTED: planted_value(known),
        "AWS_ACCESS_KEY_ID": "ASIA" + known.credential[:16].upper(),
        "AWS_SECRET_ACCESS_KEY": known.credential,
        "AWS_SESSION_TOKEN": "session-" + known.credential,
    }
    if sandbox.configuration.mode != "off":
        environment["PARAPET_POLICY"] = sandbox.policy
    return environment


def command_of(sandbox: Sandbox) -> list[str]:
    confined = ["lambda-like" if sandbox.configuration.lambda_like else "plain"]
    if sandbox.configuration.mode == "off":
        return [*confined, *BOOTSTRAPS[sandbox.runtime]]
    if sandbox.runtime == "custom":
        return [*confined, "/opt/bootstrap"]
    return [*confined, f"/opt/parapet/{ARCHITECTURE}/launch", *BOOTSTRAPS[sandbox.runtime]]


def leaves_silence(technique: Technique, mode: str) -> bool:
    """Whether the process would say less of what follows: its events are used up, or the host was told."""
    return technique.proof == "flood" or technique.event or (technique.proof == "network" and mode == "alert")


def attack_of(technique: Technique, sandbox: Sandbox, number: int) -> dict:
    runtime = sandbox.runtime
    code = technique.codes[runtime]
    # Java's own code is compiled before; it is called by its name.
    text = technique.id if code.kind == "code" and runtime == "java" else code.text
    patient = technique.proof in ("network", "flood") or technique.event
    return {
        "id": technique.id,
        "exhausting": leaves_silence(technique, sandbox.configuration.mode),
        "kind": code.kind,
        "text": text,
        "request": f"request-{number}",
        "patient": patient,
    }


def job_of(sandbox: Sandbox, build: Build, layers: dict[str, Path], known: Secrets) -> dict:
    attacks = [attack_of(technique, sandbox, number) for number, technique in enumerate(sandbox.techniques)]
    layer = layers.get(sandbox.configuration.mode, layers["off"])
    folders = {"/var/task": build.task, "/srv/attacker": build.attacker, "/opt": layer}
    return {
        # Events are limited in number, so that a process that is attacked for long would fall silent.
        "attacks_per_start": 0 if sandbox.configuration.mode == "off" else ATTACKS_PER_START,
        "confine": str(build.confine),
        "command": command_of(sandbox),
        "environment": environment_of(sandbox, known),
        "attacks": attacks,
        "folders": {place: str(folder) for place, folder in folders.items()},
    }


def run_sandbox(sandbox: Sandbox, job: dict) -> list[dict]:
    """The results of one sandbox; a sandbox that does not even start says so for each of its attacks."""
    with tempfile.TemporaryDirectory(prefix="parapet-root-") as root:
        done = subprocess.run(
            [
                *NAMESPACES,
                *(USER_NAMESPACE if os.geteuid() else []),
                sys.executable,
                "-m",
                "bypass_suite.sandbox",
                root,
            ],
            input=json.dumps(job),
            text=True,
            capture_output=True,
            timeout=SANDBOX_LIMIT,
            check=False,
            cwd=ROOT / "scripts",
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
    if done.returncode != 0 or not done.stdout:
        problem = (done.stderr.strip().splitlines() or ["no output"])[-1]
        return [
            {"id": attack["id"], "status": "unstarted", "answer": problem, "log": []}
            for attack in job["attacks"]
        ]
    return json.loads(done.stdout)


def run_sandboxes(
    sandboxes: list[Sandbox], build: Build, layers: dict[str, Path], known: Secrets
) -> dict[tuple[str, Configuration, str], dict]:
    """Results by runtime, configuration and technique."""
    results = {}
    # Two at a time: more would only make the timing of races worse.
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        jobs = {
            pool.submit(run_sandbox, sandbox, job_of(sandbox, build, layers, known)): sandbox
            for sandbox in sandboxes
        }
        for future in concurrent.futures.as_completed(jobs):
            sandbox = jobs[future]
            for result in future.result():
                results[sandbox.runtime, sandbox.configuration, result["id"]] = result
    return results
