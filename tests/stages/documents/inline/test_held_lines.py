"""Lines take others in, and go back to their places."""

from tests.stages.documents.inline.test_loose_scripts import line
from vlcorpus.stages.documents.inline.held_lines import hold, insert, put_back


def test_a_line_takes_another_one_in_behind_a_glyph():
    first, second, other = line(0, 20, "ab cd"), line(20, 24, "i", 14), line(0, 60, "next")
    lines = [first[0], second[0], other[0]]
    glyphs = [*first[1], *second[1], *other[1]]
    held = hold(lines, glyphs)
    insert(held[1], held[0], 1)
    joined, moved = put_back(held, [held[1]], lines, glyphs)
    assert [n.text for n in joined] == ["abi cd", "next"]
    assert joined[1] is other[0]
    assert "".join(g.char for g in moved if g.line == joined[0].box) == "abicd"


def test_a_line_whose_glyphs_are_not_known_is_not_held():
    known, unknown = line(0, 20, "ab"), line(0, 60, "cd")
    assert [one.line for one in hold([known[0], unknown[0]], [*known[1], unknown[1][0]])] == [known[0]]


def test_what_does_not_change_stays_as_it_is():
    read, glyphs = line(0, 20, "ab")
    assert put_back(hold([read], glyphs), [], [read], glyphs) == ([read], glyphs)
