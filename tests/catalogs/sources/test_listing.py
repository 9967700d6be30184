"""Which files inputs name, by which keys, and what is refused."""

import pytest

from vlcorpus.catalogs.sources.listing import list_files
from vlcorpus.catalogs.sources.location import Location
from vlcorpus.schemas.errors import ConfigError

FILES = ("a.pdf", "B.PDF", "notes.txt", "deep/c.pdf", "deep/er/d.pdf", ".hidden.pdf")


@pytest.fixture
def folder(tmp_path):
    for name in FILES:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path / "in"


def keys(*inputs) -> list[str]:
    return [item.key for item in list_files([Location(str(uri)) for uri in inputs], ("*.pdf",))]


def test_a_folder_gives_the_files_of_the_pattern_in_any_case_sorted(folder):
    assert keys(folder) == sorted(["a.pdf", "B.PDF", "deep/c.pdf", "deep/er/d.pdf", ".hidden.pdf"])


def test_what_is_named_is_taken_whatever_its_ending(folder):
    assert keys(folder / "notes.txt") == ["notes.txt"]


@pytest.mark.parametrize(
    ("glob", "found"),
    [
        ("*.pdf", [".hidden.pdf", "a.pdf"]),
        ("*.txt", ["notes.txt"]),
        ("?.pdf", ["a.pdf"]),
        ("[a-c].pdf", ["a.pdf"]),
        ("deep/*.pdf", ["c.pdf"]),
        ("**/*.pdf", [".hidden.pdf", "a.pdf", "deep/c.pdf", "deep/er/d.pdf"]),
        ("**/er/*", ["deep/er/d.pdf"]),
        ("*/er/d.pdf", ["deep/er/d.pdf"]),
        ("de*", ["deep/c.pdf", "deep/er/d.pdf"]),
    ],
)
def test_keys_of_a_glob_begin_below_its_folder(folder, glob, found):
    assert keys(folder / glob) == found


def test_a_key_stays_when_the_folder_moves(folder):
    before = keys(folder)
    assert keys(folder.rename(folder.parent / "moved")) == before


def test_items_know_their_size_and_their_input(folder):
    items = list_files([Location(f"{folder}/a.pdf"), Location(f"{folder}/deep")], ("*.pdf",))
    assert [(item.key, item.n_bytes, item.input) for item in items] == [
        ("a.pdf", 5, 0),
        ("c.pdf", 10, 1),
        ("er/d.pdf", 13, 1),
    ]


def test_two_files_of_one_key_are_refused(folder):
    (folder / "deep/a.pdf").write_bytes(b"another")
    with pytest.raises(ConfigError, match=r"the same key 'a\.pdf'.*common parent"):
        keys(folder / "a.pdf", folder / "deep")


def test_a_file_that_two_inputs_reach_under_two_keys_is_refused(folder):
    with pytest.raises(ConfigError, match="reached through two inputs"):
        keys(folder, folder / "deep")


def test_an_input_that_is_named_twice_is_read_once(folder):
    assert keys(folder / "a.pdf", folder / "a.pdf") == ["a.pdf"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ink", r"Did you mean .*/in\?"),
        ("in/a.pfd", r"Did you mean .*/in/a\.pdf\?"),
        ("quite-another", "Check the name"),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest_name(folder, name, told):
    with pytest.raises(ConfigError, match=f"no such file or folder.*{told}"):
        keys(folder.parent / name)


def test_a_folder_without_such_a_file_tells_what_it_holds(folder):
    (folder / "texts").mkdir()
    (folder / "texts/x.txt").write_bytes(b"x")
    (folder / "texts/README").write_bytes(b"x")
    with pytest.raises(ConfigError, match=r"no file named \*\.pdf .*It holds 1 \.txt, 1 no extension"):
        keys(folder / "texts")


def test_a_glob_that_matches_nothing_is_refused(folder):
    with pytest.raises(ConfigError, match="there is no file to read"):
        keys(folder / "*.png")
