"""Measuring commands, and figures as text; shared by what `make bench` measures."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Sample:
    seconds: float
    cpu: float  # seconds in user and system mode, of the process and of those it waited for
    megabytes: float  # peak resident set, of the process or the largest of those it waited for


def measure(command, accepted=(0, 1), output=subprocess.DEVNULL):
    """One run of a command: wall time from before the fork to after the wait, as a user sees it."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accepted:
            errors.seek(0)
            text = errors.read().decode(errors="replace").strip()
            sys.exit(
                f"error: {' '.join(map(str, command[:6]))} … ended with {process.returncode}\n{text[-999:]}"
            )
    return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(command, runs, warmups=1, **options):
    for _ in range(warmups):
        measure(command, **options)
    samples = [measure(command, **options) for _ in range(runs)]
    return Sample(
        statistics.median(sample.seconds for sample in samples),
        statistics.median(sample.cpu for sample in samples),
        max(sample.megabytes for sample in samples),
    )


def duration(seconds):
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.1f} ms" if seconds >= 0.001 else f"{seconds * 1e6:.0f} µs"


def verdict(met):
    return "met" if met else "**missed**"


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)
