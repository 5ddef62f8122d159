"""What packages and secrets cost: advisories, functions with many packages, bills, a search of ordinary texts."""

import functools
import json
import shutil
import subprocess
import sys

from bench_figures import ROOT, duration, median, table, verdict

PEERS = ROOT / ".deps/venv-bench-packages/bin"
# Texts of many kinds that are there anyway: programs, JSON and documents of the packages that tests compare with.
TEXTS = ROOT / ".deps/venv/lib"
SUFFIXES = {".cfg", ".css", ".html", ".js", ".json", ".md", ".py", ".rst", ".toml", ".txt", ".yaml", ".yml"}
# One file in so many is what the slowest peer is given.
SAMPLE = 12
SEARCHERS = {"betterleaks": "texts", "kingfisher": "texts", "detect-secrets": "texts-sample"}
BILLS = "cyclonedx-py"
PACKAGES = [1_500, 10_000]
LIMITS = [0.3, 1]
ADVISORIES = 20_000


def prepare(work):
    script = ROOT / "scripts/generate-package-project.py"
    for count in PACKAGES:
        folder = work / f"packages-{count}"
        subprocess.run([sys.executable, script, folder, "--packages", str(count)], check=True)
    subprocess.run([sys.executable, script, work / "packages-python", "--python"], check=True)
    prepare_texts(work)


