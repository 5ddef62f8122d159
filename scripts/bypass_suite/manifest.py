"""The list of techniques: what `Enforcer/Attacks/techniques` says, checked."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
ATTACKS = ROOT / "Enforcer" / "Attacks"
RUNTIMES = ("python", "node", "java", "ruby", "custom")
# What the language of a runtime is called in the list; a custom runtime is a bash script here.
LANGUAGES = {"python": "python", "node": "node", "java": "java", "ruby": "ruby", "bash": "custom"}
POLICIES = ("closed", "generous", "sealed")
PROOFS = ("ran", "tool", "credential", "source", "decoy", "decoy-used", "network", "written", "flood")
MEMBERS = {
    "id",
    "title",
    "policy",
    "proof",
    "native",
    "shell",
    "bash-shell",
    "shell-in",
    "runtimes",
    "needs",
    "reason",
    "open",
    "event",
    "unsteady",
    *LANGUAGES,
}


# What the shell of every attack knows: how to put a file of the intruder somewhere.
SHELL_PREAMBLE = 'drop() { cp "/srv/attacker/$1" "$2" && chmod 755 "$2"; }\n'


class ManifestError(Exception):
    """A technique that cannot be understood; the text names file and technique."""


@dataclass(frozen=True)
class Code:
    """What one runtime is asked to do: a native attack, a command for its shell, or code of its own."""

    kind: str
    text: str


@dataclass(frozen=True)
class Technique:
    """One attack, as it is tried under each of its runtimes."""

    id: str
    title: str
    group: str
    policy: str
    proof: str
    codes: dict[str, Code]
    needs: tuple[str, ...] = ()
    # Why it is not stopped, where it is not.
    reason: str = ""
    # Whether an event has to tell of it, even if something else stops it.
    event: bool = False
    # Whether chance decides: any success counts, and one run proves nothing about the next.
    unsteady: bool = False
    # Whether what it hands back may differ although nothing was changed.
    varying: bool = False


@dataclass(frozen=True)
class Group:
    """A class of techniques, which is a section of the table."""

    name: str
    about: str
    techniques: tuple[Technique, ...] = field(default_factory=tuple)


def codes_of(entry: dict) -> dict[str, Code]:
    """What each runtime is to do: what is common to all, replaced by what is said of one."""
    codes: dict[str, Code] = {}
    if "native" in entry:
        codes = {runtime: Code("native", entry["native"]) for runtime in RUNTIMES}
    shell = entry.get("shell")
    if "bash-shell" in entry:
        # Single quotes around the whole would end at the first one inside.
        shell = "exec bash <<'BASH-END'\n" + SHELL_PREAMBLE + entry["bash-shell"] + "\nBASH-END"
    if shell is not None:
        codes = {
            runtime: Code("shell", SHELL_PREAMBLE + shell) for runtime in entry.get("shell-in", RUNTIMES)
        }
    for language, runtime in LANGUAGES.items():
        if language in entry:
            codes[runtime] = Code("code", entry[language])
    wanted = entry.get("runtimes", RUNTIMES)
    return {runtime: codes[runtime] for runtime in RUNTIMES if runtime in codes and runtime in wanted}


def reason_of(entry: dict, reasons: dict[str, str]) -> str:
    """What the list of reasons says under this name, or the technique's own words."""
    reason = entry.get("reason", "")
    return " ".join(reasons.get(reason, reason).split())


def technique_of(entry: dict, group: dict, place: str, reasons: dict[str, str]) -> Technique:
    unknown = set(entry) - MEMBERS
    if unknown:
        raise ManifestError(f"{place}: unknown members {sorted(unknown)}")
    policy = entry.get("policy", group["policy"])
    proof = entry.get("proof", group["proof"])
    codes = codes_of(entry)
    if policy not in POLICIES or proof not in PROOFS or not codes:
        raise ManifestError(f"{place}: unknown policy or proof, or nothing to run")
    return Technique(
        id=entry["id"],
        title=entry["title"],
        group=group["class"],
        policy=policy,
        proof=proof,
        codes=codes,
        needs=tuple(entry.get("needs", ())),
        reason=reason_of(entry, reasons),
        event=entry.get("event", False),
        unsteady=entry.get("unsteady", False),
        varying=group.get("varying", False),
    )


def read_groups(folder: Path = ATTACKS / "techniques") -> list[Group]:
    """Every class of techniques in the order of the file names.

    Raises ManifestError for a member that nobody reads and for an id that is there twice.
    """
    groups, seen = [], set()
    reasons = yaml.safe_load((folder.parent / "reasons.yaml").read_text())
    for path in sorted(folder.glob("*.yaml")):
        document = yaml.safe_load(path.read_text())
        techniques = []
        for entry in document["techniques"]:
            place = f"{path.name}, {entry.get('id')}"
            if entry.get("id") in seen:
                raise ManifestError(f"{place}: this id is there twice")
            seen.add(entry["id"])
            techniques.append(technique_of(entry, document, place, reasons))
        groups.append(Group(document["class"], " ".join(document["about"].split()), tuple(techniques)))
    return groups
