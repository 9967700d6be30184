import io

import pytest

from vlcorpus.catalogs.sources.json_lists import JsonLists


def lists(text):
    return JsonLists(io.BufferedReader(io.BytesIO(text.encode())), None).survey()


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ('[{"a": 1}, {"b": 2}]', 2),
        ('{"keywords": ["x"], "example": [{"a": 1}], "more": [{"c": 1}]}', 1),  # GaoKao-Bench
        ('{"a": 1, "b": ["x"]}', 1),  # Geometry3K: a file an exercise
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


def test_what_is_broken_ends_the_records_with_a_reason():
    *whole, broken = lists('[{"a": 1}, {"a"').records(0, 10)
    assert (whole, broken.reason) == ([{"a": 1}], "json_broken")
