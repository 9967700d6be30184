"""LaTeX from the places of glyphs and bars: any tree comes back, and every doubt is told."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.stages.documents.formulas.drawing import (
    Big,
    Brackets,
    Fraction,
    Root,
    Row,
    Script,
    Sign,
    drawn,
    glyph,
    latex,
    typeset,
)
from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.formulas.latex import compose, formula_latex
from vlcorpus.stages.documents.formulas.signs import Unreadable

SIGNS = st.sampled_from("abcxyzαπ123").map(Sign)
SHORT = st.one_of(SIGNS, st.builds(Row, st.tuples(SIGNS, SIGNS)))  # what stands in scripts and limits


def trees(depth: int):
    """Return formulas whose parts are `depth` deep: a term, or terms in a row."""
    return st.lists(_terms(depth), min_size=1, max_size=3).map(
        lambda t: t[0] if len(t) == 1 else Row(tuple(t))
    )


def _terms(depth: int):
    scripts = st.builds(Script, SIGNS, SHORT, st.none() | SHORT) | st.builds(Script, SIGNS, st.none(), SHORT)
    if not depth:
        return SIGNS | scripts
    inner = trees(depth - 1)
    return st.one_of(
        SIGNS,
        scripts,
        st.builds(Fraction, inner, inner),
        st.builds(Root, inner, st.none() | st.sampled_from("n3").map(Sign)),
        st.builds(Big, st.sampled_from("∑∏"), SHORT, SHORT, SIGNS),
        st.builds(Brackets, st.builds(Fraction, inner, inner)),
    )


@given(trees(2))
@example(Script(Sign("x"), Script(Sign("n"), Sign("2")), Script(Sign("y"), Sign("a"))))
@example(Script(Sign("e"), sup=Fraction(Sign("a"), Sign("b"))))
@example(Fraction(Fraction(Sign("a"), Sign("b")), Fraction(Sign("c"), Sign("x"))))
@example(Root(Root(Row((Sign("1"), Root(Sign("x")))))))
def test_what_was_typeset_is_read(tree):
    assert formula_latex(*typeset(tree)) == latex(tree)


def word(text, x=0.0, y=0.0, **values):
    """Return the glyphs of a word, side by side."""
    return [glyph(char, x + 10 * i, y, **values) for i, char in enumerate(text)]


def bar(x1, x2, y):
    return drawn(BoxPx(x1, y - 0.5, x2, y + 0.5))


X, Y = glyph("x"), glyph("y", 100)
COLUMN = [
    glyph("(", ink=(1.45, 0.95)),
    glyph("a", 12, -12),
    glyph("b", 12, 12),
    glyph(")", 24, ink=(1.45, 0.95)),
]


@pytest.mark.parametrize(
    ("doubt", "glyphs", "bars"),
    [
        ("no command", [glyph("é", font="CMMI10")], []),
        ("without a character", [glyph("\ufffd"), X], []),
        ("through nothing", [X, glyph("\u0338", 50)], []),
        ("a letter in CMSY", [glyph("a", font="CMSY10")], []),
        ("pieces of a sign", [glyph("⎛"), glyph("x", 20)], []),
        ("on each other", [glyph("−"), glyph("−", 12)], []),
        ("more than one row", [X, glyph("y", 20, 10)], []),
        ("a stack", [X, glyph("y", 2)], []),
        ("brackets that do not match", [glyph("("), glyph("x", 20)], []),
        ("nothing closes", [glyph("(", ink=(1, 0.5)), glyph("x", 20), glyph(")", 40)], []),
        ("an odd number of tall bars", [glyph("|", x, ink=(1, 0.5)) for x in (0, 20, 40)], []),
        ("without its base", [glyph("2", -9, -7, size=14), X], []),
        ("a script of a relation", [X, glyph("=", 15), glyph("2", 26, -8, size=14), glyph("y", 40)], []),
        ("apart from its base", [X, glyph("2", 20, -8, size=14)], []),
        (
            "beside its operator",
            [glyph("∑", ink=(0.95, 0.45)), *word("i1n2", 14, 24, size=14), glyph("x", 60)],
            [],
        ),
        ("an accent without its base", [glyph("ˆ", 50, ink=(0.7, -0.55)), X], []),
        ("an accent without its base", [glyph("¯", ink=(0.5, -0.45)), glyph("h", ink=(0.7, 0))], []),
        ("a bar apart", [X], [bar(0, 10, -24)]),
        ("a root without its bar", [glyph("√"), glyph("x", 20)], []),
        ("an empty root", [glyph("√", ink=(0.7, 0.1)), glyph("x", 60)], [bar(16.6, 30, -14)]),
        ("or a line over letters", [glyph("a", 0, -24), glyph("b")], [bar(0, 10, -15)]),
        ("wider than what it parts", [glyph("a", 20, -12), glyph("b", 20, 12)], [bar(0, 60, -5)]),
        ("crosses a sign", [glyph("x", ink=(2.5, 2))], [bar(2, 9, -5)]),
        ("goes on elsewhere", [X, glyph("=", 15)], []),
        ("no root", [X, Y], [Drawing(BoxPx(40, -20, 60, 0), True, False, 0.0)]),
    ],
)
def test_a_doubt_is_told(doubt, glyphs, bars):
    with pytest.raises(Unreadable, match=doubt):
        compose(glyphs, bars)
    assert formula_latex(glyphs, bars) is None


def test_no_glyphs_are_no_formula():
    assert formula_latex([], []) is None


@pytest.mark.parametrize(
    ("glyphs", "expected"),
    [
        ([*word("sin", font="CMR10"), glyph("x", 36)], r"\sin x"),
        ([*word("for", font="CMR10"), glyph("x", 40)], r"\text{for}x"),
        (word("kg", font="CMR10"), r"\mathrm{kg}"),
        ([glyph("F", font="CMBX10"), Y], r"\mathbf{F}\quad y"),
        ([glyph("α", font="CMMIB10")], r"\boldsymbol{\alpha}"),
        ([glyph("L", font="CMSY10")], r"\mathcal{L}"),
        ([glyph("R", font="MSBM10")], r"\mathbb{R}"),
        ([glyph("g", font="EUFM10")], r"\mathfrak{g}"),
        ([glyph("P", font="CMSS10")], r"\mathsf{P}"),
        ([glyph("𝐱", font="STIXTwoMath")], r"\mathbf{x}"),
        ([glyph("𝜙", font="STIXTwoMath")], r"\phi"),
        ([glyph("ℎ", font="STIXTwoMath")], "h"),
        ([glyph("ϕ", font="StandardSymL")], r"\varphi"),
    ],
)
def test_fonts_and_words(glyphs, expected):
    assert formula_latex(glyphs, []) == expected


@pytest.mark.parametrize(
    ("glyphs", "expected"),
    [
        ([X, glyph("\u0338", 15), glyph("=", 15), glyph("y", 30)], r"x\neq y"),
        ([X, glyph("−", 15), glyph("→", 27), glyph("y", 45)], r"x\longrightarrow y"),
        ([X, glyph("∼", 15, -6), glyph("=", 15), glyph("y", 30)], r"x\cong y"),
        ([X, glyph("|", 20), glyph("y", 40)], r"x\mid y"),
        ([glyph("|"), glyph("y", 10), glyph("|", 20)], "|y|"),
        ([glyph("∥"), glyph("y", 10), glyph("∥", 20)], r"\|y\|"),
        ([X, glyph("=", 15), glyph("!", 15.5, -12, size=14), glyph("y", 30)], r"x\overset{!}{=}y"),
        ([glyph("x", -10, 0), glyph("∫", 0, ink=(1, 0.5)), glyph("x", 12)], r"x\int x"),
        ([glyph("ˆ", ink=(0.7, -0.55)), X], r"\hat{x}"),
    ],
)
def test_signs_of_several_glyphs(glyphs, expected):
    assert formula_latex(glyphs, []) == expected


@pytest.mark.parametrize(
    ("step", "expected"),
    [(24, r"\begin{pmatrix} a \\ b \end{pmatrix}"), (27.2, r"\binom{a}{b}"), (31, None)],
)
def test_a_column_of_two_and_a_binomial_differ_in_their_step(step, expected):
    two = [glyph("a", 12, -step / 2), glyph("b", 12, step / 2)]
    assert formula_latex([COLUMN[0], *two, COLUMN[3]], []) == expected


def test_rows_and_columns_in_brackets():
    cells = [glyph(c, x, y) for c, x, y in (("a", 12, -12), ("b", 42, -12), ("c", 12, 12), ("x", 42, 12))]
    found = formula_latex(
        [COLUMN[0], *cells, COLUMN[3]._replace(box=BoxPx(54, *COLUMN[3].box[1:2], 64, 19))], []
    )
    assert found == r"\begin{pmatrix} a & b \\ c & x \end{pmatrix}"


def test_rows_after_a_brace_are_cases():
    cells = [glyph(c, x, y) for c, x, y in (("a", 12, -12), ("b", 42, -12), ("c", 12, 12), ("x", 42, 12))]
    brace = glyph("{", ink=(1.45, 0.95))
    assert formula_latex([brace, *cells], []) == r"\begin{cases} a & b \\ c & x \end{cases}"


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        ((0, 0), r"\begin{aligned} a&=b \\ c&=x \end{aligned}"),
        ((0, 3), None),
    ],
)
def test_lines_are_aligned_at_a_relation(x, expected):
    lines = [
        (c, dx + 15 * i, y)
        for dx, text, y in zip(x, ("a=b", "c=x"), (0, 30), strict=True)
        for i, c in enumerate(text)
    ]
    assert formula_latex([glyph(*at) for at in lines], []) == expected
