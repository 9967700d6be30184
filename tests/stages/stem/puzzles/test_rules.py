import pytest

from vlcorpus.stages.stem.puzzles.rules import (
    allowed_in_matrix,
    allowed_in_series,
    allowed_marks,
    line_rules,
    mark_rules,
    series_rules,
)


@pytest.mark.parametrize(
    ("attribute", "lines", "rules"),
    [
        ("fill", [[1, 1, 1], [0, 0, 0], [2, 2, 2]], ["constant"]),
        ("size", [[1, 2, 3]] * 3, ["progression"]),
        ("turn", [[7, 0, 1], [2, 3, 4], [6, 7, 0]], ["progression"]),
        ("count", [[7, 8, 9], [2, 3, 4], [1, 3, 5]], []),
        ("count", [[1, 2, 3], [2, 2, 4], [3, 1, 4]], ["sum"]),
        ("count", [[5, 2, 3], [4, 2, 2], [4, 1, 3]], ["difference"]),
        ("size", [[1, 2, 1], [2, 1, 3], [1, 1, 2]], []),
        ("shape", [list("abc"), list("bca"), list("cab")], ["permutation"]),
        ("shape", [list("abc"), list("abc"), list("cab")], []),
        ("count", [[1, 2, 3], [2, 3, 1], [3, 1, 2]], ["permutation"]),
    ],
)
def test_rules_of_lines(attribute, lines, rules):
    assert line_rules(attribute, lines) == rules


@pytest.mark.parametrize(
    ("attribute", "values", "rules"),
    [
        ("fill", [1] * 5, ["constant"]),
        ("count", [1, 3, 5, 7, 9], ["progression"]),
        ("turn", [4, 6, 0, 2, 4], ["progression"]),
        ("shape", list("ababa"), ["alternation"]),
        ("shape", list("abcab"), ["cycle"]),
        ("shape", list("abcba"), []),
    ],
)
def test_rules_of_series(attribute, values, rules):
    assert series_rules(attribute, values) == rules


def test_columns_allow_values_too():
    values = [[1, 5, 7], [1, 5, 7], [1, 5, 7]]
    assert allowed_in_matrix("count", values, range(1, 10)) == {7}


def test_sums_and_alternations_allow_one_value():
    values = [[1, 2, 3], [1, 2, 3], [2, 2, 0]]
    assert allowed_in_matrix("count", values, range(1, 10)) == {4}
    assert allowed_in_series("count", [1, 2, 1, 2, 0], range(1, 10)) == {1}


def test_marks_are_joined_and_cut():
    lines = [[{0, 1}, {1, 2}, {0, 2}], [{3}, {4}, {3, 4}], [{5, 6}, {6}, {5}]]
    assert mark_rules(lines) == ["exclusive"]
    cells = [frozenset(cell) for line in lines for cell in line]
    assert allowed_marks(cells[:8]) == {frozenset({5})}
