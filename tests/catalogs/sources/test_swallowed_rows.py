"""Rows between two stray quotes are told from a text of several lines."""

import csv
import io
import time

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.catalogs.sources.conftest import outcomes
from tests.catalogs.sources.pair_tables import save
from tests.catalogs.sources.test_text_table import records, table

# What lines of captions are made of, and what rows are made of, too.
PIECES = [
    "a dog",
    "a.jpg",
    "b.png",
    ", ",
    ",",
    ";",
    "\t",
    '"',
    '""',
    "- ",
    "1. ",
    "http://x.org/a",
    " ",
    "\n",
]
LINES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
CAPTIONS = st.tuples(LINES, LINES).map("\nno row\n".join)
NAMES = st.integers(0, 999).map("img/{}.jpg".format)
# A caption's line that is no row: it has a space behind its comma, or no name of an image in front.
PROSE = [
    "red, blue",
    "- a dog, a cat",
    'a sign "no, thanks"',
    "",
    "x,y",
    "a.jpg, then b.jpg",
    "http://x.org/a",
]
LISTS = st.lists(st.sampled_from(PROSE), min_size=1, max_size=5).map("\n".join)
PLAIN = st.text("ab é.'", min_size=1, max_size=8).filter(lambda text: not text[0].isspace())


def written(rows, delimiter=",", **form) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n", **form).writerows([("image", "text"), *rows])
    return out.getvalue()


def as_records(rows) -> list[dict]:
    return [{"image": image, "text": text} for image, text in rows]


@given(
    st.lists(st.tuples(NAMES, LISTS), max_size=5),
    st.sampled_from(",\t;"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
@example([("img/1.jpg", "red, blue\nbig, small"), ("img/2.jpg", "a, b\nc, d")], ",", csv.QUOTE_MINIMAL)
def test_captions_of_several_lines_are_read_back(rows, delimiter, quoting):
    assert records("t.csv", written(rows, delimiter, quoting=quoting)) == as_records(rows)


@given(st.lists(st.tuples(NAMES, LISTS.filter(bool)), min_size=1, max_size=5))
def test_captions_that_pandas_writes_are_read_back(rows):
    text = pd.DataFrame(as_records(rows)).to_csv(index=False, lineterminator="\n")
    assert records("t.csv", text) == as_records(rows)


@given(st.lists(st.tuples(NAMES, CAPTIONS), max_size=5))
def test_no_text_is_refused_of_which_one_line_behind_the_first_is_no_row(rows):
    assert records("t.csv", written(rows)) == as_records(rows)


@given(
    rows=st.lists(st.tuples(NAMES, PLAIN), min_size=2),
    data=st.data(),
    delimiter=st.sampled_from(",\t;"),
    end=st.sampled_from(["\n", "\r\n"]),
    names=st.permutations(["image", "text"]),
    quoted=st.integers(0, 1),
)
def test_rows_between_two_stray_quotes_are_rows(rows, data, delimiter, end, names, quoted):
    last = data.draw(st.integers(1, len(rows) - 1))
    first = data.draw(st.integers(0, last - 1))
    lines = [[record[name] for name in names] for record in as_records(rows)]
    lines[first][quoted] = '"' + lines[first][quoted]
    lines[last][quoted] += '"'
    content = "".join(delimiter.join(line) + end for line in [names, *lines])
    expected = [dict(zip(names, line, strict=True)) for line in lines]
    assert records("t.csv", content) == [*expected[:first], "line_broken", *expected[first + 1 :]]


MERGED = 'image,text\na.png,"a dog\na.png,x\na.png,y\nimg/b.png,a 5"\na.png,z\n'


def test_the_first_of_the_swallowed_rows_is_a_reject_that_says_why(tmp_path, read):
    rows = read(save(tmp_path, "t.csv", MERGED))
    assert outcomes(rows) == ["line_broken", "row", "row", "row", "row"]
    assert [row.text for row in rows[1:]] == ["x", "y", 'a 5"', "z"]
    assert "13 bytes from byte 11 " in rows[0].detail
    assert "its quote ends 3 lines below, and each of these is a record" in rows[0].detail


def test_swallowed_rows_are_the_same_wherever_reading_begins():
    places = [begin for begin, _ in table("t.csv", MERGED).records()]
    whole = records("t.csv", MERGED)
    assert [records("t.csv", MERGED, offset=begin) for begin in places] == [whole[i:] for i in range(5)]


def test_swallowed_rows_are_counted_in_stretches_as_they_are_read(tmp_path, read):
    lines = [{20: 'a.png,"x', 130: 'a.png,x"'}.get(number, "a.png,y") for number in range(250)]
    rows = read(save(tmp_path, "t.csv", "\n".join(["image,text", *lines, ""])))
    assert [number for number, row in enumerate(outcomes(rows)) if row == "line_broken"] == [20]
    assert outcomes(rows).count("row") == 249


def test_rows_that_two_quotes_make_a_record_of_too_many_fields_are_rows():
    found = records("t.csv", 'image,text\na.png,"x\na.png,y\na.png,a 5",6\n')
    assert found == ["line_broken", {"image": "a.png", "text": "y"}, "line_broken"]


@pytest.mark.parametrize(
    "text",
    [
        "a list:\na.jpg, a dog\nb.jpg, a cat",  # prose has a space behind its comma
        "a list:\na.jpg\nb.jpg",  # no record of two fields
        "a list:\na dog,a cat\na cow,a hen",  # no address where the record has its own
        "a list:\na.jpg,a dog\nand no more",  # one line that is no row is enough
        "two parts\n\na.jpg,a dog",
    ],
)
def test_a_text_of_several_lines_stays_whole(text):
    rows = [("img/1.jpg", text)]
    assert records("t.csv", written(rows)) == as_records(rows)


def test_a_text_whose_every_line_behind_the_first_is_a_row_is_taken_for_rows():
    found = records("t.csv", written([("img/1.jpg", "a list:\na.jpg,a dog\nb.jpg,a cat")]))
    assert found[0] == "line_broken"
    assert found[1:] == as_records([("a.jpg", "a dog"), ("b.jpg", 'a cat"')])


@pytest.mark.parametrize("address", ["http://x.org/1", "data:image/png;base64", "a.JPEG"])
def test_an_address_is_that_of_an_image_or_has_a_scheme(address):
    found = records("t.csv", f'image,text\n{address},"x\n{address},y"\n')
    assert found == ["line_broken", {"image": address, "text": 'y"'}]


def test_quotes_that_stay_open_line_by_line_take_time_as_the_table_is_long():
    n_lines = 10_000  # more than 20 s, where each is read on to the end of the table
    begin = time.perf_counter()
    found = records("t.csv", "a,b\n" + 'a,x","z\n' * n_lines)
    assert found == ["line_broken"] * n_lines
    assert time.perf_counter() - begin < 10
