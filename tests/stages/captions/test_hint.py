"""What is left of a text that came with an image."""

import pytest

from vlcorpus.stages.captions.hint import MAX_CHARS, clean_hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  A red\n boat ", "A red boat"),
        ("A <b>red</b> boat &amp; oars", "A red boat & oars"),
        ("A boat https://e.org/a.jpg on a lake", "A boat on a lake"),
        ("A\x00 boat\u200b", "A boat"),
        ("x < y and y > z", "x < y and y > z"),
        ("湖上的船", "湖上的船"),
        ("船", "船"),
    ],
)
def test_it_is_one_clean_line(text, expected):
    assert clean_hint(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "IMG_1234", "DSC 0042", "boat-2.jpg", "Image 3", "photo", "图片1", "…", "12", "ab", "https://e.org"],
)
def test_what_says_nothing_is_empty(text):
    assert clean_hint(text) == ""


def test_it_is_not_longer_than_a_paragraph():
    assert len(clean_hint("a red boat " * 1000)) <= MAX_CHARS
