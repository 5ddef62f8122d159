#!/usr/bin/env python3
"""Compares Parapet's versions, requirements, scores and licences with the programs that define them.

    version-oracle.py PARAPET-ORACLE               compare; exit 1 if anything differs
    version-oracle.py --self-test PARAPET-ORACLE   change some of our answers; exit 1 if that is not noticed
    version-oracle.py --record                     write what npm's, Maven's and RubyGems' own programs answer

The questions are generated, the same ones each time. What is not on PyPI was asked once, and the answers are kept in
Tests/VersionOracle; where such a program is installed, it is asked again, with other questions.
"""

import random
import sys
from collections import Counter
from pathlib import Path

from version_oracle import references
from version_oracle.generate import Generator, all_vectors

RECORDED = Path(__file__).parent.parent / "Tests" / "VersionOracle"
# By ecosystem: what the program is called, and what finds it.
PROGRAMS = {
    "npm": ("node-semver", references.node_semver),
    "Maven": ("Maven's ComparableVersion and VersionRange", references.maven),
    "RubyGems": ("Gem::Version and Gem::Requirement", references.rubygems),
}
LICENCES = [
    "MIT", "apache-2.0", "BSD-3-Clause", "ISC", "gpl-2.0", "GPL-2.0+", "GPL-3.0-or-later", "LGPL-2.1-only", "MPL-2.0",
    "0bsd", "AGPL-3.0", "CC0-1.0", "EPL-2.0", "Unlicense", "no-licence",
]
RECORDED_COUNT = 800
COUNT = 3000
SHOWN = 10


class Check:
    def __init__(self, name, lines, expected, read=str):
        self.name, self.lines, self.expected, self.read = name, lines, expected, read


def questions(generator, ecosystem, count):
    return generator.orders(ecosystem, count) + generator.allowances(ecosystem, count)


def generated(name, lines, answer, read=str):
    return Check(name, lines, references.each(answer)(lines), read)


def recorded(ecosystem):
    text = (RECORDED / f"{ecosystem}.tsv").read_text()
    pairs = [line.rsplit("\t", 1) for line in text.splitlines()]
    lines, answers = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return Check(f"{ecosystem}, recorded answers of {PROGRAMS[ecosystem][0]}", lines, answers)


def installed(generator):
    for ecosystem, (name, find) in PROGRAMS.items():
        lines = questions(generator, ecosystem, COUNT)
        answers = find()
        if answers is None:
            print(f"{ecosystem}, {name}: not installed, only its recorded answers are compared")
        else:
            yield Check(f"{ecosystem}, {name}", lines, answers(lines))


def checks():
    generator = Generator(random.Random(4))
    lines = questions(generator, "PyPI", COUNT)
    yield generated("PyPI, packaging", lines, references.packaging_answer)
    for ecosystem in ("NuGet", "Go", "SwiftURL"):
        # univers reads numbers with leading zeros, which Go and Swift refuse, and refuses labels with them, which
        # NuGet has.
        lines = generator.orders(ecosystem, COUNT, leading_zeros=False)
        yield generated(f"order of {ecosystem}, univers", lines, references.univers_answer)
    for ecosystem in PROGRAMS:
        yield recorded(ecosystem)
    yield from installed(generator)
    lines = all_vectors() + generator.vectors(COUNT)
    yield generated("scores, cvss", lines, references.cvss_answer)
    lines = generator.licences(COUNT, LICENCES)
    yield generated("licences, license-expression", lines, references.licence_answer, references.licence_meaning)


def disturbed(answer):
    """The answer of a program that is wrong."""
    swapped = {"<": ">", ">": "=", "=": "<", "yes": "no", "no": "yes", "invalid": "0BSD"}
    if answer in swapped:
        return swapped[answer]
    words = answer.split(" ")
    if len(words) == 3 and words[1].replace(".", "").isdigit():
        return f"{words[0]} {float(words[1]) + 0.1:.1f} {words[2]}"
    return answer + " AND Zlib"


def compare(check, answers, shown):
    differences = [
        (line, answer, wanted)
        for line, answer, wanted in zip(check.lines, answers, check.expected)
        if check.read(answer) != wanted
    ]
    spread = Counter(answers)
    counts = ", ".join(f"{count} {answer}" for answer, count in spread.most_common(4))
    print(f"{check.name}: {len(answers)} compared, {len(differences)} differ ({counts})")
    for line, answer, wanted in differences[:shown]:
        print(f"  {line}\n    parapet  {answer}\n    expected {wanted}", file=sys.stderr)
    if len(answers) < 500 or spread.most_common(1)[0][1] > 0.95 * len(answers):
        sys.exit("error: the questions say too little: fewer than 500, or nearly all with one answer")
    return len(differences)


def main(program, is_self_test):
    everything = list(checks())
    answers = references.program([program], [line for check in everything for line in check.lines])
    changed = range(0, len(answers), 50) if is_self_test else range(0)
    for index in changed:
        answers[index] = disturbed(answers[index])
    differing = 0
    for check in everything:
        own, answers = answers[: len(check.lines)], answers[len(check.lines) :]
        differing += compare(check, own, 0 if is_self_test else SHOWN)
    if is_self_test:
        if differing != len(changed):
            sys.exit(f"error: {len(changed)} answers were changed and {differing} differences noticed")
        print(f"all {len(changed)} changed answers were noticed")
        return 0
    return 1 if differing else 0


def record():
    RECORDED.mkdir(exist_ok=True)
    generator = Generator(random.Random(1))
    for ecosystem, (name, find) in PROGRAMS.items():
        lines = questions(generator, ecosystem, RECORDED_COUNT)
        answers = find()
        if answers is None:
            sys.exit(f"error: {name} is not installed")
        pairs = zip(lines, answers(lines))
        (RECORDED / f"{ecosystem}.tsv").write_text("".join(f"{line}\t{answer}\n" for line, answer in pairs))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments == ["--record"]:
        record()
        sys.exit(0)
    self_test = arguments[:1] == ["--self-test"]
    if len(arguments) != 1 + self_test:
        sys.exit(__doc__)
    sys.exit(main(arguments[-1], self_test))
