"""What the expander under test makes of the templates."""

import json
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# A crash costs the rest of the batch; the run goes on after the template that caused it, this often.
RESTARTS = 50
SECONDS_AT_LEAST = 60.0
SECONDS_PER_TEMPLATE = 1.0


@dataclass(frozen=True)
class Answer:
    """One expansion: a template, or the reason there is none."""

    template: dict[str, Any] | None = None
    error: str | None = None
    # The process ended or hung on this template. Wrong even for a template SAM rejects.
    crashed: bool = False


def expand(command: str, paths: list[Path]) -> dict[Path, Answer]:
    """Runs `command --batch` once for all paths, and once more after each crash."""
    answers: dict[Path, Answer] = {}
    waiting = list(paths)
    for _ in range(RESTARTS):
        if not waiting:
            return answers
        reason = _run(command, waiting, answers)
        waiting = [path for path in waiting if path not in answers]
        if waiting:
            answers[waiting[0]] = Answer(error=reason, crashed=True)
            waiting = waiting[1:]
    for path in waiting:
        answers[path] = Answer(error=f"not tried: the expander ended {RESTARTS} times", crashed=True)
    return answers


def _run(command: str, paths: list[Path], answers: dict[Path, Answer]) -> str:
    """Collects answers; returns why the first path without one has none."""
    listing = "".join(f"{path}\n" for path in paths).encode()
    limit = SECONDS_AT_LEAST + SECONDS_PER_TEMPLATE * len(paths)
    try:
        finished = subprocess.run(
            [*shlex.split(command), "--batch"],
            input=listing, stdout=subprocess.PIPE, timeout=limit, check=False,
        )
    except subprocess.TimeoutExpired as expired:
        _collect(expired.stdout or b"", answers)
        return f"no answer within {limit:.0f} s"
    except OSError as error:
        print(f"sam-oracle: cannot run '{command}': {error}", file=sys.stderr)
        raise SystemExit(2) from error
    _collect(finished.stdout, answers)
    return f"no answer; the expander ended with status {finished.returncode}"


def _collect(output: bytes, answers: dict[Path, Answer]) -> None:
    for line in output.splitlines():
        try:
            record = json.loads(line)
            path = Path(record["path"]).absolute()
        except (ValueError, KeyError, TypeError):
            print(f"sam-oracle: the expander wrote {line[:120]!r}, not a record", file=sys.stderr)
            continue
        template = record.get("template")
        if isinstance(template, dict):
            answers[path] = Answer(template=template)
        else:
            answers[path] = Answer(error=str(record.get("error", "neither 'template' nor 'error'")))
