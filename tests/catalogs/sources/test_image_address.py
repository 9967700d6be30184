"""An address that strangers wrote: a file below the input, a data URI, or neither."""

import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.catalogs.sources.image_address import data_of, folder_of, read_first, refuse_remote
from vlcorpus.catalogs.sources.location import Location
from vlcorpus.schemas.errors import Reject


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in/images").mkdir(parents=True)
    (tmp_path / "in/images/a.jpg").write_bytes(b"JPG")
    (tmp_path / "in/empty.jpg").write_bytes(b"")
    (tmp_path / "secret.jpg").write_bytes(b"no")
    return Location(str(tmp_path / "in"))


@given(st.binary(max_size=100))
def test_a_data_uri_gives_its_bytes_back_in_either_form(content):
    assert data_of("data:image/png;base64," + base64.b64encode(content).decode()) == content
    assert data_of("DATA:," + quote(content)) == content


@pytest.mark.parametrize("code", ["aGk=", "aGk", "aG\n k="])
def test_base64_may_lack_its_padding_and_hold_spaces(code):
    assert data_of(f"data:;base64,{code}") == b"hi"


@pytest.mark.parametrize("address", ["a.jpg", "data.jpg", "data:no-comma", ""])
def test_what_is_no_data_uri_is_none(address):
    assert data_of(address) is None


def test_a_data_uri_of_other_signs_is_a_broken_image():
    with pytest.raises(Reject, match="no base64") as error:
        data_of("data:;base64,????")
    assert error.value.reason == "image_broken"


@pytest.mark.parametrize(
    "address",
    ["http://h/a.jpg", "HTTPS://h/a", "//h/a.jpg", "s3://b/a", "file:a.jpg", "javascript:x"],
)
def test_an_address_with_a_scheme_or_a_host_is_not_fetched(address):
    with pytest.raises(Reject, match="image_not_local"):
        refuse_remote(address)


@pytest.mark.parametrize("address", ["a.jpg", "a/b.jpg", "/a.jpg", "a:b.jpg", "../a.jpg", "x#//h"])
def test_a_path_is_not_remote(address):
    refuse_remote(address)


@pytest.mark.parametrize("path", ["images/a.jpg", "./images//a.jpg", "images/x/../a.jpg"])
def test_a_file_below_the_folder_is_read_under_its_plain_name(folder, path):
    assert read_first(folder, [path], 100) == (f"{folder.public_uri}/images/a.jpg", b"JPG")


@pytest.mark.parametrize("path", ["../secret.jpg", "/etc/passwd", "images/../../secret.jpg", ".."])
def test_a_path_that_leaves_the_folder_opens_nothing(folder, path):
    with pytest.raises(Reject, match="path_outside"):
        read_first(folder, [path], 100)


def test_the_first_that_is_a_file_counts(folder):
    assert read_first(folder, ["../secret.jpg", "gone.jpg", "images/a.jpg"], 100)[1] == b"JPG"


def test_of_several_that_are_none_the_first_is_told(folder):
    with pytest.raises(Reject, match=r"one\.jpg"):
        read_first(folder, ["one.jpg", "two.jpg"], 100)


def test_a_file_that_is_there_but_empty_ends_the_search(folder):
    with pytest.raises(Reject, match="file_empty"):
        read_first(folder, ["empty.jpg", "images/a.jpg"], 100)


@pytest.mark.parametrize(("limit", "fits"), [(3, True), (2, False)])
def test_both_sides_of_the_limit(folder, limit, fits):
    if fits:
        assert read_first(folder, ["images/a.jpg"], limit)[1] == b"JPG"
    else:
        with pytest.raises(Reject, match="file_too_large"):
            read_first(folder, ["images/a.jpg"], limit)


@pytest.mark.parametrize("name", ["a\0b.jpg", "\ud800.jpg"])
def test_what_no_file_can_be_called_is_missing(folder, name):
    with pytest.raises(Reject, match="file_missing"):
        read_first(folder, [name], 100)


def test_no_path_at_all_is_no_image(folder):
    with pytest.raises(Reject, match="image_missing"):
        read_first(folder, [], 100)


@pytest.mark.parametrize(
    ("uri", "is_file", "folder"),
    [
        ("/data/t.csv", True, "/data"),
        ("/data", False, "/data"),
        ("s3://bucket/a/t.csv?region=x", True, "s3://bucket/a?region=x"),
    ],
)
def test_a_file_stands_for_its_folder(uri, is_file, folder):
    assert folder_of(Location(uri), is_file).uri == folder
