"""The suite of attacks: its list is sound, its judgement can fail, and its page says what the list says."""

import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from bypass_suite import judge, manifest, table, verdicts  # noqa: E402
from bypass_suite.runner import Configuration, new_secrets  # noqa: E402

PAGE = ROOT / "docs/bypass-results.md"
GROUPS = manifest.read_groups()
TECHNIQUES = table.techniques_of(GROUPS)
BLOCK = Configuration("block", True)
OFF = Configuration("off", True)
ALERT = Configuration("alert", True)
EVENT = (
    '{"class_uid":2004,"unmapped":{"parapet":{"control":"executables","decision":"blocked","level":"hooks"}}}'
)


def technique(**changes):
    values = {
        "id": "sample",
        "title": "a sample",
        "group": "Samples",
        "policy": "closed",
        "proof": "ran",
        "codes": {"python": manifest.Code("shell", "true")},
    }
    return manifest.Technique(**{**values, **changes})


def result(**changes):
    return {
        "id": "sample",
        "status": "ok",
        "answer": "",
        "proof": None,
        "written": False,
        "received": 0,
        "log": [],
        "started": [],
        **changes,
    }


def outcome(succeeded, *controls):
    return judge.Outcome(ran=True, succeeded=succeeded, controls=controls)


class ListOfTechniques(unittest.TestCase):
    def test_there_are_at_least_sixty(self):
        self.assertGreaterEqual(len(TECHNIQUES), 60)

    def test_every_native_attack_of_the_list_is_in_the_sources(self):
        sources = "".join(path.read_text() for path in (manifest.ATTACKS / "native").glob("*.c"))
        for each in TECHNIQUES:
            for code in each.codes.values():
                if code.kind == "native":
                    name = code.text
                    ways = [
                        f"ATTACK({name})",
                        f"EXEC_ATTACK({name},",
                        f"FILE_ATTACK({name.split('_', 1)[-1]})",
                    ]
                    self.assertTrue(any(way in sources for way in ways), name)

    def test_an_unknown_member_is_refused(self):
        with self.assertRaises(manifest.ManifestError):
            manifest.technique_of(
                {"id": "x", "title": "x", "native": "x", "proove": "ran"},
                {"class": "x", "policy": "closed", "proof": "ran"},
                "x",
                {},
            )

    def test_a_technique_without_code_is_refused(self):
        with self.assertRaises(manifest.ManifestError):
            manifest.technique_of(
                {"id": "x", "title": "x"}, {"class": "x", "policy": "closed", "proof": "ran"}, "x", {}
            )


class Judgement(unittest.TestCase):
    """Only effects count: each proof has to be told from an error message that sounds like success."""

    def judged(self, effect, **changes):
        return judge.judge(technique(proof=effect), result(**changes), self.known).succeeded

    def setUp(self):
        self.known = new_secrets()

    def test_a_program_ran_when_its_mark_is_there(self):
        self.assertTrue(self.judged("ran", proof="ran"))
        self.assertFalse(self.judged("ran", answer="ran"))

    def test_a_credential_is_stolen_when_its_value_is_there(self):
        self.assertTrue(self.judged("credential", answer=f"AWS_SECRET_ACCESS_KEY={self.known.credential}"))
        self.assertFalse(self.judged("credential", answer="AWS_SECRET_ACCESS_KEY=decoy"))

    def test_a_listener_has_to_receive_something(self):
        self.assertTrue(self.judged("network", received=1))
        self.assertFalse(self.judged("network", answer="connected"))

    def test_a_flood_is_more_than_a_thousand_events(self):
        self.assertFalse(self.judged("flood", log=[EVENT] * judge.FLOOD))
        self.assertTrue(self.judged("flood", log=[EVENT] * (judge.FLOOD + 1)))

    def test_a_line_that_only_looks_like_an_event_is_none(self):
        self.assertEqual(judge.events_of(['{"class_uid":2004', "text " + EVENT, '{"class_uid":6003}']), [])
        self.assertEqual(len(judge.events_of([EVENT])), 1)


