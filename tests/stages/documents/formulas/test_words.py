"""Upright letters that follow each other are a word, written as LaTeX does."""

import pytest

from tests.stages.documents.formulas.drawing import SIZE, glyph
from vlcorpus.stages.documents.formulas.atoms import AtomKind, atoms_of
from vlcorpus.stages.documents.formulas.words import join_words


def letters(text: str, x: float = 0.0, *, y: float = 0.0, font: str = "CMR10", size: float = SIZE):
    """Return letters side by side; a space in `text` is as wide as a letter."""
    return [
        glyph(char, x + 0.5 * size * i, y, font=font, size=size) for i, char in enumerate(text) if char != " "
    ]


def read(*glyphs) -> list[str]:
    return [atom.latex for atom in join_words(atoms_of(list(glyphs)))]


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("sin", [r"\sin"]),
        ("lim", [r"\lim"]),
        ("argmax", [r"\operatorname*{argmax}"]),
        ("for all", [r"\text{for all}"]),
        ("kg", [r"\mathrm{kg}"]),
        ("d", [r"\mathrm{d}"]),
        ("lim sup", [r"\limsup"]),
        ("sin x", [r"\sin", r"\mathrm{x}"]),
    ],
)
def test_words_as_latex_writes_them(text, latex):
    assert read(*letters(text)) == latex


@pytest.mark.parametrize(("font", "latex"), [("CMBX10", r"\mathbf{ab}"), ("CMSS10", r"\mathsf{ab}")])
def test_a_word_keeps_its_style(font, latex):
    assert read(*letters("ab", font=font)) == [latex]


def test_two_styles_are_two_words():
    assert len(read(*letters("ab"), *letters("cd", SIZE, font="CMBX10"))) == 2


@pytest.mark.parametrize(("gap", "n"), [(0.9, 1), (1.0, 2)])
def test_both_sides_of_the_gap_between_words_of_a_text(gap, n):
    assert len(read(*letters("for"), *letters("all", 1.5 * SIZE + gap * SIZE))) == n


def test_what_stands_on_another_level_or_is_smaller_is_no_part_of_the_word():
    assert len(read(*letters("ab"), *letters("cd", SIZE, y=3))) == 2
    assert len(read(*letters("ab"), *letters("cd", SIZE, size=0.7 * SIZE))) == 2


def test_a_sign_between_parts_two_words():
    minus = glyph("−", SIZE, 0)
    assert read(*letters("ab"), minus, *letters("cd", 2 * SIZE)) == [r"\mathrm{ab}", "-", r"\mathrm{cd}"]


def test_a_word_with_limits_is_an_operator():
    (atom,) = join_words(atoms_of(letters("max")))
    assert atom.kind is AtomKind.OPERATOR
