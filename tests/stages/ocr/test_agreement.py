from hypothesis import given
from hypothesis import strategies as st

from tests.stages.ocr.scans import line
from vlcorpus.stages.ocr.agreement import agreement, edit_distance
from vlcorpus.stages.ocr.engine import OcrReading

letters = st.text("abc ", max_size=12)


def slow_distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


@given(letters, letters)
def test_the_fast_distance_is_the_one_of_the_textbook(a, b):
    assert edit_distance(a, b) == slow_distance(a, b)


def test_distances_of_long_texts():
    assert edit_distance("ab" * 500, "ab" * 500 + "c") == 1
    assert edit_distance("", "abc") == edit_distance("abc", "") == 3


def reading(*lines):
    return OcrReading(lines)


def test_equal_readings_agree_whatever_their_order():
    a, b = line("first line of words"), line("second line", y=40)
    assert agreement(reading(a, b), reading(b, a)) == 1


def test_a_wrong_letter_counts_once():
    assert agreement(reading(line("abcdefghij")), reading(line("abcdefghix"))) == 0.9


def test_what_one_of_them_did_not_see_is_disagreement():
    both = reading(line("abcdefghij"), line("klmnopqrst", y=40))
    assert agreement(both, reading(line("abcdefghij"))) == 0.5
    assert agreement(reading(line("abcdefghij")), both) == 0
    assert agreement(reading(line("a")), reading()) == 0


def test_nothing_and_nothing_agree():
    assert agreement(reading(), reading()) == 1
    assert agreement(reading(), reading(line("a"))) == 0
