"""What the enforcer costs: sizes, starts, invocations, memory, children; without and with it in turn."""

import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import compatibility_layer
from bench_figures import ROOT, table, verdict
from compatibility_programs import installed

SOURCES = ROOT / "Enforcer/Benchmarks"
PROGRAMS = ROOT / ".build/enforcer-benchmarks"
PYTHON = ROOT / ".deps/venv-lab/bin/python"
HEADER = ["what", "without", "with", "difference", "wanted", ""]
LIMIT = 128  # MB: the smallest function of the platform
WARM_UPS = 300
VARIABLES = {
    "AWS_ACCESS_KEY_ID": "ASIAREALREALREALREAL",
    "AWS_SECRET_ACCESS_KEY": "realrealrealrealrealrealrealrealrealreal",
    "AWS_SESSION_TOKEN": "realtokenrealtokenrealtoken",
    "AWS_REGION": "eu-central-1",
    "AWS_LAMBDA_FUNCTION_NAME": "bench",
    "LAMBDA_TASK_ROOT": str(SOURCES),
    "LANG": "C.UTF-8",
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "PYTHONDONTWRITEBYTECODE": "1",
}
RUNTIMES = {
    "Python with awslambdaric": [str(PYTHON), "-m", "awslambdaric", "handler.handler"],
    "Node.js": [installed("node"), str(SOURCES / "bootstrap.js")],
}


@dataclass(frozen=True)
class Effort:
    """How often things are measured."""

    starts: int = 60
    rounds: int = 4
    invocations: int = 5_000  # in each round
    executions: int = 300
    execution_rounds: int = 12


@dataclass(frozen=True)
class Run:
    """One line of the driver, in seconds and bytes."""

    cold: float
    cold_cpu: float
    minimum: float
    p50: float
    p99: float
    warm_cpu: float
    dirty: int
    proportional: int

    @staticmethod
    def of(line: str) -> "Run":
        numbers = [int(word) for word in line.split()]
        return Run(*(number / 1e9 for number in numbers[:6]), *numbers[6:])


Pair = tuple[Run, Run]


@dataclass(frozen=True)
class Bench:
    binaries: Path  # of the layer, for this machine
    archive: Path | None  # the layer as it is uploaded
    effort: Effort

    def wrapped(self, command: list[str]) -> list[str]:
        return ["PARAPET_POLICY=bench", str(self.binaries / "launch"), *command]

    def pairs(self, command: list[str], other: list[str], rounds: int, invocations: int) -> list[Pair]:
        """Each round starts both anew; who comes first changes, so that nobody always finds warm caches."""
        found = []
        for number in range(rounds):
            both = [command, other] if number % 2 == 0 else [other, command]
            arguments = [
                str(invocations),
                str(WARM_UPS if invocations else 3),
                "--",
                *both[0],
                "--",
                *both[1],
            ]
            lines = output([PROGRAMS / "runtime_driver", *arguments]).splitlines()
            first, second = (Run.of(line) for line in lines)
            found.append((first, second) if number % 2 == 0 else (second, first))
        return found


