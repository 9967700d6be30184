"""What is a display formula: its pieces and no others, apart from text, labels, items and numbers."""

import pytest

from tests.stages.documents.drawing import SENTENCE, outline, parse, pdf, write
from tests.stages.documents.formulas.drawing import drawn, glyph
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.formulas.display_formulas import display_formulas, linear_text, read_formula
from vlcorpus.stages.documents.page.lines import Line

EM = 20.0


def line(x, y, text, *, math=0.0, size=EM, width=None):
    """Return a line whose top is at `y`; every character is half an em wide."""
    box = BoxPx(x, y, x + (width or len(text) * size / 2), y + size)
    return Line(*box, text, size, False, False, False, box, math=math)


def math(x, y, text, **values):
    return line(x, y, text, math=1.0, **values)


def font(line):
    return "CMMI10" if line.math > 0.5 else "CMR10"


def glyphs_of(*lines):
    """Return the glyphs of lines, set in a font of formulas where the line is."""
    return [
        glyph(char, n.x1 + i * n.size / 2, n.y1 + 0.75 * n.size, size=n.size, font=font(n))._replace(
            line=n.box
        )
        for n in lines
        for i, char in enumerate(n.text)
        if char != " "
    ]


def found(*lines, bars=()):
    groups = display_formulas(list(lines), glyphs_of(*lines), [drawn(bar) for bar in bars], EM)
    return sorted(sorted(piece.text for piece in group) for group in groups)


def prose(y, x=100):
    return line(x, y, SENTENCE)


ABOVE, BELOW = prose(0), prose(200)


def test_what_stands_between_lines_of_prose():
    assert found(ABOVE, math(400, 100, "x=y+z"), BELOW) == [["x=y+z"]]


@pytest.mark.parametrize(
    "lines",
    [
        [prose(100), math(970, 100, "x=y+z")],  # at the end of a line
        [math(100, 23, "x=y+z")],  # the last line of a paragraph
        [line(100, 100, "• x=y+z", math=0.8)],
        [line(100, 100, "2) x=y+z", math=0.8)],
        [math(400, 100, "xy")],  # the label of a point
        [math(400, 100, "x1 y1")],
        [math(400, 100, "i=j", size=14)],  # a limit of what stands in a line
        [line(400, 100, "a=b")],  # its font is one of text
    ],
)
def test_what_is_no_display_formula(lines):
    assert found(ABOVE, *lines, BELOW) == []


@pytest.mark.parametrize(
    ("text", "share", "n"),
    [
        ("x=1 if y is odd", 0.3, 1),
        ("x=1 when each of them is odd and small", 0.3, 0),
        ("log x=1 sin", 0.1, 1),
    ],
)
def test_words_in_a_formula_are_few(text, share, n):
    assert len(found(ABOVE, line(400, 100, text, math=share), BELOW)) == n


def test_the_number_of_an_equation_is_no_part_of_it():
    assert found(ABOVE, math(400, 100, "x=y+z"), line(950, 100, "(3.15a)"), BELOW) == [["x=y+z"]]


def test_a_fraction_is_one_formula():
    lines = [math(400, 100, "x="), line(450, 88, "1"), line(450, 114, "2")]
    assert found(ABOVE, *lines, BELOW, bars=[BoxPx(448, 110, 462, 111)]) == [["1", "2", "x="]]


def test_limits_belong_to_their_operator():
    lines = [math(400, 100, "∑x=y"), line(400, 122, "n", size=14, math=1.0)]
    assert found(ABOVE, *lines, BELOW) == [["n", "∑x=y"]]


@pytest.mark.parametrize(("step", "n"), [(30, 1), (44, 2)])
def test_lines_near_each_other_are_one_formula(step, n):
    assert len(found(ABOVE, math(400, 100, "x=y+z"), math(400, 100 + step, "u=v+w"), BELOW)) == n


def test_lines_with_numbers_of_their_own_are_formulas_of_their_own():
    rows = [math(400, y, "x=y+z") for y in (100, 130)]
    numbers = [line(950, y, f"({y})") for y in (100, 130)]
    assert len(found(ABOVE, *rows, *numbers, BELOW)) == 2


FORMULA = math(400, 100, "x=y")


@pytest.mark.parametrize(
    ("glyphs", "expected"),
    [
        (glyphs_of(FORMULA), "x=y"),
        ([], None),
        (glyphs_of(FORMULA)[1:], None),  # one is missing
        (glyphs_of(FORMULA, math(410, 116, "n", size=14)), None),  # a limit that was left out
        (glyphs_of(FORMULA, math(400, 140, "n")), "x=y"),
    ],
)
def test_a_formula_is_read_when_all_its_glyphs_are_known_and_no_others_intrude(glyphs, expected):
    assert read_formula([FORMULA], glyphs, []) == expected


def test_the_text_of_an_unread_formula_is_its_glyphs_from_left_to_right():
    assert linear_text([math(400, 100, "=y"), math(380, 100, "x")]) == "x =y"


def draw(canvas):
    write(canvas, 72, 700, *[SENTENCE] * 3)
    write(canvas, 250, 640, "α=β+γ", font="Symbol")
    write(canvas, 72, 600, *[SENTENCE] * 3)


def test_a_formula_is_a_block_of_the_page_between_paragraphs():
    assert outline(pdf(draw)) == [("text", "The"), ("formula", r"\alpha=\beta+\gamma"), ("text", "The")]


def test_what_is_not_read_is_an_image_for_a_reader_of_regions():
    def two_rows(canvas):
        draw(canvas)
        write(canvas, 254, 636, "α", font="Symbol")

    page = parse(pdf(two_rows))
    (region,) = page.unread
    assert (region.kind, page.tree.blocks[region.block].kind) == ("formula", "image")
