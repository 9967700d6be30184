"""Words as both sides of a comparison count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.documents.quality.find_words import find_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The river, 1986.", ["The", "river", "1986"]),
        ("well-known", ["well", "known"]),
        ("河流 IMF", ["河", "流", "IMF"]),
        ("แม่น้ำ", list("แม่น้ำ")),
        ("한국", ["한", "국"]),
        ("…—", []),
        ("", []),
    ],
)
def test_scripts_without_spaces_count_by_the_character(text, words):
    assert find_words(text) == words


@given(st.text("a河한 .\n", max_size=30))
def test_where_a_line_breaks_changes_no_word_of_a_script_without_spaces(text):
    without_latin = text.replace("a", "")
    assert find_words(without_latin) == find_words(without_latin.replace("\n", ""))
