import pytest

from vlcorpus.schemas.exercises.options import split_options


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Which? A. 3 B. 4 C. 5", ("Which?", ["3", "4", "5"])),
        ("哪个？\nA．三\nB．四", ("哪个？", ["三", "四"])),
        ("Which?\n(A) one\n(B) two", ("Which?", ["one", "two"])),
        ("Points A. and C. are given", ("Points A. and C. are given", [])),
        ("Triangle ABC has a right angle at A.", ("Triangle ABC has a right angle at A.", [])),
    ],
)
def test_options_at_the_end_of_a_text(text, parts):
    assert split_options(text) == parts
