"""The policies under which attacks are tried, and the layers that carry them."""

import hashlib
import os
import shutil
import sys
from pathlib import Path

from .manifest import ROOT
from .runner import ARCHITECTURE, PLANTED, Secrets, planted_value

sys.path.insert(0, str(ROOT / "Enforcer/Tests/Behaviour"))
from policy_encoder import CONTROLS, Decoy, Executable, Policy, encode  # noqa: E402

# What the function of the generous policy needs: a shell, interpreters and usual tools, but not `sha256sum`.
TOOLS = (
    "sh bash cat base64 rev cp chmod ln mkdir xargs find awk perl timeout nice nohup setsid printenv ps tar "
    "grep tr id iconv true python3 node ruby java"
).split()
HELPERS = ("runner", "static-runner", "static-reader", "static-sender", "needs-library", "setuid")
DIRECTORIES = ["/usr", "/bin", "/lib", "/lib32", "/lib64", "/var/task", "/var/runtime", "/opt"]
SOURCES = ["/var/task/protected.txt", "/var/task/bootstrap.*"]
DECOY_FILE = "/opt/decoys/credentials"
# Off where a policy does not say otherwise: both would stop most attacks before they begin.
SEALING = ("tmp-writes", "child-processes")


def listed(path: Path, place: str) -> Executable:
    return Executable(place, hashlib.sha256(path.read_bytes()).digest())


def system_executables(names: list[str]) -> list[Executable]:
    """Programs of the machine by the path that is left when all links are followed."""
    paths = {
        Path(os.path.realpath(found)) for name in names if (found := shutil.which(name, path="/usr/bin:/bin"))
    }
    paths |= {Path(os.path.realpath(java)).parents[1] / "lib/jspawnhelper" for java in ["/usr/bin/java"]}
    return [listed(path, str(path)) for path in sorted(paths) if path.exists()]


def decoys(known: Secrets) -> list[Decoy]:
    return [
        Decoy("AWS_ACCESS_KEY_ID", "ASIADECOYDECOYDECOYD"),
        Decoy("AWS_SECRET_ACCESS_KEY", "decoy/" + known.decoy[:34]),
        Decoy("AWS_SESSION_TOKEN", "decoy-token"),
        Decoy(PLANTED, planted_value(known), replaces=False, planted=True),
    ]


def policy(name: str, mode: str, task: Path, known: Secrets) -> Policy:
    """One of the policies, with every control it uses in the same mode."""
    modes = {control: mode for control in CONTROLS if name == "sealed" or control not in SEALING}
    helpers = [listed(task / "bin" / helper, f"/var/task/bin/{helper}") for helper in HELPERS]
    tools = TOOLS + ["sha256sum"] * (name == "sealed")
    executables = [] if name == "closed" else system_executables(tools) + helpers
    return Policy(
        modes={} if name == "permissive" else modes,
        flags=("announce", "kernel"),
        function_name="attacked",
        executables=executables,
        hosts=[("allowed.example", 443)],
        source_files=SOURCES,
        decoys=decoys(known),
        decoy_files=[DECOY_FILE],
        executable_directories=DIRECTORIES,
    )


def write_layer(folder: Path, mode: str, enforcer: Path, task: Path, known: Secrets) -> Path:
    """The folder that appears at /opt: the whole layer, or with mode `off` only the decoy file."""
    (folder / "decoys").mkdir(parents=True)
    (folder / "decoys/credentials").write_text(f"[default]\naws_secret_access_key = {known.decoy}\n")
    if mode == "off":
        return folder
    place = folder / "parapet" / ARCHITECTURE
    place.mkdir(parents=True)
    for file in ("launch", "libparapet.so"):
        shutil.copy(enforcer / ARCHITECTURE / file, place)
    shutil.copy(place / "launch", folder / "bootstrap")
    policies = folder / "parapet/policies"
    policies.mkdir()
    for name in ("closed", "generous", "sealed", "permissive"):
        data = encode(policy(name, mode, task, known))
        (policies / name).write_bytes(data)
    shutil.copy(policies / "closed", policies / "default")
    return folder
