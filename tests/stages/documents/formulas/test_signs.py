"""Signs that are printed in pieces are made whole, and a piece that is left alone is a doubt."""

import pytest

from tests.stages.documents.formulas.drawing import SIZE, glyph
from vlcorpus.stages.documents.formulas.signs import Unreadable, whole_signs


def read(*glyphs) -> str:
    return "".join(sorted(g.char for g in whole_signs(list(glyphs))))


def stacked(chars: str, x: float = 0.0, gap: float = 0.0):
    """Return pieces on each other, each 1 em high."""
    return [glyph(char, x, (1 + gap) * SIZE * i, ink=(1.0, 0.0)) for i, char in enumerate(chars)]


@pytest.mark.parametrize(
    ("pieces", "sign"),
    [
        ("⎛⎝", "("),
        ("⎛⎜⎝", "("),
        ("⎞⎟⎟⎠", ")"),
        ("⎡⎣", "["),
        ("⎧⎨⎩", "{"),
        ("⌠⌡", "∫"),
        ("||", "|"),
        ("┌⏐⎷", "√"),
    ],
)
def test_pieces_on_each_other_are_one_sign(pieces, sign):
    (found,) = whole_signs(stacked(pieces))
    assert found.char == sign
    assert (found.box.y1, found.box.y2) == (-SIZE, SIZE * (len(pieces) - 1))


@pytest.mark.parametrize("pieces", ["⎛", "⎛⎜", "⎜", "⎛⎠"])
def test_a_sign_needs_both_of_its_ends(pieces):
    with pytest.raises(Unreadable, match="pieces of a sign"):
        whole_signs(stacked(pieces))


def test_two_columns_side_by_side_are_two_signs():
    assert read(*stacked("⎛⎝"), *stacked("⎞⎠", x=30)) == "()"


@pytest.mark.parametrize(("gap", "whole"), [(0.04, True), (0.06, False)])
def test_both_sides_of_the_gap_between_pieces(gap, whole):
    if whole:
        assert read(*stacked("⎛⎝", gap=gap)) == "("
    else:
        with pytest.raises(Unreadable):
            read(*stacked("⎛⎝", gap=gap))


@pytest.mark.parametrize(("sign", "struck"), [("=", "≠"), ("∈", "∉"), ("⊂", "⊄"), ("≡", "≢"), ("∃", "∄")])
def test_a_stroke_is_put_on_what_it_strikes(sign, struck):
    assert read(glyph("\u0338", 0), glyph(sign, 0)) == struck


@pytest.mark.parametrize("glyphs", [[glyph("\u0338", 50)], [glyph("\u0338"), glyph("=", 30)]])
def test_a_stroke_through_nothing_is_a_doubt(glyphs):
    with pytest.raises(Unreadable, match="through nothing"):
        whole_signs([glyph("x"), *glyphs] if len(glyphs) == 1 else glyphs)


def test_a_stroke_through_another_sign_is_a_doubt():
    with pytest.raises(Unreadable, match="on each other"):
        whole_signs([glyph("\u0338"), glyph("+")])


@pytest.mark.parametrize(
    ("chars", "joined"), [("−→", "⟶"), ("=⇒", "⟹"), ("⇐⇒", "⟺"), ("←→", "⟷"), ("←−", "⟵")]
)
def test_an_arrow_and_its_shaft_overlap(chars, joined):
    first = glyph(chars[0])
    assert read(first, glyph(chars[1], first.box.x2 - 0.17 * SIZE)) == joined


def test_an_arrow_that_stands_free_is_one():
    first = glyph("−")
    assert set(read(first, glyph("→", first.box.x2))) == {"−", "→"}


@pytest.mark.parametrize(("gap", "sign"), [(0.1, "∬"), (0.5, "∫∫")])
def test_integrals_set_close_are_a_double_one(gap, sign):
    first = glyph("∫")
    assert read(first, glyph("∫", first.box.x2 + gap * SIZE)) == sign


def test_a_sign_over_another_is_one():
    assert read(glyph("∼", 0, -6), glyph("=", 0)) == "≅"


def test_the_foot_of_an_arrow_without_a_character_is_named():
    foot = glyph("\ufffd")
    foot = foot._replace(box=foot.box._replace(x2=foot.box.x1))
    assert read(foot, glyph("→")) == "↦"


def test_what_is_no_piece_stays_as_it_was():
    glyphs = [glyph("x"), glyph("+", 20), glyph("2", 40)]
    assert whole_signs(glyphs) == glyphs
