from tests.stages.stem.number_lines.lines import line, said
from vlcorpus.stages.stem.number_lines.jumps import jump_claims


def test_jumps():
    found = said(jump_claims(line(jumps=[(-1, 4), (4, 2)])))
    assert found["jump", "1"] == "5"
    assert found["jump", "2"] == "-2"
    assert found["direction", "2"] == "left"
    assert found["start", "jumps"] == "-1"
    assert found["finish", "jumps"] == found["landing", "2"] == "2"
    assert found["total", "jumps"] == "7"
    assert found["longest", "jumps"] == "1"
    assert found["equation", "jumps"] == "-1 + 5 - 2 = 2"


def test_equal_jumps_have_no_longest():
    assert ("longest", "jumps") not in said(jump_claims(line(jumps=[(0, 2), (2, 4)])))


def test_a_line_without_jumps_says_nothing_of_them():
    assert not list(jump_claims(line()))
