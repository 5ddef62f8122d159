"""When the demonstration may say that its claim holds."""

import contextlib
import importlib.machinery
import importlib.util
import io
import json
import sys
import unittest
from pathlib import Path
from types import ModuleType
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]


def load() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("demo_runtime", str(ROOT / "scripts/demo-runtime"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    # Its data classes look their own module up.
    sys.modules[loader.name] = module
    loader.exec_module(module)
    return module


demo = load()
REAL = demo.CREDENTIALS["AWS_SECRET_ACCESS_KEY"]


def event(control: str, decision: str) -> dict:
    part = {"control": control, "decision": decision, "level": "hooks"}
    return {"message": f"{decision} {control}", "metadata": {}, "unmapped": {"parapet": part}}


def answer(text: str = "", events: tuple = (), result: object = None, status: str = "ok") -> object:
    return demo.Answer(text, result, status, list(events))


def holds(show, *answers: object) -> list[str]:
    """What did not hold in a chapter whose invocations end with these answers."""
    function = demo.Function(ROOT, "Convert", "document", "letter.txt")
    parapet = mock.Mock(function=function, invoke=mock.Mock(side_effect=answers))
    story = demo.Story()
    arguments = () if show is demo.show_without else (Path("layer.zip"),)
    with contextlib.redirect_stdout(io.StringIO()):
        show(parapet, story, *arguments)
    return story.broken


class Claims(unittest.TestCase):
    def test_a_credential_is_seen_wherever_it_stands(self) -> None:
        self.assertEqual(0, answer("AWS_SECRET_ACCESS_KEY=decoy").real)
        self.assertEqual(1, answer(f'"{REAL}"').real)
        self.assertEqual(
            ["AWS_SECRET_ACCESS_KEY=a"],
            demo.leaks(answer("AWS_SECRET_ACCESS_KEY=a\\nAWS_SECRET_ACCESS_KEY=a")),
        )

    def test_the_attack_has_to_work_without_the_layer(self) -> None:
        self.assertEqual([], holds(demo.show_without, answer(REAL), answer(REAL)))
        self.assertEqual(1, len(holds(demo.show_without, answer(REAL), answer("nothing"))))

    def test_one_event_and_no_credential_with_the_layer(self) -> None:
        blocked, started = event("executables", "blocked"), event("enforcer", "observed")
        self.assertEqual([], holds(demo.show_with, answer("", (started, blocked)), answer("")))
        for first, second in (
            (answer(REAL, (blocked,)), answer("")),
            (answer("", (blocked,)), answer(REAL)),
            (answer("", (started,)), answer("")),
            (answer("", (blocked, blocked)), answer("")),
            (answer("", (event("executables", "alerted"),)), answer("")),
        ):
            self.assertEqual(1, len(holds(demo.show_with, first, second)))

    def test_the_work_has_to_go_on_unnoticed(self) -> None:
        good = {"statusCode": 200, "body": "17"}
        self.assertEqual([], holds(demo.show_legitimate, answer(result=good), answer(result=good)))
        for protected in (
            answer(result={"statusCode": 500}),
            answer(result=good, events=(event("executables", "blocked"),)),
            answer(result=good, status="error"),
        ):
            self.assertEqual(1, len(holds(demo.show_legitimate, answer(result=good), protected)))

    def test_a_new_identifier_is_the_same_answer(self) -> None:
        one, other = ({"Location": f"x/{digit * 8}-1111-2222-3333-444444444444"} for digit in "ab")
        self.assertEqual(demo.comparable(answer(result=one)), demo.comparable(answer(result=other)))

    def test_only_the_injection_is_quoted_of_a_scan(self) -> None:
        finding = {
            "rule": "sas1-os-command",
            "severity": "critical",
            "title": "T",
            "location": {"path": "a.js", "line": 8},
        }
        scan = json.dumps({"findings": [finding, {**finding, "rule": "sas8-no-throttle"}]})
        self.assertEqual(["critical  T  a.js:8"], demo.injections(scan))


if __name__ == "__main__":
    unittest.main()
