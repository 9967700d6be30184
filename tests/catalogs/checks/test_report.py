"""A report says what was checked, what is broken, and what to do."""

import json

import pytest

from vlcorpus.catalogs.checks.report import FIRST, Check, Report, Verdict


def check(n_broken: int = 0, **changes) -> Check:
    made = Check(
        **{"name": "licence", "promise": "every sample has one", "remedy": "name it", "checked": 9} | changes
    )
    for number in range(n_broken):
        made.blame(f"row {number}", "none")
    return made


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (check(), Verdict.PASS),
        (check(1), Verdict.FAIL),
        (check(1, warns=True), Verdict.WARN),
        (check(why="no row"), Verdict.SKIPPED),
        (check(1, why="no row"), Verdict.FAIL),
    ],
)
def test_the_verdict_of_a_check(made, verdict):
    assert made.verdict == verdict


def test_only_a_failure_breaks_the_report():
    assert Report([check(), check(1, warns=True), check(why="no row")]).ok
    assert not Report([check(), check(1)]).ok


def test_the_first_offenders_are_named_and_the_rest_counted():
    made = check(FIRST + 3)
    assert made.offenders == [f"row {number}: none" for number in range(FIRST)]
    lines = list(Report([made]).lines())
    assert lines[0] == "FAIL     licence  every sample has one (8 of 9 rows)"
    assert lines[1] == "         ✗ row 0: none"
    assert lines[-3:] == ["         … and 3 more", "         → name it", "BROKEN: 1 fail"]


def test_as_many_offenders_as_are_named_leave_no_rest():
    assert "more" not in Report([check(FIRST)]).text()


def test_a_report_without_offenders_is_a_line_per_check_and_a_sum():
    made = Report([check(), check(name="x", why="no row")])
    assert list(made.lines()) == [
        "PASS     licence  every sample has one (9 rows)",
        "SKIPPED  x        every sample has one: not checked, no row",
        "OK: 1 pass, 1 skipped",
    ]


def test_the_record_is_json():
    record = json.loads(json.dumps(Report([check(1)]).to_record()))
    assert record["ok"] is False
    assert record["checks"][0] == {
        "name": "licence",
        "verdict": "fail",
        "checked": 9,
        "broken": 1,
        "offenders": ["row 0: none"],
        "why": "",
    }


def test_a_check_is_found_by_its_name():
    assert Report([check(), check(name="turns")])["turns"].name == "turns"