class Signs(unittest.TestCase):
    def sign(self, without, protected, **changes):
        return verdicts.sign(technique(**changes), "python", True, without, protected)

    def test_an_attack_that_fails_without_the_enforcer_proves_nothing(self):
        self.assertEqual(self.sign(outcome(False), outcome(False)), verdicts.IMPOSSIBLE)
        self.assertEqual(self.sign(outcome(True), outcome(False, "executables")), verdicts.STOPPED)

    def test_what_did_not_run_is_never_stopped(self):
        self.assertEqual(self.sign(outcome(True), None), verdicts.NOT_RUN)
        self.assertEqual(
            self.sign(outcome(True), judge.Outcome(ran=False, succeeded=False)), verdicts.NOT_RUN
        )

    def test_an_event_tells_but_does_not_stop(self):
        self.assertEqual(self.sign(outcome(True), outcome(True)), verdicts.OPEN)
        self.assertEqual(self.sign(outcome(True), outcome(True, "egress")), verdicts.TOLD)

    def test_a_silenced_event_is_seen(self):
        self.assertEqual(self.sign(outcome(True), outcome(False)), verdicts.SILENT)
        self.assertEqual(self.sign(outcome(True), outcome(False, "executables")), verdicts.STOPPED)
        self.assertEqual(self.sign(outcome(True), outcome(False), proof="credential"), verdicts.STOPPED)

    def test_the_kernel_may_stop_in_silence_unless_events_are_what_is_attacked(self):
        def kernel(**changes):
            return verdicts.sign(technique(**changes), "python", False, outcome(True), outcome(False))

        self.assertEqual(kernel(), verdicts.STOPPED)
        self.assertEqual(kernel(event=True), verdicts.SILENT)

    def test_a_technique_that_is_not_stopped_any_more_is_worse(self):
        row = [verdicts.STOPPED] * len(verdicts.columns())
        worse = [verdicts.OPEN, *row[1:]]
        found = verdicts.differences({"sample": row}, {"sample": worse}, set())
        self.assertEqual([difference.is_worse for difference in found], [True])
        self.assertEqual(
            [d.is_worse for d in verdicts.differences({"sample": worse}, {"sample": row}, set())], [False]
        )

    def test_a_quick_run_knows_from_the_page_what_is_impossible(self):
        row = [verdicts.SILENT] * len(verdicts.columns())
        written = [verdicts.IMPOSSIBLE, *row[1:]]
        self.assertEqual(
            verdicts.with_impossible_of({"sample": written}, {"sample": row}), {"sample": written}
        )
        self.assertEqual(verdicts.with_impossible_of({}, {"sample": row}), {"sample": row})

    def test_chance_may_only_be_better(self):
        row = [verdicts.STOPPED] * len(verdicts.columns())
        other = [verdicts.OPEN, *row[1:]]
        self.assertEqual(verdicts.differences({"sample": other}, {"sample": row}, {"sample"}), [])
        self.assertEqual(len(verdicts.differences({"sample": row}, {"sample": other}, {"sample"})), 1)

    def test_alert_may_neither_stop_nor_be_silent(self):
        groups = [manifest.Group("Samples", "", (technique(),))]

        def problems(alert):
            key = ("python", "sample")
            outcomes = {
                (key[0], OFF, key[1]): outcome(True),
                (key[0], BLOCK, key[1]): outcome(False, "executables"),
                (key[0], ALERT, key[1]): alert,
            }
            return len(verdicts.alert_problems(groups, outcomes))

        self.assertEqual(problems(outcome(True, "executables")), 0)
        self.assertEqual(problems(outcome(False, "executables")), 1)
        self.assertEqual(problems(outcome(True)), 1)

    def test_answers_are_compared_without_numbers_and_order(self):
        first, second = (judge.comparable_answer(text) for text in ("pid 7\nhome /tmp", "home /tmp\npid 31"))
        self.assertEqual(first, second)
        self.assertNotEqual(first, judge.comparable_answer("home /tmp"))


class Page(unittest.TestCase):
    def test_what_is_written_can_be_read_back(self):
        signs = {each.id: [verdicts.STOPPED, verdicts.OPEN] * len(manifest.RUNTIMES) for each in TECHNIQUES}
        self.assertEqual(table.parse(table.render(GROUPS, signs, {})), signs)

    def test_the_committed_page_has_every_technique_and_no_other(self):
        self.assertEqual(list(table.parse(PAGE.read_text())), [each.id for each in TECHNIQUES])

    def test_the_committed_page_is_what_would_be_written_of_its_signs(self):
        text = PAGE.read_text()
        rows = table.parse(text)
        self.assertEqual(table.render(GROUPS, rows, table.parse_levels(text)), text)

    def test_whatever_is_not_stopped_has_a_reason(self):
        rows = table.parse(PAGE.read_text())
        missing = [
            each.id
            for each in TECHNIQUES
            if not table.is_stopped_everywhere(rows[each.id]) and not each.reason
        ]
        self.assertEqual(missing, [])

    def test_no_reason_is_left_of_what_is_stopped_by_now(self):
        rows = table.parse(PAGE.read_text())
        stale = [each.id for each in TECHNIQUES if table.is_stopped_everywhere(rows[each.id]) and each.reason]
        self.assertEqual(stale, [])


if __name__ == "__main__":
    unittest.main()
