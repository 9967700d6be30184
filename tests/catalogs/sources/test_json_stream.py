"""JSON that is read a value at a time."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.catalogs.sources import json_stream
from vlcorpus.catalogs.sources.json_stream import JsonStream
from vlcorpus.schemas.errors import Reject

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def stream(content: bytes | str, encoding: str | None = None) -> JsonStream:
    content = content.encode() if isinstance(content, str) else content
    return JsonStream(io.BufferedReader(io.BytesIO(content)), encoding)


@given(
    values=st.lists(VALUES), indent=st.sampled_from([None, 1]), is_ascii=st.booleans(), step=st.integers(1, 9)
)
def test_the_elements_of_an_array_are_what_json_reads(values, indent, is_ascii, step):
    text = json.dumps(values, indent=indent, ensure_ascii=is_ascii)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_STEP_BYTES", step)
        assert list(stream(text.encode("utf-8", "surrogatepass") if is_ascii else text).elements()) == values


@given(value=st.dictionaries(st.text(), VALUES), step=st.integers(1, 9))
def test_the_members_of_an_object_are_what_json_reads(value, step):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_STEP_BYTES", step)
        cursor = stream(json.dumps(value))
        assert {name: cursor.value() for name in cursor.members()} == value


def test_what_is_not_taken_of_an_object_is_passed_over():
    cursor = stream('{"a": [1, {"b": 2}], "c": {"d": []}, "e": [3, 4], "f": 5}')
    assert [list(cursor.elements()) for name in cursor.members() if name == "e"] == [[3, 4]]


@pytest.mark.parametrize(
    ("text", "n_before"),
    [
        ("", 0),
        ("[", 0),
        ("[1", 1),
        ("[1, 2", 2),
        ("[1 2]", 1),
        ('[{"a": 1}, {"a": ', 1),
        ("[1, ]", 1),
        ("{}", 0),
        ("[" * 100_000, 0),
    ],
)
def test_elements_before_a_break_are_told_and_then_the_break(text, n_before):
    elements = stream(text).elements()
    for _ in range(n_before):
        next(elements)
    with pytest.raises(Reject, match="json_broken"):
        next(elements)


def test_a_value_has_an_end(monkeypatch):
    monkeypatch.setattr(json_stream, "_MAX_VALUE_CHARS", 50)
    monkeypatch.setattr(json_stream, "_STEP_BYTES", 10)
    with pytest.raises(Reject, match="json_broken"):
        list(stream(json.dumps(["x" * 200])).elements())
    assert list(stream(json.dumps(["x" * 40] * 9)).elements()) == ["x" * 40] * 9


def test_a_byte_that_is_no_text_is_a_surrogate():
    cursor = stream(b'["caf\xe9", "a"]')
    assert list(cursor.elements()) == ["caf\udce9", "a"]
    assert not cursor.is_text
    cursor = stream('["一只猫"]'.encode("gbk"), "gbk")
    assert (list(cursor.elements()), cursor.is_text) == (["一只猫"], True)
    assert list(stream("\ufeff[1]").elements()) == [1]
