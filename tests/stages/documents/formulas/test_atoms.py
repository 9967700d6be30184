"""A glyph as an atom: its kind, its place and its command."""

import pytest

from tests.stages.documents.formulas.drawing import SIZE, glyph
from vlcorpus.stages.documents.formulas.atoms import AXIS_EM, AtomKind, atoms_of, composed, without
from vlcorpus.stages.documents.formulas.signs import Unreadable


def atom(char: str, **values):
    (made,) = atoms_of([glyph(char, **values)])
    return made


@pytest.mark.parametrize(
    ("char", "font", "kind"),
    [
        ("x", "CMMI10", AtomKind.GLYPH),
        ("x", "CMR10", AtomKind.LETTER),
        ("7", "CMR10", AtomKind.GLYPH),
        ("∑", "CMEX10", AtomKind.OPERATOR),
        ("∫", "CMEX10", AtomKind.INTEGRAL),
        ("√", "CMSY10", AtomKind.ROOT_SIGN),
        ("ˆ", "CMR10", AtomKind.ACCENT),
        ("(", "CMR10", AtomKind.GLYPH),
    ],
)
def test_the_kind_of_a_character(char, font, kind):
    assert atom(char, font=font).kind is kind


@pytest.mark.parametrize(("height", "kind"), [(1.09, AtomKind.GLYPH), (1.11, AtomKind.FENCE)])
def test_both_sides_of_the_height_of_a_tall_bracket(height, kind):
    assert atom("(", ink=(height - 0.2, 0.2)).kind is kind


@pytest.mark.parametrize(
    ("char", "font", "latex"),
    [
        ("A", "CMSY10", r"\mathcal{A}"),
        ("R", "MSBM10", r"\mathbb{R}"),
        ("g", "EUFM10", r"\mathfrak{g}"),
        ("α", "CMMI10", r"\alpha"),
        ("α", "CMMIB10", r"\boldsymbol{\alpha}"),
        ("3", "CMBX10", r"\mathbf{3}"),
        ("𝐱", "STIX", r"\mathbf{x}"),
        ("𝑥", "STIX", "x"),
        ("ℝ", "STIX", r"\mathbb{R}"),
        ("ϕ", "CMMI10", r"\phi"),
        ("ϕ", "StandardSymL", r"\varphi"),
    ],
)
def test_the_command_of_a_character_in_its_font(char, font, latex):
    assert atom(char, font=font).latex == latex


@pytest.mark.parametrize(("char", "font"), [("é", "CMMI10"), ("a", "CMSY10"), ("中", "CMMI10")])
def test_what_no_command_prints_is_a_doubt(char, font):
    with pytest.raises(Unreadable):
        atom(char, font=font)


def test_an_operator_stands_on_the_axis_whatever_its_own_baseline_is():
    tall, low = atom("∑", y=0, ink=(0.95, 0.45)), atom("∑", y=30, ink=(0.95, 0.45))
    for made in (tall, low):
        assert made.axis == pytest.approx(made.y)
    assert low.baseline - tall.baseline == pytest.approx(30)


def test_a_letter_reaches_from_its_baseline_to_an_x_at_least():
    minus = atom("−", y=100, ink=(0.3, -0.2))
    assert (minus.y1, minus.y2) == (100 - 0.43 * SIZE, 100)
    assert minus.axis == 100 - AXIS_EM * SIZE


def test_what_was_composed_covers_its_parts():
    parts = [atom("a"), atom("b", x=20, y=30)]
    made = composed(parts, r"\frac{a}{b}", size=SIZE, baseline=10)
    assert (made.x1, made.y1) == (parts[0].x1, parts[0].y1)
    assert (made.x2, made.y2, made.kind) == (parts[1].x2, parts[1].y2, AtomKind.COMPOSED)


def test_equal_atoms_are_told_apart():
    one, other = atom("a"), atom("a")
    assert one == other
    (left,) = without([one, other], [one])
    assert left is other
