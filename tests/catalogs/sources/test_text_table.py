"""Records of CSV, TSV and JSONL with the byte at which each begins."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.catalogs.sources import text_table
from vlcorpus.catalogs.sources.text_table import TextTable
from vlcorpus.schemas.errors import ConfigError, Reject

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=20)


def table(name: str, content: bytes | str) -> TextTable:
    content = content.encode() if isinstance(content, str) else content
    return TextTable(io.BufferedReader(io.BytesIO(content)), name)


def records(name: str, content: bytes | str, offset: int | None = None) -> list:
    """Return the records; of a reject, its reason."""
    found = table(name, content).records(offset)
    return [str(record.reason) if isinstance(record, Reject) else record for _, record in found]


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_what_the_csv_module_writes_is_read_back(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([("a", "b"), *rows])
    assert records("t.csv", out.getvalue()) == [{"a": a, "b": b} for a, b in rows]


@given(st.lists(st.dictionaries(CELLS, CELLS | st.integers(), max_size=3), max_size=5))
def test_what_json_writes_line_by_line_is_read_back(rows):
    text = "".join(json.dumps(row) + "\n" for row in rows)
    if text:
        assert records("t.jsonl", text) == rows


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", 'a,b\n1,"x\ny"\n2,z\n'),
        ("t.tsv", "a\tb\n1\tx\n2\tz\n"),
        ("t.ndjson", '{"a":1}\n\n{"a":2}\n'),
    ],
)
def test_reading_may_begin_where_a_record_begins(name, text):
    places = [begin for begin, _ in table(name, text).records()]
    whole = records(name, text)
    assert [records(name, text, offset=begin) for begin in places] == [whole[i:] for i in range(len(whole))]


def test_a_quote_in_tsv_is_a_sign_like_any_other():
    assert records("t.tsv", 'a\tb\n"1\t2"\n') == [{"a": '"1', "b": '2"'}]


def test_a_mark_of_byte_order_is_no_part_of_the_first_name():
    assert table("t.csv", b"\xef\xbb\xbfa,b\n").names == ("a", "b")


@pytest.mark.parametrize(
    ("name", "bad", "reason"),
    [
        ("t.csv", "1,2,3", "line_broken"),
        ("t.csv", "1", "line_broken"),
        ("t.csv", '1,"2"x', "line_broken"),
        ("t.csv", '1,"2', "line_broken"),
        ("t.tsv", "1", "line_broken"),
        ("t.jsonl", '{"a": ', "json_broken"),
        ("t.jsonl", "[1]", "json_broken"),
    ],
)
def test_a_bad_line_costs_itself_alone(name, bad, reason):
    head, good = ("", '{"a": 1, "b": 2}') if name == "t.jsonl" else ("a,b\n", "1,2")
    text = f"{head}{good}\n{bad}\n{good}\n"
    text = text.replace(",", "\t") if name == "t.tsv" else text
    first, found, last = records(name, text)
    assert (first == last, found) == (True, reason)


def test_an_empty_line_is_no_record():
    assert records("t.csv", "a,b\n\n1,2\n\n") == [{"a": "1", "b": "2"}]


def test_names_of_jsonl_are_those_of_its_first_hundred_records():
    text = '{"a": 1}\n' * 99 + '{"b": 1}\n{"c": 1}\n'
    assert table("t.jsonl", text).names == ("a", "b")


def test_a_column_without_a_name_is_called_by_its_place():
    assert table("t.csv", "a,,c\n").names == ("a", "column_1", "c")


@pytest.mark.parametrize(
    ("text", "told"), [("a,b,a\n", "several columns are called a"), ('"a\n', "is no header")]
)
def test_a_wrong_header_is_refused(text, told):
    with pytest.raises(ConfigError, match=told):
        table("t.csv", text)


def test_a_table_of_no_bytes_is_empty():
    with pytest.raises(Reject, match="file_empty"):
        table("t.csv", "")


def test_a_record_has_an_end(monkeypatch):
    monkeypatch.setattr(text_table, "_MAX_RECORD_BYTES", 60)
    text = 'a,b\n1,"' + "x\n" * 40 + '"\n1,2\n'
    first, *between, last = records("t.csv", text)
    assert (first, last) == ("line_broken", {"a": "1", "b": "2"})
    assert set(between) == {"line_broken"}
    assert len(between) == 40  # the lines of the field, each of which is no record
