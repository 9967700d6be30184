"""Choose the source that reads what a user names."""

import difflib
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from vlcorpus.catalogs.sources.file_source import MAX_FILE_BYTES, FileSource
from vlcorpus.catalogs.sources.files import Files
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.listing import missing
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.parquet_bytes import ParquetBytes
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.sources.tree import tree_of
from vlcorpus.catalogs.sources.warc import Warcs
from vlcorpus.catalogs.tables.table import MANIFEST, TableStore
from vlcorpus.schemas.errors import ConfigError

Kind = type[FileSource] | type[TableRows]
Kinds = Mapping[tuple[str, ...], type[FileSource]]  # kinds of sources by the endings of names
_MIN_LIKENESS = 0.75  # ours: .jsonlines is near to .jsonl, .xlsx to nothing
_PACKED = (".gz", ".bz2", ".xz", ".zst", ".zip")
_KINDS: Kinds = {(".parquet",): ParquetBytes, (".warc", ".warc.gz", ".warc.zst"): Warcs}


def open_source(
    inputs: Iterable[str],
    *,
    source: str | None = None,
    license: str | None = None,
    patterns: tuple[str, ...] = ("*",),
    max_file_bytes: int = MAX_FILE_BYTES,
    content_types: tuple[str, ...] = ("application/pdf",),
    bytes_column: str | None = None,
    key_column: str | None = None,
    license_column: str | None = None,
    source_column: str | None = None,
    limit: int | None = None,
) -> Source:
    """Return the source of `inputs`, which are all of one kind.

    Names and globs that end in `.warc`, `.warc.gz` or `.warc.zst` are WARCs (`content_types` applies), those
    in `.parquet` are Parquet (the columns apply), a folder with `_table.json` is a committed table,
    everything else is files (`patterns` applies). `source` is the name that rows carry, by default that of
    the first input's folder. `limit` keeps the first rows. Raises ConfigError for inputs of several kinds.
    """
    columns = {
        "bytes_column": bytes_column,
        "key_column": key_column,
        "license_column": license_column,
        "source_column": source_column,
    }
    return open_kind(
        inputs,
        _kind,
        {Warcs: {"content_types": content_types}, ParquetBytes: columns, Files: {"patterns": patterns}},
        source=source,
        license=license,
        max_file_bytes=max_file_bytes,
        limit=limit,
    )


def open_kind(
    inputs: Iterable[str],
    kind_of: Callable[[Location], Kind],
    parameters_of: Mapping[type[FileSource], dict[str, Any]],
    *,
    source: str | None,
    license: str | None,
    max_file_bytes: int,
    limit: int | None,
) -> Source:
    """Return the source of the kind that all inputs are of; `parameters_of` a kind only it takes."""
    inputs = tuple(inputs)
    kind = kind_of_all(inputs, kind_of)
    if issubclass(kind, TableRows):
        opened: Source = kind(TableStore(inputs[0]))
    else:
        opened = kind(
            inputs=inputs,
            source=source or folder_name(Location(inputs[0])),
            license=license,
            max_file_bytes=max_file_bytes,
            **parameters_of.get(kind, {}),
        )
    return Limited(opened, limit) if limit is not None else opened


def kind_of_all(inputs: tuple[str, ...], kind_of: Callable[[Location], Kind]) -> Kind:
    """Return the one kind that all inputs are of. Raises ConfigError for several, and for no input."""
    if not inputs:
        raise ConfigError("there is no input. Name files, folders, globs, URIs, or the folder of a table.")
    first_of: dict[Kind, str] = {}
    for uri in inputs:
        first_of.setdefault(kind_of(Location(uri)), uri)
    if len(first_of) > 1:
        kinds = ", ".join(f"{_public(uri)} is {kind.__name__}" for kind, uri in first_of.items())
        raise ConfigError(f"the inputs are of several kinds: {kinds}. Make a table of each kind.")
    kind = next(iter(first_of))
    if kind is TableRows and len(inputs) > 1:
        raise ConfigError(f"{_public(inputs[1])}: a second table. One table is read at a time: name one.")
    return kind


def kind_of_input(
    location: Location, kinds: Kinds, kind_of_folder: Callable[[Location], Kind], what: str
) -> Kind:
    """Return the kind of an input: of files by their endings, of a folder by what is in it.

    `what` they hold is for messages. Raises ConfigError for what does not exist, and for an ending that is in
    none of the `kinds`.
    """
    if kind := kind_by_ending(location.public_uri, kinds):
        return kind
    where = printable(location.public_uri)
    if location.is_glob:
        raise ConfigError(
            f"{where}: it does not say what files these are. End it in one of {endings_of(kinds)}."
        )
    tree = tree_of(location)
    here = tree.entry(location.path)
    if here is None:
        raise ConfigError(missing(location))
    if not here.is_folder:
        raise ConfigError(
            f"{where}: it is not known how to read {what} from it. {_nearest(location.path, kinds)}Known are "
            f"{endings_of(kinds)}."
        )
    if tree.entry(f"{location.path}/{MANIFEST}") is not None:
        return TableRows
    return kind_of_folder(location)


def endings_of(kinds: Kinds) -> str:
    return ", ".join(ending for endings in kinds for ending in endings)


def _nearest(path: str, kinds: Kinds) -> str:
    """Return what a user may do with a file whose ending is not known; empty where nothing is near."""
    name, ending = os.path.splitext(path)
    if ending.lower() in _PACKED and kind_by_ending(name, kinds):
        return f"It is a packed {os.path.splitext(name)[1]}: unpack it. "
    known = [one for endings in kinds for one in endings]
    near = difflib.get_close_matches(ending.lower(), known, n=1, cutoff=_MIN_LIKENESS)
    return f"Its ending is nearest to {near[0]}: call it so where it is that. " if near else ""


def kind_by_ending(name: str, kinds: Kinds) -> type[FileSource] | None:
    """Return the kind that the ending of a name tells, without regard to case."""
    return next((kind for endings, kind in kinds.items() if name.lower().endswith(endings)), None)


def _kind(location: Location) -> Kind:
    if kind := kind_by_ending(location.public_uri, _KINDS):
        return kind
    if not location.is_glob and tree_of(location).entry(f"{location.path}/{MANIFEST}") is not None:
        return TableRows
    return Files


def _public(uri: str) -> str:
    return printable(Location(uri).public_uri)


def folder_name(location: Location) -> str:
    """Return the last name of an input's folder: rows keep their ids where the folder moves."""
    root = location.root
    here = tree_of(root).entry(root.path)
    folder = root.path if here is None or here.is_folder else root.path.rpartition("/")[0]
    return printable(folder.rpartition("/")[2]) or "files"
