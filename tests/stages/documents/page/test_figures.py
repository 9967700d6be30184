"""Where images are, and where drawings are one figure."""

import pytest

from tests.stages.documents.page.test_lines import line, read, words
from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.figures import (
    drawn_figures,
    holds_labels,
    large_image_boxes,
)

SIDE = 1000


def drawing(*box: float, rect: bool = False) -> Drawing:
    return Drawing(BoxPx(*box), stroked=True, is_rect=rect, luminance=0.0)


def shapes(
    n: int, *, x: float = 100, step: float = 30, size: float = 24, rect: bool = False
) -> list[Drawing]:
    """Return `n` shapes in a row of 8, close together."""
    places = [(x + step * (i % 8), 100 + step * (i // 8)) for i in range(n)]
    return [drawing(x, y, x + size, y + size, rect=rect) for x, y in places]


def figures(drawings: list[Drawing]) -> list[BoxPx]:
    return drawn_figures(drawings, SIDE, SIDE)


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ((0, 0, 24, 24), True),
        ((0, 0, 23, 100), False),
        ((0, 0, 1000, 799), True),
        ((0, 0, 1000, 800), False),
        ((5, 5, 5, 50), False),
    ],
)
def test_both_sides_of_the_limits_of_an_image(box, found):
    assert large_image_boxes([BoxPx(*box)], SIDE * SIDE) == ([BoxPx(*box)] if found else [])


def test_strips_of_a_scan_are_one_image():
    strips = [BoxPx(100, 100 + 50 * i, 500, 150 + 50 * i) for i in range(4)]
    assert large_image_boxes(strips, SIDE * SIDE) == [BoxPx(100, 100, 500, 300)]


@pytest.mark.parametrize(("n", "found"), [(6, 1), (5, 0)])
def test_many_shapes_together_are_a_figure_and_a_few_are_none(n, found):
    assert len(figures(shapes(n, step=82, size=80))) == found


def test_rectangles_alone_are_no_figure():
    assert figures(shapes(16, rect=True)) == []


def test_two_groups_that_stand_apart_are_two_figures():
    left, right = shapes(24), shapes(24, x=600)
    assert len(figures(left + right)) == 2


def test_a_rule_across_the_page_joins_nothing():
    rule = drawing(0, 130, 1000, 133)
    assert len(figures([*shapes(24), *shapes(24, x=600), rule])) == 2


def test_a_figure_is_no_smaller_than_a_thumb():
    assert figures(shapes(12, step=5, size=4)) == []


@pytest.mark.parametrize(
    ("inside", "outside", "labels"),
    [
        ([], 10, True),
        (["x", "y axis"], 40, True),
        (["a line of text as long as a sentence is"], 900, False),
        (["label"] * 10, 40, False),  # most of the page stands in the box
    ],
)
def test_what_stands_in_a_figure_is_labels(inside, outside, labels):
    texts = [line(words(text), y=12 * i) for i, text in enumerate(inside)]
    rest = [line(words("t" * outside), y=500)]
    lines, _ = read(*texts, *rest)
    assert holds_labels(BoxPx(0, 0, 100, 200), lines) is labels
