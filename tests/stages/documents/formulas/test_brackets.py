"""Tall brackets have two sides, and a bar is a relation where it stands free."""

import pytest

from vlcorpus.stages.documents.formulas.atoms import Atom, AtomKind
from vlcorpus.stages.documents.formulas.brackets import bar_sign, tall_brackets
from vlcorpus.stages.documents.formulas.signs import Unreadable


def row(*signs: str) -> list[Atom]:
    """Return atoms of a row; a sign that begins with `!` is tall."""
    return [
        Atom(
            10.0 * i,
            0,
            10.0 * i + 8,
            20,
            20,
            20,
            s.lstrip("!"),
            AtomKind.FENCE if s[0] == "!" else AtomKind.GLYPH,
        )
        for i, s in enumerate(signs)
    ]


def written(*signs: str) -> list[str]:
    atoms = row(*signs)
    found = tall_brackets(atoms)
    return [found.get(id(atom), atom.latex) for atom in atoms]


@pytest.mark.parametrize(
    ("signs", "latex"),
    [
        (["!(", "x", "!)"], [r"\left(", "x", r"\right)"]),
        (["!(", "x", "!]"], [r"\left(", "x", r"\right]"]),
        (["(", "x", ")"], ["(", "x", ")"]),
        (["!|", "x", "!|"], [r"\left|", "x", r"\right|"]),
        (["!\\{", "x", "!|", "y", "!\\}"], [r"\left\{", "x", r"\middle|", "y", r"\right\}"]),
        (["x", "!|", "y"], ["x", r"\Big|", "y"]),
        ([r"!\langle", "x", r"!\rangle"], [r"\left\langle", "x", r"\right\rangle"]),
    ],
)
def test_tall_brackets_grow_with_what_they_hold(signs, latex):
    assert written(*signs) == latex


@pytest.mark.parametrize(
    ("signs", "doubt"),
    [
        (["!(", "x"], "do not match"),
        (["x", ")"], "do not match"),
        (["!(", "x", ")"], "nothing closes"),
        (["(", "x", "!)"], "nothing opens"),
        (["!|", "x", "!|", "y", "!|"], "an odd number of tall bars"),
    ],
)
def test_a_side_that_is_missing_is_a_doubt(signs, doubt):
    with pytest.raises(Unreadable, match=doubt):
        tall_brackets(row(*signs))


@pytest.mark.parametrize(
    ("sign", "gap", "latex"),
    [("|", 4.1, r"\mid"), ("|", 4.0, "|"), (r"\|", 4.1, r"\parallel"), ("/", 9.0, "/")],
)
def test_a_bar_that_stands_free_is_a_relation(sign, gap, latex):
    assert bar_sign(sign, gap, 20) == latex
