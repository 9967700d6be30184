import re
from functools import cache, partial

import pytest

from vlcorpus.pipelines.runtime import function_identity
from vlcorpus.pipelines.runtime.fingerprint import describe
from vlcorpus.schemas.errors import StageBug
from vlcorpus.schemas.reasons import Reason

WORDS = {"cheap", "best"}
PATTERN = re.compile(r"\bbuy\b", re.I)
UNREAD = 7


def spam(text: str, *, min_words: int = 3) -> Reason | None:
    if PATTERN.search(text) or _advertises(text, min_words):
        return Reason.TEXT_REPEATED
    return None


def _advertises(text: str, min_words: int) -> bool:
    return sum(word in WORDS for word in _split(text)) >= min_words


@cache
def _split(text: str) -> list[str]:
    return [word for word in text.split() if word not in STOPS]


STOPS = ("the", "a")


def identity():
    return describe(spam)


def test_a_filter_has_a_name_a_version_its_parameters_and_a_hash_of_what_it_reads():
    found = identity()
    assert {**found, "constants": ""} == {
        "function": "spam", "version": "1", "min_words": 3, "constants": ""
    }  # fmt: skip
    constants = function_identity.constants_of(spam)
    assert {name.rpartition(".")[2] for name in constants} == {"PATTERN", "WORDS", "STOPS"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WORDS", {"cheap", "best", "now"}),
        ("PATTERN", re.compile(r"\bsell\b", re.I)),
        ("PATTERN", re.compile(r"\bbuy\b")),
        ("STOPS", ("the",)),
    ],
)
def test_a_changed_constant_is_another_filter_also_where_another_function_reads_it(monkeypatch, name, value):
    before = identity()
    monkeypatch.setitem(globals(), name, value)
    assert identity() != before


def test_a_constant_that_it_does_not_read_is_no_part_of_it(monkeypatch):
    before = identity()
    monkeypatch.setitem(globals(), "UNREAD", 8)
    assert identity() == before


def test_a_changed_default_is_another_filter(monkeypatch):
    before = identity()
    monkeypatch.setattr(spam, "__kwdefaults__", {"min_words": 4})
    assert identity() != before


def test_a_new_version_is_another_filter(monkeypatch):
    before = identity()
    monkeypatch.setattr(spam, "version", "2", raising=False)
    assert identity() != before


def test_a_default_is_the_same_as_the_value_said_aloud():
    assert describe(partial(spam, min_words=3)) == identity()


@pytest.mark.parametrize("function", [lambda text: None, print, partial(spam, "text")])
def test_what_has_no_stable_name_is_refused(function):
    with pytest.raises(StageBug):
        describe(function)
