"""Which field says what, and what of it a row can hold."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.catalogs.sources.pair_source import (
    as_json,
    as_text,
    check_content,
    parsed_object,
    taken,
)
from vlcorpus.schemas.errors import Reject

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_what_is_written_as_json_is_read_back(fields):
    assert parsed_object(as_json(fields, "a").encode(), "a") == fields


def test_what_is_taken_is_gone_and_the_rest_stays():
    fields = {"URL": "u", "text": "t"}
    assert taken(fields, ("url",)) == "u"
    assert taken(fields, ("url",)) is None
    assert fields == {"text": "t"}


@pytest.mark.parametrize(("value", "text"), [("a", "a"), ("", ""), (None, "")])
def test_a_text_as_found(value, text):
    assert as_text(value, "a") == text


@pytest.mark.parametrize(
    ("value", "reason"), [(3, "text_not_a_string"), (["a"], "text_not_a_string"), ("\ud800", "text_not_utf8")]
)
def test_what_is_no_text(value, reason):
    with pytest.raises(Reject) as error:
        as_text(value, "a")
    assert error.value.reason == reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "json_broken"),
        (b"[1]", "json_broken"),
        (b"null", "json_broken"),
        (b"[" * 100_000, "json_broken"),
    ],
)
def test_what_is_no_object(content, reason):
    with pytest.raises(Reject) as error:
        parsed_object(content, "a")
    assert error.value.reason == reason


def test_what_json_has_no_type_for_is_written_as_its_text():
    assert json.loads(as_json({"on": date(2026, 11, 29)}, "a")) == {"on": "2026-11-29"}


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_has_no_number_for_is_broken(value):
    with pytest.raises(Reject, match="json_broken"):
        as_json({"a": value}, "a")


def test_half_of_a_surrogate_pair_is_escaped():
    assert as_json({"a": "\ud800é"}, "a") == '{"a": "\\ud800\\u00e9"}'


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "file_empty"), (b"1", None), (b"123", None), (b"1234", "file_too_large")]
)
def test_both_sides_of_the_limits_of_an_image(content, reason):
    if reason is None:
        check_content(content, "a", 3)
        return
    with pytest.raises(Reject) as error:
        check_content(content, "a", 3)
    assert error.value.reason == reason


def test_bytes_of_json_that_are_no_text_are_surrogates():
    assert parsed_object(b'{"a": "\xff"}', "a") == {"a": "\udcff"}
    assert parsed_object('{"a": "图"}'.encode("gbk"), "a", "gbk") == {"a": "图"}
