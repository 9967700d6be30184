import pytest

from vlcorpus.stages.verify.patterns import parse_pattern
from vlcorpus.stages.verify.words import Names

TYPES = {"point": Names("[A-Z]"), "segment": Names("[A-Z]{2}"), "name": Names("[a-z ]+")}


def read(pattern, text):
    return list(parse_pattern(pattern, TYPES).read(text))


@pytest.mark.parametrize(
    ("pattern", "text", "slots"),
    [
        ("{point} lies on {segment}", "P lies on AB", {"point": "P", "segment": "AB"}),
        ("{Which|What} is {segment |}{segment}?", "What is segment AB?", {"segment": "AB"}),
        ("{Which|What} is {segment |}{segment}?", "Which is AB?", {"segment": "AB"}),
        ("{segment1} meets {segment2}", "AB meets CD", {"segment1": "AB", "segment2": "CD"}),
        ("{点{point}|{point}点}在圆上", "P点在圆上", {"point": "P"}),
        ("{point} and again {point}", "P and again P", {"point": "P"}),
        (r"\{{point}\} \| f(x) = [1, 2)", "{P} | f(x) = [1, 2)", {"point": "P"}),
    ],
)
def test_a_text_fits(pattern, text, slots):
    assert read(pattern, text) == [slots]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{point} lies on {segment}", "P lies on AB."),
        ("{point} lies on {segment}", "p lies on AB"),
        ("{point} lies on {segment}", "P lies  on AB"),
        ("{point} lies on {segment}", "P lies on ABC"),
        ("{point} and again {point}", "P and again Q"),
        ("a{b|c}", "a"),
    ],
)
def test_nothing_is_skipped(pattern, text):
    assert read(pattern, text) == []


def test_every_way_to_fit_is_found():
    found = read("{name1} and {name2}", "you and me and him")
    assert found == [{"name1": "you and me", "name2": "him"}, {"name1": "you", "name2": "me and him"}]


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{circle} is round", "no type 'circle'; there are point"),
        ("{point is here", "not closed"),
        ("point} is here", "closes before ' is here'"),
        ("{a|b", "not closed"),
    ],
)
def test_a_pattern_that_is_none_is_quoted(pattern, why):
    with pytest.raises(ValueError, match=why) as error:
        parse_pattern(pattern, TYPES)
    assert repr(pattern) in str(error.value)


@pytest.mark.parametrize(
    ("pattern", "slots"),
    [("{point} {a|b}", {"point"}), ("{point|}", set()), ("{{point}|the {point}}", {"point"})],
)
def test_slots_that_are_always_filled(pattern, slots):
    assert parse_pattern(pattern, TYPES).slots == slots
