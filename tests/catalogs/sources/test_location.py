"""An input as a user names it, and what of it a row may tell."""

import pytest

from vlcorpus.catalogs.sources.location import Location, printable


@pytest.mark.parametrize(
    ("uri", "public"),
    [
        ("s3://KEY:se%2Fcret@bucket/a b/?region=eu-west-1&endpoint_override=h:1", "s3://bucket/a b"),
        ("gs://anonymous@bucket/x", "gs://bucket/x"),
        ("memory://bucket/x/", "memory://bucket/x"),
    ],
)
def test_credentials_and_options_never_leave_the_location(uri, public):
    assert Location(uri).public_uri == public


@pytest.mark.parametrize(
    ("uri", "local"),
    [
        ("/a", True),
        ("a b", True),
        ("file:///a", True),
        ("local:///a", True),
        ("s3://b/a", False),
        ("memory://a", False),
    ],
)
def test_what_lies_on_this_machine(uri, local):
    assert Location(uri).is_local is local


@pytest.mark.parametrize(
    ("uri", "is_glob"),
    [
        ("/nowhere/*.pdf", True),
        ("/nowhere/a?.pdf", True),
        ("/nowhere/[ab].pdf", True),
        ("/nowhere/a.pdf", False),
        ("s3://bucket/*.pdf", True),
        ("s3://bucket/a.pdf?region=x", False),
        ("s3://bucket/a.pdf?glob=*", False),
    ],
)
def test_what_is_a_pattern(uri, is_glob):
    assert Location(uri).is_glob is is_glob


def test_what_exists_under_that_very_name_is_no_pattern(tmp_path):
    assert Location(f"{tmp_path}/a[1]").is_glob
    (tmp_path / "a[1]").mkdir()
    assert not Location(f"{tmp_path}/a[1]").is_glob


@pytest.mark.parametrize(
    ("uri", "folder", "segments"),
    [
        ("/a/b/*.pdf", "/a/b", ["*.pdf"]),
        ("/a/*/c/*.pdf", "/a", ["*", "c", "*.pdf"]),
        ("/*.pdf", "/", ["*.pdf"]),
        ("*.pdf", ".", ["*.pdf"]),
        ("s3://bucket/a/**/*.pdf?region=x", "s3://bucket/a?region=x", ["**", "*.pdf"]),
    ],
)
def test_a_glob_begins_below_a_folder(uri, folder, segments):
    root, rest = Location(uri).split_glob()
    assert (root.uri, rest) == (folder, segments)


def test_a_path_and_its_public_uri_are_two_names_of_a_file():
    bucket = Location("memory://bucket/in?token=secret")
    uri = bucket.uri_of(f"{bucket.path}/a.pdf")
    assert uri == "memory://bucket/in/a.pdf"
    assert bucket.path_of(uri) == f"{bucket.path}/a.pdf"


def test_links_stay_and_the_path_becomes_absolute(tmp_path, monkeypatch):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.chdir(tmp_path)
    assert Location("link/").path == f"{tmp_path}/link"


@pytest.mark.parametrize(("name", "text"), [("a.pdf", "a.pdf"), ("é", "é"), ("a\udcff.pdf", r"a\xff.pdf")])
def test_a_name_that_is_no_utf8_is_printable(name, text):
    assert printable(name) == text
