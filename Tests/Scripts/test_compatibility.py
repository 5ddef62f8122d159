"""What the compatibility suite must notice, what it may overlook, and what its page must list."""

import sys
import unittest
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import compatibility_page  # noqa: E402
from compatibility_programs import RUNTIMES, Program, programs  # noqa: E402
from compatibility_runs import (
    ENDINGS,
    EVENT,
    PLACES,
    POLICIES,
    Outcome,
    difference,
    expected,
    unsound,
)  # noqa: E402

DECOYS = {"AWS_ACCESS_KEY_ID": "ASIADECOY"}


class Differences(unittest.TestCase):
    def test_the_same_is_no_difference(self) -> None:
        self.assertEqual([], difference(Outcome(3, b"a\n", b"e"), Outcome(3, b"a\n", b"e")))

    def test_everything_that_is_observed_counts(self) -> None:
        base = Outcome(0, b"a\nb\n", b"warning\n")
        for other, line in (
            (Outcome(1, b"a\nb\n", b"warning\n"), "exit code 0 without, 1 with the enforcer"),
            (Outcome(0, b"a\nc\n", b"warning\n"), "+c"),
            (Outcome(0, b"a\nb\n", b""), "-warning"),
            (Outcome(0, b"a\nb\n\0", b"warning\n"), "+\0"),
            (Outcome(0, b"a\nb", b"warning\n"), "(only ends of lines differ)"),
        ):
            self.assertIn(line, difference(base, other))

    def test_a_child_has_the_decoy_and_nobody_else(self) -> None:
        base = Outcome(
            0,
            b"own AWS_ACCESS_KEY_ID=real\nchild AWS_ACCESS_KEY_ID=real\nchild X=AWS_ACCESS_KEY_ID=real\n",
            b"",
        )
        wanted = (
            b"own AWS_ACCESS_KEY_ID=real\nchild AWS_ACCESS_KEY_ID=ASIADECOY\nchild X=AWS_ACCESS_KEY_ID=real\n"
        )
        self.assertEqual(wanted, expected(base, DECOYS).output)
        self.assertEqual(base, expected(base, {}))

    def test_a_child_without_the_variable_gets_none(self) -> None:
        base = Outcome(0, b"child HOME=/h\n", b"")
        self.assertEqual(base, expected(base, DECOYS))

    def test_events_are_taken_out_and_nothing_else(self) -> None:
        errors = b'start {"class_uid":2004,"x":1}\nwarning {"class_uid":1}\n{"class_uid":2004,"y":2}\nend'
        self.assertEqual(b'start warning {"class_uid":1}\nend', EVENT.sub(b"", errors))
        self.assertEqual(2, len(EVENT.findall(errors)))

    def test_a_program_that_fails_by_itself_is_told(self) -> None:
        program = programs(["signals"])[0]
        self.assertEqual([], unsound(program, Outcome(0, b"", b"")))
        self.assertIn("Traceback", unsound(program, Outcome(1, b"", b"Traceback"))[-1])
        ending = programs(["tracebacks"])[0]
        self.assertEqual([], unsound(ending, Outcome(ENDINGS["tracebacks"], b"", b"")))


class Programs(unittest.TestCase):
    def test_there_are_many_and_each_says_what_it_does(self) -> None:
        found = programs([])
        self.assertGreaterEqual(len(found), 40)
        self.assertEqual({runtime.name for runtime in RUNTIMES}, {program.runtime.name for program in found})
        for program in found:
            self.assertGreater(len(program.summary), 20, program.path)
            self.assertNotIn("|", program.summary, "it becomes a cell of a table")

    def test_one_is_found_by_its_name_and_many_by_their_folder(self) -> None:
        self.assertEqual(["signals"], [program.name for program in programs(["signals"])])
        self.assertEqual({"Java"}, {program.runtime.name for program in programs(["java"])})

    def test_the_table_has_a_row_for_each(self) -> None:
        program = Program(RUNTIMES[0], ROOT / "Enforcer/Compatibility/python/signals.py")
        verdicts = {(place, policy): "identical" for place in PLACES for policy in POLICIES}
        table = compatibility_page.table([(program, verdicts)])
        self.assertEqual(3, len(table.splitlines()))
        self.assertIn("[python/signals.py](../Enforcer/Compatibility/python/signals.py)", table)

    def test_a_page_without_a_program_is_stale(self) -> None:
        program = programs(["signals"])[0]
        verdicts = {(place, policy): "identical" for place in PLACES for policy in POLICIES}
        page = mock.Mock(read_text=lambda: f"<!-- compatibility:begin -->{text}<!-- compatibility:end -->")
        with mock.patch.object(compatibility_page, "PAGE", page):
            text = compatibility_page.table([(program, verdicts)])
            self.assertEqual([], compatibility_page.stale([program]))
            text = text.replace(program.summary, "something else")
            self.assertEqual(["python/signals.py"], compatibility_page.stale([program]))


if __name__ == "__main__":
    unittest.main()