def prepare_texts(work):
    """One folder without the names that would have it taken for packages or tests of others, and a sample of it."""
    texts = sorted(path for path in TEXTS.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    for number, path in enumerate(texts):
        place = f"{number // 100}/{number}{path.suffix}"
        copy(path, work / "texts" / place)
        if number % SAMPLE == 0:
            copy(path, work / "texts-sample" / place)
    generated = work / "texts/generated"
    for count in PACKAGES:
        copy(work / f"packages-{count}/orders/package-lock.json", generated / f"{count}/package-lock.json")
    programs = sorted((work / "code-100000").rglob("*.js"))
    # Not a program that runs: what matters are lines of several megabytes.
    (generated / "bundle.min.js").write_text(";".join(" ".join(path.read_text().split()) for path in programs))


def copy(source, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def megabytes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def secret_rows(bench, work):
    run = subprocess.run([bench, "secrets", work / "texts"], capture_output=True, text=True, check=True)
    figures = json.loads(run.stdout)
    speed = figures["megabytesPerSecond"]
    what = f"search for secrets in {figures['bytes'] / 1e6:.0f} MB of {figures['files']:,} files, one core"
    yield what, "300 MB/s or more", f"{speed:.0f} MB/s", verdict(speed >= 300)


def package_rows(parapet, bench, work):
    """Matching alone, then whole processes, on made advisories that the program itself imports."""
    folder = work / "advisories"
    folder.mkdir()
    run = subprocess.run([bench, "advisories", str(ADVISORIES), folder], capture_output=True, text=True, check=True)
    for question, limit in zip(json.loads(run.stdout)["questions"], LIMITS, strict=True):
        what = f"{question['packages']:,} packages against {ADVISORIES:,} advisories ({question['matches']:,} matches)"
        yield within(limit, f"{what}, matching alone", question["seconds"])

    database = work / "advisories.sqlite"
    importing = [parapet, "advisories", "import", folder / "advisories.json", "--replace", "--quiet"]
    sample = median([*importing, "--database", database], runs=3, accepted=(0,))
    speed = f"{ADVISORIES / sample.seconds:,.0f} a second"
    yield within(20, f"`advisories import` of {ADVISORIES:,} records ({speed})", sample.seconds)

    options = ["--advisories", database]
    for count, limit in zip(PACKAGES, LIMITS, strict=True):
        sample = median([parapet, "scan", "--format", "json", *options, work / f"packages-{count}"], runs=5)
        yield within(limit, f"`scan` of a function with {count:,} packages", sample.seconds)
    for form, name in (("cyclonedx", "CycloneDX"), ("spdx", "SPDX")):
        project = work / f"packages-{PACKAGES[0]}"
        sample = median([parapet, "sbom", "--format", form, *options, project], runs=5, accepted=(0,))
        yield within(LIMITS[0], f"`sbom` of a function with {PACKAGES[0]:,} packages, {name}", sample.seconds)


def within(limit, what, seconds):
    wanted = f"under {limit} s" if limit >= 1 else f"under {limit * 1000:.0f} ms"
    return what, wanted, duration(seconds), verdict(seconds < limit)


def peer_tables(parapet, bench, work):
    """A table for the search and one for bills; of a peer that cannot run here, a sentence instead of its row."""
    header = ["", "input", "wall", "CPU", "speed", "ratio", "peak memory"]
    names = [name for name in SEARCHERS if version(name)]
    if bench.exists() and names:
        yield f"Search for secrets beside {', '.join(map(version, names))}:"
        yield table(header, search_rows(bench, work, names))
    if version(BILLS):
        yield f"Bill of {PACKAGES[0]:,} pinned requirements beside {version(BILLS)}:"
        yield table(["", "wall", "CPU", "ratio", "peak memory"], bill_rows(parapet, work))
    if missing := [name for name in (*SEARCHERS, BILLS) if not version(name)]:
        yield f"Not measured, because it does not start here: {', '.join(missing)}."


@functools.cache
def version(name):
    """A peer's name and version; `None` if it is not installed or does not start on this machine."""
    try:
        run = subprocess.run([PEERS / name, "--version"], capture_output=True, text=True)
    except OSError:
        return None
    return f"{name} {run.stdout.split()[-1]}" if run.returncode == 0 and run.stdout.split() else None


def command(name, work, folder):
    """A peer as its users run it, with all its usual rules, offline: nothing found is tried on a service."""
    kingfisher = ["--no-validate", "--no-update-check", "--no-ignore", "--redact", "--quiet", "--format", "json"]
    arguments = {
        "betterleaks": [folder, "--silent", "--redact"],
        "kingfisher": ["scan", *kingfisher, "--rule-cache-dir", work / "kingfisher", folder],
        # It searches nothing outside of the folder where it runs.
        "detect-secrets": ["-C", folder, "scan", "--all-files", "--no-verify", "."],
    }
    return [PEERS / name, *arguments[name]]


def search_rows(bench, work, names):
    """Whole processes that read and search the same folder; ratios are of CPU time."""
    measured = {}
    for name in names:
        folder = work / SEARCHERS[name]
        if folder not in measured:
            measured[folder] = median([bench, "secrets", "--once", folder], runs=3)
            yield cells("parapet", folder, measured[folder], measured[folder])
        # Kingfisher ends with 200 and more where it found something.
        theirs = median(command(name, work, folder), runs=1, accepted=(0, 1, *range(200, 206)))
        yield cells(name, folder, theirs, measured[folder])


def cells(name, folder, sample, ours):
    size = megabytes(folder)
    times = duration(sample.seconds), duration(sample.cpu), f"{size / sample.cpu:.1f} MB/s"
    return name, f"{size:.1f} MB", *times, f"{sample.cpu / ours.cpu:.1f}", f"{sample.megabytes:.0f} MB"


def bill_rows(parapet, work):
    project = work / "packages-python"
    ours = median([parapet, "sbom", project], runs=10, accepted=(0,))
    # Without its check of the result against the schema, which nobody else makes here.
    peer = [PEERS / BILLS, "requirements", "--no-validate", project / "orders/requirements.txt"]
    theirs = median(peer, runs=1, accepted=(0,))
    for name, sample in (("parapet", ours), (BILLS, theirs)):
        ratio = f"{sample.cpu / ours.cpu:.1f}"
        yield name, duration(sample.seconds), duration(sample.cpu), ratio, f"{sample.megabytes:.0f} MB"
