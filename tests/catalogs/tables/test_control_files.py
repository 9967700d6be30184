"""A control file is what its form says, or it is named with what is wrong with it; never a traceback."""

from dataclasses import dataclass, field

import pytest

from vlcorpus.catalogs.tables.control_files import Damage, DamagedFile, decoded, read_control_file
from vlcorpus.catalogs.tables.storage import Storage


@dataclass
class Form:
    n: int
    names: list[str] = field(default_factory=list)


@pytest.fixture
def files(tmp_path):
    return Storage(str(tmp_path))


def test_a_file_of_its_form_comes_back(files):
    files.write("a.json", b'{"n": 3, "names": ["x"], "of a later version": 1}')
    assert read_control_file(files, "a.json", Form) == Form(3, ["x"])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b'{"n": 3, "na', "Invalid JSON: EOF"),
        (b'{"partition": 1}', "n: Field required"),
        (b'{"n": "3"}', "n: Input should be a valid integer"),
        (b"[]", "Input should be"),
        (b"\xff\xfe", "Invalid JSON"),
        (b"[" * 100_000, "Invalid JSON: recursion limit"),
    ],
)
def test_what_is_wrong_is_said_without_the_content(files, content, why):
    files.write("a.json", content)
    with pytest.raises(DamagedFile, match=rf"a\.json: .*{why}"):
        read_control_file(files, "a.json", Form)


def test_the_content_is_not_repeated():
    with pytest.raises(ValueError, match="n: ") as told:
        decoded(b'{"n": "secret"}', Form)
    assert "secret" not in str(told.value)


def test_a_file_that_is_not_there_and_a_fault_of_the_machine_are_no_damage(files, monkeypatch):
    with pytest.raises(FileNotFoundError):
        read_control_file(files, "a.json", Form)

    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Storage, "read", fail)
    with pytest.raises(OSError, match="Input/output"):
        read_control_file(files, "a.json", Form)


def test_a_damage_is_told_once_and_set_aside(files, caplog):
    files.write("commits/a.json", b"x")
    damage = Damage(files, "commits/a.json", "it is no commit")
    damage.tell()
    Damage(files, "commits/a.json", "it is no commit").tell()
    assert [record.getMessage() for record in caplog.records] == [
        f"{files.path('commits/a.json')}: it is no commit; it counts for nothing"
    ]
    damage.set_aside()
    assert (files.names("commits"), files.read("damaged/commits-a.json")) == ([], b"x")
    damage.set_aside()  # it is gone already
