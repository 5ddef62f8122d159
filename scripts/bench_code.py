"""What reading code costs: generated projects, the frontends beside their parser, the peers that read code."""

import json
import shutil
import subprocess
import sys

from bench_figures import ROOT, duration, median, verdict

PEERS = ROOT / ".deps/venv-bench-code/bin"
RULES = ROOT / "scripts/bench-rules.yaml"
SIZES = [10_000, 50_000, 100_000, 200_000]
FULL = 100_000
SUFFIXES = {".py", ".js"}


def prepare(work):
    """One project of each size, and the small one of known flaws."""
    script = ROOT / "scripts/generate-code-project.py"
    for size in SIZES:
        folder = work / f"code-{size}"
        subprocess.run([sys.executable, script, folder, "--lines", str(size)], check=True)
    subprocess.run([sys.executable, script, work / "code-small", "--small"], check=True)


def lines(folder):
    return sum(path.read_bytes().count(b"\n") for path in folder.rglob("*") if path.suffix in SUFFIXES)


def code_rows(parapet, work):
    scan = [parapet, "scan", "--format", "json"]
    small = median([*scan, str(work / "code-small")], runs=20, warmups=3)
    target = "under 100 ms"
    yield "two functions with known flaws, median of 20", target, duration(small.seconds), verdict(
        small.seconds < 0.100
    )
    cost = {}
    for size in SIZES:
        sample = median([*scan, str(work / f"code-{size}")], runs=3)
        written = lines(work / f"code-{size}")
        cost[size] = (written, sample.cpu / written)
        if size == FULL:
            what = f"{written:,} lines of code, all rules"
            yield f"{what}, wall", "under 3 s", duration(sample.seconds), verdict(sample.seconds < 3)
            memory = f"{sample.megabytes:.0f} MB"
            yield f"{what}, peak memory", "under 400 MB", memory, verdict(sample.megabytes < 400)
    for written, each in cost.values():
        # Half as much again is allowed for noise; a quadratic step would show as a factor of twenty.
        met = verdict(each <= 1.5 * min(each for _, each in cost.values()))
        yield f"CPU for a line of code, {written:,} lines", "flat", duration(each), met


def frontend_rows(bench, work):
    """How the frontends compare with the parser that they build on."""
    folder = work / f"code-{FULL}"
    run = subprocess.run([bench, "frontends", folder], capture_output=True, text=True, check=True)
    for language in json.loads(run.stdout):
        speed = {what: language["bytes"] / language[f"{what}Seconds"] / 1e6 for what in ("parse", "read")}
        share = speed["read"] / speed["parse"]
        name = {"python": "Python", "javascript": "JavaScript"}[language["language"]]
        measured = f"{share:.0%}: {speed['read']:.1f} of {speed['parse']:.1f} MB/s"
        yield f"parse and lower {name}, share of the parser's speed", "50 % or more", measured, verdict(
            share >= 0.5
        )


def peer_commands(folder):
    """Each peer as its users run it for the same question, offline."""
    return {
        # With rules of our own, because its usual ones come over the network.
        "semgrep": [
            PEERS / "semgrep",
            "scan",
            "--config",
            RULES,
            "--metrics",
            "off",
            "--disable-version-check",
            "--no-git-ignore",
            "--quiet",
            "--json",
            folder,
        ],
        # Of the Python part only: it reads no other language.
        "bandit": [PEERS / "bandit", "--quiet", "--recursive", "--format", "json", folder],
    }


def only(folder, suffix):
    """A copy of a project without the programs of other languages."""
    copy = folder.with_name(f"{folder.name}{suffix}")
    if not copy.exists():
        others = [f"*{other}" for other in SUFFIXES - {suffix}]
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(*others))
    return copy


def peer_rows(parapet, work):
    """Peers beside parapet on the same programs; ratios are of CPU time."""
    folders = [work / "code-small", work / "code-10000", work / f"code-{FULL}"]
    semgrep = ("parapet", "semgrep"), folders, "Python and JavaScript"
    bandit = ("parapet", "bandit"), [only(folder, ".py") for folder in folders], "Python only"
    for names, inputs, what in (semgrep, bandit):
        ours = None
        for name in names:
            samples = [sample(parapet, name, folder) for folder in inputs]
            ours = ours or samples
            cells = [f"{name}, {what}"]
            for mine, theirs in zip(ours, samples):
                cells += [duration(theirs.seconds), duration(theirs.cpu), f"{theirs.cpu / mine.cpu:.1f}"]
            yield (*cells, f"{samples[-1].megabytes:.0f} MB")


def sample(parapet, name, folder):
    if name == "parapet":
        # Where programs of one language were taken away, it misses handlers and ends with 2.
        return median([parapet, "scan", "--format", "json", str(folder)], runs=3, accepted=(0, 1, 2))
    return median(peer_commands(folder)[name], runs=1)
