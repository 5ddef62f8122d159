"""The arithmetic behind the enforcer's figures."""

import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import bench_enforcer as bench  # noqa: E402

LINE = "1000000 2000000 3000 4000 5000 6000 7168 8192"


def run(**changes: float) -> bench.Run:
    values = dict(
        cold=0.1,
        cold_cpu=0.05,
        minimum=1e-4,
        p50=2e-4,
        p99=4e-4,
        warm_cpu=1e-4,
        dirty=1024,
        proportional=2048,
    )
    return bench.Run(**(values | changes))


class Figures(unittest.TestCase):
    def test_a_line_of_the_driver_is_read_in_seconds_and_bytes(self) -> None:
        found = bench.Run.of(LINE)
        self.assertEqual((0.001, 0.002, 3e-06), (found.cold, found.cold_cpu, found.minimum))
        self.assertEqual((7168, 8192), (found.dirty, found.proportional))

    def test_a_difference_is_shown_with_its_sign(self) -> None:
        self.assertEqual("+5 µs", bench.signed(bench.microseconds(5e-6)))
        self.assertEqual("−5 µs", bench.signed(bench.microseconds(-5e-6)))
        self.assertEqual("+10.0 ms", bench.signed(bench.microseconds(0.01)))

    def test_a_limit_is_met_or_missed_and_no_limit_is_reported(self) -> None:
        self.assertEqual(["at most 5 µs", "met"], bench.row("", 1e-4, 1.04e-4, 5e-6, bench.microseconds)[4:])
        self.assertEqual(
            ["at most 5 µs", "**missed**"], bench.row("x", 1e-4, 1.06e-4, 5e-6, bench.microseconds)[4:]
        )
        self.assertEqual(["reported", ""], bench.row("x", 1e-4, 2e-4, None, bench.microseconds)[4:])

    def test_cold_starts_are_compared_by_their_minima(self) -> None:
        pairs = [(run(cold=0.2), run(cold=0.1005)), (run(cold=0.1), run(cold=0.3))]
        first = next(iter(bench.cold_rows("Python", pairs)))
        self.assertIn("minimum of 2", first[0])
        self.assertIn("+500 µs", first[3])
        self.assertEqual("met", first[5])

    def test_the_tail_is_compared_with_what_two_equal_runs_differ_by(self) -> None:
        effort = bench.Effort(rounds=2, invocations=10)
        same = [(run(p99=4e-4), run(p99=4.2e-4)), (run(p99=4e-4), run(p99=4e-4))]
        self.assertAlmostEqual(2e-5, bench.noise(same, "p99"))
        quiet = list(bench.warm_rows("Python", [(run(), run(p99=4.1e-4))] * 2, same, effort))
        self.assertEqual("met", quiet[1][5])
        slow = list(bench.warm_rows("Python", [(run(), run(p99=5e-4))] * 2, same, effort))
        self.assertEqual("**missed**", slow[1][5])


if __name__ == "__main__":
    unittest.main()
