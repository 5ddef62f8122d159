"""What other programs answer to the questions that Parapet's oracle answers.

A question is a line of fields, separated by tabs; see Sources/parapet-oracle. A reference answers a list of them.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import univers.versions
from cvss import CVSS2, CVSS3, CVSS4
from cvss.exceptions import CVSSError
from license_expression import ExpressionError, get_spdx_licensing
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

FOLDER = Path(__file__).parent


def ordered(left, right):
    return "<" if left < right else ">" if left > right else "="


def each(answer):
    return lambda lines: [answer(*line.split("\t")) for line in lines]


def packaging_answer(kind, _, first, second):
    try:
        if kind == "order":
            return ordered(Version(first), Version(second))
        wanted = SpecifierSet(first)
        # By PEP 440 prereleases are left out unless the specifiers name one; left to itself, packaging lets the
        # only candidate in.
        return "yes" if wanted.contains(second, prereleases=bool(wanted.prereleases)) else "no"
    except (InvalidVersion, InvalidSpecifier):
        return "invalid"


UNIVERS = {
    "NuGet": univers.versions.NugetVersion, "Go": univers.versions.GolangVersion,
    "SwiftURL": univers.versions.SemverVersion,
}


def univers_answer(_, ecosystem, first, second):
    version = UNIVERS[ecosystem]
    try:
        return ordered(version(first), version(second))
    except univers.versions.InvalidVersion:
        return "invalid"


def cvss_answer(_, vector):
    try:
        if vector.startswith("CVSS:4.0/"):
            score = CVSS4(vector)
            return f"4.0 {float(score.base_score)} {score.severity.lower()}"
        if vector.startswith("CVSS:3"):
            score = CVSS3(vector)
            return f"{vector[5:8]} {float(score.base_score)} {score.severities()[0].lower()}"
        score = CVSS2(vector)
        # The NVD calls a score of zero low; we say that there is nothing.
        severity = score.severities()[0].lower() if score.base_score else "none"
        return f"2.0 {float(score.base_score)} {severity}"
    except CVSSError:
        return "invalid"


LICENSING = get_spdx_licensing()


def flat(node):
    """An expression as nested tuples, in which no list holds one of its own kind."""
    operands = getattr(node, "args", ())
    if not operands or type(node).__name__ not in ("AND", "OR"):
        return node.render()
    parts = [flat(operand) for operand in operands]
    kind = type(node).__name__
    merged = [inner for part in parts for inner in (part[1:] if part[0] == kind else [part])]
    return (kind, *merged)


def licence_meaning(text):
    """The expression that a text says, whatever its parentheses and old names; `invalid` if it says none."""
    try:
        node = LICENSING.parse(text)
    except ExpressionError:
        return "invalid"
    # Boolean algebra's own parser has errors besides those of the library.
    except Exception as error:
        if type(error).__name__ != "ParseError":
            raise
        return "invalid"
    if node is None or LICENSING.unknown_license_keys(node):
        return "invalid"
    return flat(node)


def licence_answer(_, text):
    return licence_meaning(text)


def program(command, lines):
    text = "".join(f"{line}\n" for line in lines)
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    answers = done.stdout.splitlines()
    if len(answers) != len(lines):
        raise SystemExit(f"error: {command[0]}: {len(answers)} answers to {len(lines)} questions")
    return answers


def node_semver():
    """npm's own semver, wherever it lies; None without Node.js."""
    places = ["/usr/lib/node_modules/npm/node_modules/semver", "/usr/share/nodejs/semver"]
    found = next((place for place in places if os.path.isdir(place)), None)
    if not shutil.which("node") or not found:
        return None
    return lambda lines: program(["node", str(FOLDER / "answers.js"), found], lines)


def rubygems():
    if not shutil.which("ruby"):
        return None
    return lambda lines: program(["ruby", str(FOLDER / "answers.rb")], lines)


def maven():
    """Maven's ComparableVersion from Debian's packages; None without them and a Java compiler."""
    jars = ["/usr/share/maven/lib/maven-artifact-3.x.jar", "/usr/share/maven/lib/commons-lang3.jar"]
    if not shutil.which("javac") or not all(os.path.exists(jar) for jar in jars):
        return None

    def answers(lines):
        with tempfile.TemporaryDirectory() as classes:
            path = ":".join([classes, *jars])
            subprocess.run(["javac", "-d", classes, "-cp", path, str(FOLDER / "Answers.java")], check=True)
            return program(["java", "-cp", path, "Answers"], lines)

    return answers
