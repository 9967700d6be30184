import pytest

from vlcorpus.stages.verify.puzzles.pictures import Marks
from vlcorpus.stages.verify.puzzles.rules import fits_matrix, line_rules, lines, mark_rules, series_rules


@pytest.mark.parametrize(
    ("attribute", "found", "rules"),
    [
        ("shape", [("a", "a", "a"), ("b", "b", "b"), ("a", "a", "a")], ["constant"]),
        ("count", [(1, 2, 3), (2, 3, 4), (4, 5, 6)], ["progression"]),
        ("count", [(1, 2, 3), (2, 2, 4), (4, 1, 5)], ["sum"]),
        ("count", [(5, 2, 3), (4, 2, 2), (6, 5, 1)], ["difference"]),
        ("size", [(1, 2, 3), (2, 2, 4), (4, 1, 5)], []),
        ("turn", [(6, 0, 2), (1, 3, 5), (5, 7, 1)], ["progression"]),
        ("size", [(1, 2, 3), (2, 3, 1), (3, 1, 2)], ["permutation"]),
        ("size", [(1, 2, 3), (1, 2, 3), (3, 1, 2)], []),
        ("count", [(1, 2, 3), (3, 5, 7), (1, 3, 5)], []),
    ],
)
def test_three_lines(attribute, found, rules):
    assert list(line_rules(attribute, found)) == rules


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        ((2, 2, 2, 2, 2), ["constant"]),
        ((1, 2, 3, 4, 5), ["progression"]),
        ((1, 3, 1, 3, 1), ["alternation"]),
        ((1, 3, 2, 1, 3), ["cycle"]),
        ((1, 3, 2, 1, 2), []),
    ],
)
def test_five_values(values, rules):
    assert list(series_rules("size", values)) == rules


def test_marks_of_rows_and_columns():
    x, y = frozenset({0, 1}), frozenset({1, 2})
    assert list(mark_rules([(x, y, x | y)] * 3)) == ["union"]
    assert list(mark_rules([(x, y, x ^ y)] * 3)) == ["exclusive"]
    panels = [Marks(cells) for cells in (x, x, x, y, y, y, x & y, x & y, x & y)]
    assert fits_matrix(panels), "along the columns"
    assert not fits_matrix([*panels[:-1], Marks(frozenset({7}))])


def test_lines_of_nine():
    rows, columns = lines(range(9))
    assert rows[1] == (3, 4, 5)
    assert columns[1] == (1, 4, 7)
