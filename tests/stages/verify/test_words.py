import pytest

from vlcorpus.stages.verify.words import TYPES


def words(lang, type_, text):
    return [value for end, value in TYPES[lang][type_].words(text, 0) if end == len(text)]


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        ("integer", "0", "0"),
        ("integer", "-12", "-12"),
        ("number", "7", "7"),
        ("number", "0.5", "0.5"),
        ("number", "-5/2", "-5/2"),
        ("number", "(1+2√3)/5", "(1+2*sqrt(3))/5"),
        ("number", "1-√12", "1-sqrt(12)"),
        ("number", "3√2", "3*sqrt(2)"),
        ("number", "-√3/2", "-sqrt(3)/2"),
        ("count", "3", "3"),
        ("count", "three", "3"),
        ("count", "no", "0"),
        ("yes_no", "yes", "yes"),
    ],
)
def test_a_word_is_what_claims_write(type_, text, value):
    assert words("en", type_, text) == [value]


@pytest.mark.parametrize(
    ("type_", "text", "value"), [("count", "两", "2"), ("count", "十二", "12"), ("yes_no", "否", "no")]
)
def test_words_of_chinese(type_, text, value):
    assert words("zh", type_, text) == [value]


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("integer", "07"),
        ("integer", "-0"),
        ("integer", "1.0"),
        ("number", "1/0"),
        ("number", "1."),
        ("number", "√"),
        ("number", "2√3+1"),
        ("yes_no", "maybe"),
    ],
)
def test_what_is_no_word_is_none(type_, text):
    assert words("en", type_, text) == []
