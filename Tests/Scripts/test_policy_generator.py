"""The questions that policy decisions are compared by: the same each time, and sorted by what moto understands."""

import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import policy_generator  # noqa: E402


def statement(**changes):
    return {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::uploads/*"} | changes


class Questions(unittest.TestCase):
    def test_are_the_same_each_time(self):
        first, second = (policy_generator.decisions(50) for _ in range(2))
        self.assertEqual([one.line for one in first], [one.line for one in second])

    def test_are_one_line_of_tabs_and_json(self):
        for question in policy_generator.decisions(50) + policy_generator.trusts(50):
            fields = question.line.split("\t")
            self.assertNotIn("\n", question.line)
            self.assertIn("Statement", json.loads(fields[-1]))

    def test_most_are_understood_by_moto(self):
        questions = policy_generator.decisions(200)
        understood = [one for one in questions if one.deviation is None]
        self.assertGreater(len(understood), 100)
        self.assertLess(len(understood), 200)


class Deviations(unittest.TestCase):
    def test_nothing_odd_is_compared(self):
        self.assertIsNone(policy_generator.deviation([statement(), statement(Action=["s3:*", "*"], Resource="*")]))

    def test_each_odd_form_has_its_reason(self):
        forms = [
            (statement(Resource="arn:aws:s3:::uploads/?"), policy_generator.QUESTION_MARK),
            (statement(Action=["s3:PutObject", "s3:getobject"]), policy_generator.CASE),
            (statement(Condition={"Bool": {"aws:SecureTransport": "true"}}), policy_generator.CONDITION),
            (statement(Resource="arn:aws:sqs:eu-*-1:1:jobs"), policy_generator.SEGMENT),
            (statement(Resource="arn:aws:s3:::my.bucket"), policy_generator.CHARACTER),
            (statement(Resource="arn:aws:s3:::uploads/${aws:username}"), policy_generator.VARIABLE),
            ({"Effect": "Allow", "Action": "*", "NotResource": "*"}, policy_generator.NOT_RESOURCE),
        ]
        for form, reason in forms:
            with self.subTest(reason):
                self.assertEqual(policy_generator.deviation([statement(), form]), reason)

    def test_a_star_at_the_end_of_a_segment_or_in_the_last_is_not_odd(self):
        for resource in ("arn:aws:sqs:eu-*:*:jobs", "arn:aws:s3:::uploads/*/a", "arn:aws:dynamodb:*"):
            self.assertIsNone(policy_generator.deviation([statement(Resource=resource)]), resource)


if __name__ == "__main__":
    unittest.main()
