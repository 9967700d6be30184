import io

import pytest

from vlcorpus.catalogs.sources.json_lists import JsonLists
from vlcorpus.schemas.errors import Reject


def lists(text):
    return JsonLists(io.BufferedReader(io.BytesIO(text.encode())), None).survey()


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ('[{"a": 1}, {"b": 2}]', 2),
        ('{"keywords": ["x"], "example": [{"a": 1}], "more": [{"c": 1}]}', 1),  # GaoKao-Bench
        ('{"a": 1, "b": ["x"]}', 1),  # Geometry3K: a file an exercise
        ('{"1": {"a": 1}, "2": {"a": 2}}', 2),  # ScienceQA
        ('{"a": {"b": 1}, "c": 2}', 1),
        ("[]", 0),
        ("[1, 2]", 2),
    ],
)
def test_records_are_found_wherever_they_are(text, n):
    found = lists(text)
    assert found.n_rows == n
    assert found.is_known is (n > 0 and "{" in text)
    assert len(list(found.records(0, 10))) == n


def test_names_of_all_sampled_records_count():
    assert lists('[{"a": 1}, {"b": 2}]').sampled_names() == ("a", "b")


def test_members_of_an_object_say_what_they_are_called():
    assert list(lists('{"x": {"a": 1}}').records(0, 9)) == [{"key": "x", "a": 1}]


def test_what_is_broken_before_its_first_record_is_broken():
    for text in ('[{"a"', '{"a"', '{"a": 1, "b": [{"c"'):
        with pytest.raises(Reject, match="json_broken"):
            lists(text)


def test_what_is_broken_ends_the_records_with_a_reason():
    *whole, broken = lists('[{"a": 1}, {"a"').records(0, 10)
    assert (whole, broken.reason) == ([{"a": 1}], "json_broken")
    *whole, broken = lists('{"x": {"a": 1}, "y": {"a"').records(0, 10)
    assert (whole, broken.reason) == ([{"key": "x", "a": 1}], "json_broken")
