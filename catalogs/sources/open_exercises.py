"""Choose the source that reads the exercises a user names."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable

from vlcorpus.catalogs.sources.exercise_pages import PAGE_ENDINGS, ExercisePages
from vlcorpus.catalogs.sources.exercise_table import ExerciseJson, ExerciseTable
from vlcorpus.catalogs.sources.file_source import MAX_FILE_BYTES, FileSource
from vlcorpus.catalogs.sources.geometry3k import EXERCISE, Geometry3k, is_geometry3k
from vlcorpus.catalogs.sources.image_address import folder_of
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.open import Kind, Kinds, endings_of, kind_by_ending, kind_of_input, open_kind
from vlcorpus.catalogs.sources.record_json import JSON_ENDINGS
from vlcorpus.catalogs.sources.record_table import TABLE_ENDINGS
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.tree import tree_of
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
    image_prefix: str | None = None,
    text_encoding: str | None = None,
    limit: int | None = None,
) -> Source:
    """Return the source of `inputs`, which are all of one kind.

    `.parquet`, `.csv`, `.tsv` and `.jsonl` are tables, `.json` files of records (`columns` name what is for
    what), `.html` and `.cnxml` pages; a folder with `_table.json` is a committed table, one of `data.json`
    and `logic_form.json` Geometry3K, any other folder what its files are. `limit` keeps the first rows.
    Raises ConfigError for inputs of several kinds, and of none.
    """
    of_images = {"image_folder": image_folder, "image_prefix": image_prefix}
    of_records = {**of_images, "text_encoding": text_encoding, **columns}
    return open_kind(
        inputs,
        _kind,
        dict.fromkeys((ExerciseTable, ExerciseJson, Geometry3k), of_records),
        source=source,
        license=license,
        max_file_bytes=max_file_bytes,
        limit=limit,
    )


def _kind(location: Location) -> Kind:
    name = location.public_uri.rpartition("/")[2]
    if name == EXERCISE and is_geometry3k(_json_files(location)):
        return Geometry3k
    return kind_of_input(location, KINDS, _kind_of_folder, "exercises")


def _json_files(location: Location) -> list[str]:
    """Return the JSON files below the folder of a file, or of a glob."""
    root = folder_of(location.root, is_file=not location.is_glob)
    return [entry.path for entry in tree_of(root).walk(root.path) if entry.path.endswith(JSON_ENDINGS)]


def _kind_of_folder(location: Location) -> type[FileSource]:
    """Return what the files of a folder are. Raises ConfigError for several kinds, and for none."""
    where = printable(location.public_uri)
    paths: defaultdict[type[FileSource], list[str]] = defaultdict(list)
    others: Counter[str] = Counter()
    for entry in tree_of(location).walk(location.path):
        if kind := kind_by_ending(entry.path, KINDS):
            paths[kind].append(entry.path)
        else:
            others[os.path.splitext(entry.path)[1].lower() or "no ending"] += 1
    if len(paths) > 1:
        found = "; ".join(f"{len(of)} like {printable(of[0])}" for of in paths.values())
        ending = os.path.splitext(next(iter(paths.values()))[0])[1]
        raise ConfigError(
            f"{where}: its files are of several kinds: {found}. Name files of one kind, as in "
            f"'{where}/**/*{ending}', and make a table of each kind."
        )
    if not paths:
        held = ", ".join(f"{n} {ending}" for ending, n in others.most_common(8)) or "no files"
        raise ConfigError(
            f"{where}: no file in it is known to hold exercises. It holds {held}. Name files of one kind; "
            f"known are {endings_of(KINDS)}."
        )
    kind, of = next(iter(paths.items()))
    return Geometry3k if kind is ExerciseJson and is_geometry3k(of) else kind
