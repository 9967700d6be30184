"""Choose the source that reads the exercises a user names."""

from collections.abc import Iterable

from vlcorpus.catalogs.sources.exercise_pages import PAGE_ENDINGS, ExercisePages
from vlcorpus.catalogs.sources.exercise_table import ExerciseJson, ExerciseTable
from vlcorpus.catalogs.sources.file_source import MAX_FILE_BYTES
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.open import Kind, Kinds, kind_by_ending, open_kind
from vlcorpus.catalogs.sources.record_json import JSON_ENDINGS
from vlcorpus.catalogs.sources.record_table import TABLE_ENDINGS
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.sources.tree import tree_of
from vlcorpus.catalogs.tables.table import MANIFEST
from vlcorpus.schemas.errors import ConfigError

KINDS: Kinds = {TABLE_ENDINGS: ExerciseTable, JSON_ENDINGS: ExerciseJson, PAGE_ENDINGS: ExercisePages}


def open_exercises(
    inputs: Iterable[str],
    *,
    columns: dict[str, str | None],
    source: str | None = None,
    license: str | None = None,
    max_file_bytes: int = MAX_FILE_BYTES,
    image_folder: str | None = None,
    text_encoding: str | None = None,
    limit: int | None = None,
) -> Source:
    """Return the source of `inputs`, which are all of one kind.

    `.parquet`, `.csv`, `.tsv` and `.jsonl` are tables, `.json` files of records (`columns` name what is for
    what), `.html` and `.cnxml` pages; a folder with `_table.json` is a committed table, any other folder what
    its files are. `limit` keeps the first rows. Raises ConfigError for inputs of several kinds, and of none.
    """
    of_records = {"image_folder": image_folder, "text_encoding": text_encoding, **columns}
    return open_kind(
        inputs,
        _kind,
        {ExerciseTable: of_records, ExerciseJson: of_records},
        source=source,
        license=license,
        max_file_bytes=max_file_bytes,
        limit=limit,
    )


def _kind(location: Location) -> Kind:
    if kind := kind_by_ending(location.public_uri, KINDS):
        return kind
    where, known = (
        printable(location.public_uri),
        ", ".join(ending for endings in KINDS for ending in endings),
    )
    tree = tree_of(location)
    here = None if location.is_glob else tree.entry(location.path)
    if here is None or not here.is_folder:
        raise ConfigError(f"{where}: it is not known how to read exercises from it. Known are {known}.")
    if tree.entry(f"{location.path}/{MANIFEST}") is not None:
        return TableRows
    kinds = {kind for entry in tree.walk(location.path) if (kind := kind_by_ending(entry.path, KINDS))}
    if len(kinds) != 1:
        found = ", ".join(sorted(kind.__name__ for kind in kinds)) or "none"
        raise ConfigError(
            f"{where}: its files are of several kinds, or of none ({found}). Name files of one kind, as in "
            f"'{where}/*.jsonl'. Known are {known}."
        )
    return kinds.pop()
