"""docs/compatibility.md: the programs and what became of each, as a table that a run fills."""

from datetime import date

from compatibility_programs import ROOT, RUNTIMES, Program, version
from compatibility_runs import PLACES, POLICIES

PAGE = ROOT / "docs/compatibility.md"
BEGIN, END = "<!-- compatibility:begin -->", "<!-- compatibility:end -->"
Verdicts = dict[tuple[str, str], str]


def table(results: list[tuple[Program, Verdicts]]) -> str:
    columns = [(place, policy) for place in PLACES for policy in POLICIES]
    header = ["program", "what it does", *(f"{policy}, {place}" for place, policy in columns)]
    lines = [header, ["---"] * len(header)]
    for program, verdicts in results:
        name = f"{program.runtime.folder}/{program.path.name}"
        link = f"[{name}](../Enforcer/Compatibility/{name})"
        lines.append([link, program.summary, *(verdicts.get(column, "–") for column in columns)])
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def report(results: list[tuple[Program, Verdicts]], user: int) -> str:
    versions = ", ".join(f"{runtime.name} {version(runtime)}" for runtime in RUNTIMES)
    who = "as the user nobody" if user else "with the user kept and all privileges given up"
    same = sum(set(verdicts.values()) == {"identical"} for _, verdicts in results)
    lines = [f"Run on {date.today()} with {versions.replace('C ', 'glibc ')}; the Lambda-like runs {who}."]
    lines += [f"{same} of {len(results)} programs behave identically everywhere."]
    return "\n\n".join([" ".join(lines), table(results)])


def parts(page: str) -> tuple[str, str, str]:
    before, begin, rest = page.partition(BEGIN)
    inside, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"error: {PAGE} lacks the markers {BEGIN} and {END}")
    return before, inside, after


def write(text: str) -> None:
    before, _, after = parts(PAGE.read_text())
    PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")


def stale(programs: list[Program]) -> list[str]:
    """Programs that the page lacks or describes otherwise; verdicts and versions are those of its own run."""
    _, inside, _ = parts(PAGE.read_text())
    return [
        f"{program.runtime.folder}/{program.path.name}"
        for program in programs
        if f"/{program.runtime.folder}/{program.path.name}) | {program.summary} |" not in inside
    ]
