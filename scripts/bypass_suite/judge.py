"""Decides from its effects whether an attack succeeded, and from the log whether it was noticed."""

import hashlib
import json
import re
from dataclasses import dataclass

from .manifest import Technique
from .runner import Secrets

# Class of OCSF to which events belong.
EVENT_CLASS = 2004
# Lines of events that ten thousand denied attempts may cost before they count as a flood.
FLOOD = 1000


@dataclass(frozen=True)
class Outcome:
    """What became of one attack in one sandbox."""

    ran: bool
    succeeded: bool
    controls: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    level: str = ""
    note: str = ""
    answer: str = ""

    @property
    def noticed(self) -> bool:
        return bool(self.controls)


def events_of(lines: list[str]) -> list[dict]:
    """The events among the lines of a log."""
    events = []
    for line in lines:
        if not line.startswith('{"class_uid"'):
            continue
        try:
            event = json.loads(line)
        except ValueError:
            continue  # Not whole: the tests of the events themselves look at that.
        if event.get("class_uid") == EVENT_CLASS:
            events.append(event)
    return events


def details(event: dict) -> dict:
    return event.get("unmapped", {}).get("parapet", {})


def is_proven(technique: Technique, result: dict, known: Secrets) -> bool:
    """Whether the forbidden thing happened, told by what it left behind and never by a message."""
    answer = result["answer"]
    match technique.proof:
        case "ran":
            return result["proof"] is not None
        case "tool":
            return hashlib.sha256(known.token.encode()).hexdigest() in answer
        case "credential":
            return known.credential in answer or known.credential in answer[::-1]
        case "source":
            return known.source in answer
        case "decoy":
            return known.decoy in answer
        case "decoy-used":
            return "decoy-used" in answer
        case "network":
            return result["received"] > 0
        case "written":
            return result["written"]
        case "flood":
            return len(events_of(result["log"])) > FLOOD
    raise ValueError(technique.proof)


def comparable_answer(answer: str) -> str:
    """An answer without what differs from run to run: numbers of processes and the order of lines."""
    return "\n".join(sorted(re.sub(r"\d+", "0", answer).splitlines()))


def judge(technique: Technique, result: dict | None, known: Secrets) -> Outcome:
    if result is None:
        return Outcome(ran=False, succeeded=False, note="not tried")
    if result["status"] == "unstarted":
        return Outcome(ran=False, succeeded=False, note=result["answer"])
    events = [details(event) for event in events_of(result["log"])]
    events = [event for event in events if event.get("reason") not in ("started", "policy-unusable")]
    started = [details(event) for event in events_of(result["started"])]
    levels = [event["level"] for event in started if "level" in event]
    return Outcome(
        ran=True,
        succeeded=is_proven(technique, result, known),
        controls=tuple(sorted({event.get("control", "?") for event in events})),
        decisions=tuple(sorted({event.get("decision", "?") for event in events})),
        level=levels[0] if levels else "",
        note=result["status"],
        answer=comparable_answer(result["answer"]),
    )
