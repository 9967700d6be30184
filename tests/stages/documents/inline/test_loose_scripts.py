"""Scripts and limits in lines of their own come into the line of their base."""

from vlcorpus.schemas.documents.document import Glyph, Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.inline.loose_scripts import join_loose_scripts

EM = 20.0


def line(x: float, baseline: float, text: str, size: float = EM) -> tuple[TextLine, list[Glyph]]:
    """Set a line whose characters are half an em wide."""
    box = BoxPx(x, baseline - 0.8 * size, x + len(text) * size / 2, baseline + 0.2 * size)
    glyphs = [
        Glyph(
            char, box._replace(x1=x + i * size / 2, x2=x + (i + 1) * size / 2), size, baseline, "CMR10", box
        )
        for i, char in enumerate(text)
        if char != " "
    ]
    return TextLine(box, (Span(text, box, size, "CMR10"),)), glyphs


def joined(*set_lines: tuple[TextLine, list[Glyph]]) -> list[str]:
    lines, glyphs = join_loose_scripts([n for n, _ in set_lines], [g for _, own in set_lines for g in own])
    assert {g.line for g in glyphs} == {n.box for n in lines}
    return [n.text for n in lines]


def test_a_subscript_comes_behind_its_base():
    assert joined(line(0, 20, "ab cd"), line(20, 24, "i", 14)) == ["abi cd"]


def test_a_limit_comes_behind_its_operator():
    assert joined(line(0, 20, "so ∑ x"), line(28, 40, "iI", 14)) == ["so ∑iI x"]


def test_what_goes_on_after_a_script_is_one_line_with_it():
    script, rest = line(50, 24, "i", 14), line(60, 20, "and so on")
    box = BoxPx(50, 4, 150, 27)
    going = TextLine(box, (*script[0].spans, *rest[0].spans))
    glyphs = [g._replace(line=box) for g in (*script[1], *rest[1])]
    assert joined(line(0, 20, "abcde"), (going, glyphs)) == ["abcdeiand so on"]


def test_lines_of_print_stay_apart():
    small = line(50, 24, "i", 14)
    assert joined(line(0, 20, "abc"), small) == ["abc", "i"]  # too far from its end
    assert joined(line(0, 20, "abcde"), line(50, 24, "fgh")) == ["abcde", "fgh"]  # as large
    assert joined(line(0, 20, "abcdefgh"), line(20, 44, "note", 14)) == ["abcdefgh", "note"]  # below it
