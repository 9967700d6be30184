"""What makes a heading: size or weight, and wording."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, line
from vlcorpus.stages.documents.layout.titles import title_level


def level(text, *, size=1.0, bold=False, n_lines=1, **values):
    lines = [line(100, 100 + 20 * i, text, bold=bold) for i in range(n_lines)]
    for one in lines:
        one.size = size * SIZE
        for name, value in values.items():
            setattr(one, name, value)
    return title_level(lines, " ".join([text] * n_lines), SIZE)


@pytest.mark.parametrize(
    ("size", "expected"), [(1.7, 1), (1.69, 2), (1.35, 2), (1.34, 3), (1.12, 3), (1.11, None)]
)
def test_size_gives_the_level(size, expected):
    assert level("The river", size=size) == expected


@pytest.mark.parametrize(("size", "expected"), [(1.0, 4), (0.5, 4), (0.49, None)])
def test_bold_type_is_a_heading_down_to_half_the_size(size, expected):
    assert level("The river", size=size, bold=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The river rose. Then it fell", None),  # a sentence inside
        ("the river", None),  # it goes on from a line before
        ("2. The river", 2),
        ("The " + "river " * 9, 2),
        ("12", None),
    ],
)
def test_larger_type_must_be_worded_as_a_heading(text, expected):
    assert level(text, size=1.35) == expected


def test_a_line_set_a_little_larger_is_a_heading_only_if_short():
    assert level("x" * 60, size=1.2, bold=False) is None
    assert level("X" * 60, size=1.2) == 3
    assert level("X" * 61, size=1.2) is None
    assert level("Two lines", size=1.2, n_lines=2) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("Ends here,", None), ("It is so.", 4), ("It is so. " * 8 + ".", None)]
)
def test_bold_type_that_goes_on_is_none(text, expected):
    assert level(text, bold=True) == expected


@pytest.mark.parametrize("values", [{"math": 0.31}, {"row": True}])
def test_formulas_and_rows_are_none(values):
    assert level("The river", bold=True, **values) is None


def test_a_heading_has_at_most_four_lines():
    assert level("The river", bold=True, n_lines=4) == 4
    assert level("The river", bold=True, n_lines=5) is None