def output(command: list[str | Path], **more: str) -> str:
    run = subprocess.run(
        command, cwd=SOURCES, env=VARIABLES | more, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if run.returncode != 0:
        raise SystemExit(
            f"error: {' '.join(map(str, command))} ended with {run.returncode}\n{run.stderr[-2000:]}"
        )
    return run.stdout


def build() -> None:
    PROGRAMS.mkdir(parents=True, exist_ok=True)
    for source in SOURCES.glob("*.c"):
        subprocess.run(["gcc", "-O2", "-o", PROGRAMS / source.stem, source], check=True)
    nothing = ["gcc", "-O2", "-static", "-x", "c", "-o", PROGRAMS / "nothing", "-"]
    subprocess.run(nothing, input=b"int main(void) { return 0; }", check=True)


def policy() -> str:
    """What a small function has: everything blocked but a few programs."""
    python = PYTHON.resolve()
    allowed = [PROGRAMS / "nothing", PROGRAMS / "exec_driver", Path("/bin/true").resolve()]
    allowed += [Path(installed("node")).resolve(), python]
    inside = str(compatibility_layer.in_writable(PROGRAMS)).lower()
    folders = [*compatibility_layer.SYSTEM, PROGRAMS, python.parent.parent, PYTHON.parent.parent.resolve()]
    lines = ["version: 1", "function: bench", "mode: block"]
    lines += ["executable-directories:", *(f"  - {folder}" for folder in dict.fromkeys(folders))]
    lines += ["controls:", "  executables:", "    mode: block", "    allow:"]
    lines += [f"      - {{path: {path}, writable: {inside}}}" for path in allowed]
    lines += ["  credentials: block", "  egress: block", "  tmp-execution: block", "  honeypots: block"]
    return "\n".join(lines) + "\n"


def microseconds(seconds: float) -> str:
    return f"{seconds * 1e3:.1f} ms" if abs(seconds) >= 0.01 else f"{seconds * 1e6:,.0f} µs"


def signed(text: str) -> str:
    return text.replace("-", "−") if text.startswith("-") else f"+{text}"


def kilobytes(size: float) -> str:
    return f"{size / 1024:,.0f} kB"


def row(
    what: str, without: float, with_: float, limit: float | None, show: object, note: str = ""
) -> list[str]:
    difference = with_ - without
    wanted = f"at most {show(limit)}" if limit is not None else "reported"
    met = verdict(difference <= limit) if limit is not None else ""
    return [what, show(without), show(with_), signed(show(difference)) + note, wanted, met]


def least(values: list[float]) -> float:
    return min(values)


def sizes(bench: Bench) -> Iterator[list[str]]:
    for path, what, limit in (
        (bench.binaries / "libparapet.so", "library", 40_000),
        (bench.archive, "layer, as uploaded", 200_000),
    ):
        if path:
            size = path.stat().st_size
            text = f"{size / 1000:.1f} KB"
            yield [what, "–", text, text, f"at most {limit // 1000} KB", verdict(size <= limit)]


def cold_rows(name: str, pairs: list[Pair]) -> Iterator[list[str]]:
    def median_difference(field: str) -> float:
        return statistics.median(getattr(theirs, field) - getattr(ours, field) for ours, theirs in pairs)

    for field, what, limit in (("cold", "cold start", 0.001), ("cold_cpu", "CPU time of a cold start", None)):
        without, with_ = (least([getattr(pair[side], field) for pair in pairs]) for side in (0, 1))
        note = f" (median {signed(microseconds(median_difference(field)))})"
        yield row(f"{name}: {what}, minimum of {len(pairs)}", without, with_, limit, microseconds, note)
    for field, what, limit in (("dirty", "private dirty memory", None), ("proportional", "PSS", None)):
        without, with_ = (statistics.median(getattr(pair[side], field) for pair in pairs) for side in (0, 1))
        yield row(f"{name}: {what}, median", without, with_, limit, kilobytes)


def noise(same: list[Pair], field: str) -> float:
    """How far two runs without the enforcer lie apart: beside each other, and from one round to the next."""
    beside = [abs(getattr(left, field) - getattr(right, field)) for left, right in same]
    rounds = [getattr(run, field) for pair in same for run in pair]
    return max(*beside, statistics.median(rounds) - min(rounds))


def warm_rows(name: str, pairs: list[Pair], same: list[Pair], effort: Effort) -> Iterator[list[str]]:
    count = f"{effort.rounds * effort.invocations:,} invocations"
    for field, what, limit in (
        ("p50", f"{name}: warm, p50 of {count}", 5e-6),
        ("p99", f"{name}: warm, p99", None),
    ):
        without, with_ = (statistics.median(getattr(pair[side], field) for pair in pairs) for side in (0, 1))
        cells = row(what, without, with_, limit, microseconds)
        if field == "p99":
            allowed = noise(same, field)
            cells[4:] = [f"within noise ({microseconds(allowed)})", verdict(with_ - without <= allowed)]
        yield cells
    without, with_ = (statistics.median(pair[side].warm_cpu for pair in pairs) for side in (0, 1))
    yield row(f"{name}: CPU time of an invocation", without, with_, None, microseconds)


def runtime_rows(bench: Bench, prefix: list[str], label: str) -> Iterator[list[str]]:
    effort = bench.effort
    for name, command in RUNTIMES.items():
        plain, protected = prefix + command, prefix + bench.wrapped(command)
        yield from cold_rows(name + label, bench.pairs(plain, protected, effort.starts, 0))
        pairs = bench.pairs(plain, protected, effort.rounds, effort.invocations)
        same = bench.pairs(plain, plain, effort.rounds, effort.invocations)
        yield from warm_rows(name + label, pairs, same, effort)


def process_rows(bench: Bench) -> Iterator[list[str]]:
    """In a process of C at fixed addresses, where the same is measured every time."""
    command = ["setarch", "-R", PROGRAMS / "exec_driver", "memory", "/bin/true"]
    enforcer = {"LD_PRELOAD": str(bench.binaries / "libparapet.so"), "PARAPET_POLICY": "bench"}
    # Only in the process itself: `setarch` would become one more that is measured.
    inside = ["setarch", "-R", "env", *(f"{name}={value}" for name, value in enforcer.items()), *command[2:]]
    without, with_ = (
        [[int(word) for word in output(c).split()] for _ in range(9)] for c in (command, inside)
    )
    for index, (what, limit) in enumerate((("private dirty memory", 64 << 10), ("PSS", 128 << 10))):
        values = [statistics.median(run[index] for run in runs) for runs in (without, with_)]
        yield row(f"one process: {what}", *values, limit, kilobytes)


def execution_rows(bench: Bench) -> Iterator[list[str]]:
    effort = bench.effort
    enforcer = {"LD_PRELOAD": str(bench.binaries / "libparapet.so"), "PARAPET_POLICY": "bench"}
    for program, what, limit in (
        (PROGRAMS / "nothing", "one allowed program without a dynamic linker: the hook alone", 15e-6),
        (Path("/bin/true"), "one allowed `/bin/true`, with the enforcer's start in it", None),
    ):
        command = [PROGRAMS / "exec_driver", "time", str(effort.executions), program]
        runs: tuple[list[list[int]], list[list[int]]] = ([], [])
        for _ in range(effort.execution_rounds):
            runs[0].append([int(word) for word in output(command).split()])
            runs[1].append([int(word) for word in output(command, **enforcer).split()])
        for column, kind in ((0, "minimum"), (2, "p50")):
            values = [statistics.median(run[column] for run in side) / 1e9 for side in runs]
            yield row(f"{what}, {kind}", *values, limit, microseconds)


@contextmanager
def memory_group() -> Iterator[Path | None]:
    """A control group of 128 MB, in either version of the interface; `None` where none can be made."""
    root = Path("/sys/fs/cgroup")
    old = root / "memory"
    parent, limit = (old, "memory.limit_in_bytes") if old.is_dir() else (root, "memory.max")
    group = parent / f"parapet-bench-{os.getpid()}"
    try:
        group.mkdir()
        (group / limit).write_text(str(LIMIT << 20))
    except OSError:
        if group.is_dir():
            group.rmdir()
        yield None
        return
    try:
        yield group
    finally:
        group.rmdir()


def limited_rows(bench: Bench) -> Iterator[list[str]]:
    with memory_group() as group:
        if group is None:
            yield [
                f"all of it at {LIMIT} MB",
                "",
                "",
                "",
                "",
                "unmeasured: no control group can be made here",
            ]
            return
        yield from runtime_rows(bench, [f"CGROUP={group}/cgroup.procs"], f" at {LIMIT} MB")


def report(parapet: str, layer: Path | None, effort: Effort = Effort()) -> str:
    """The table of docs/performance.md; a layer that is given has to have a policy named bench."""
    build()
    with tempfile.TemporaryDirectory(prefix="parapet-enforcer-") as work:
        folder = layer or compatibility_layer.build_layer(parapet, Path(work), [policy()])
        # Pages that are not on the disk yet would count as private and dirty.
        os.sync()
        archive = None if layer else Path(work) / "layer.zip"
        bench = Bench(folder / "parapet" / os.uname().machine, archive, effort)
        rows = [*sizes(bench), *process_rows(bench), *execution_rows(bench), *runtime_rows(bench, [], "")]
        return table(HEADER, [*rows, *limited_rows(bench)])
