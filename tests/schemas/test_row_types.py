"""Rows by name and version: what a table keeps stays true when a class moves or its columns change.

columns.json holds the columns of each version. A new column is a new version: raise `schema_version` of the
class, and record it: `python -m tests.schemas.test_row_types`.
"""

import hashlib
import json
from pathlib import Path

import pytest

from vlcorpus.schemas.arrow import arrow_schema
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row_types import FORMER_PATHS, FORMER_VERSIONS, ROW_TYPES, find_row_type, name_of
from vlcorpus.schemas.sample import Sample

LOCK = Path(__file__).with_name("columns.json")


def columns() -> dict[str, str]:
    """Return a hash of the columns of each row type, by its name and version."""
    found = {}
    for name in ROW_TYPES:
        row_type = find_row_type(name)
        found[name_of(row_type)] = columns_of(row_type)
    return found


def columns_of(row_type: type) -> str:
    return hashlib.sha256(str(arrow_schema(row_type)).encode()).hexdigest()[:16]


def test_a_row_whose_columns_changed_has_a_new_version():
    lock = json.loads(LOCK.read_text())
    now = columns()
    changed = [name for name in now if name in lock and lock[name] != now[name]]
    assert changed == [], "raise their schema_version"
    assert set(now) <= set(lock), "record the new versions: see the docstring"


def test_a_row_type_goes_by_its_name_and_version():
    assert name_of(Rejection) == "rejection/1"
    assert find_row_type("rejection/1") is Rejection


def test_names_of_the_first_release_still_lead_to_the_rows():
    assert find_row_type("schemas.sample:Sample") is Sample
    assert all(find_row_type(path) for path in FORMER_PATHS)


def test_a_former_version_has_the_columns_that_it_had():
    lock = json.loads(LOCK.read_text())
    assert {name: columns_of(find_row_type(name)) for name in FORMER_VERSIONS}.items() <= lock.items()


def test_a_type_that_nobody_registered_goes_by_its_path():
    assert name_of(Foreign) == "tests.schemas.test_row_types:Foreign/1"
    assert find_row_type(name_of(Foreign)) is Foreign


def test_what_a_table_says_makes_nobody_import_anything(tmp_path, monkeypatch):
    (tmp_path / "hostile_rows.py").write_text(
        f"open({str(tmp_path / 'ran')!r}, 'w').close()\nclass Row: pass\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("hostile_rows:Row", "hostile_rows:Row/1"):
        with pytest.raises(ConfigError, match="registered by the entry points"):
            find_row_type(name)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "name", ["os:system", "subprocess:Popen", "json:loads/1", "sample/1; drop", "sample/ "]
)
def test_what_is_no_row_is_refused(name):
    with pytest.raises(ConfigError):
        find_row_type(name)


@pytest.mark.parametrize(
    "name", ["nobody/1", "no.such.module:Row/1", "vlcorpus.schemas.sample:Nothing/1", ""]
)
def test_a_type_that_is_not_there_is_named(name):
    with pytest.raises(ConfigError, match="no row type"):
        find_row_type(name)


def test_a_version_of_tomorrow_asks_for_an_upgrade():
    with pytest.raises(ConfigError, match="upgrade vlcorpus"):
        find_row_type("sample/99")


class Foreign:
    """A row of another package."""


if __name__ == "__main__":
    kept = json.loads(LOCK.read_text()) if LOCK.exists() else {}
    LOCK.write_text(json.dumps(kept | columns(), indent=1, sort_keys=True) + "\n")
