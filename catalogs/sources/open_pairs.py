"""Choose the source that reads the image-text pairs a user names."""

from collections.abc import Iterable

from vlcorpus.catalogs.sources.file_source import MAX_FILE_BYTES, FileSource
from vlcorpus.catalogs.sources.html_alt import PAGE_ENDINGS, HtmlAlt
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.open import Kind, Kinds, kind_by_ending, open_kind
from vlcorpus.catalogs.sources.pair_table import TABLE_ENDINGS, PairTable
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.sources.tar_reader import MAX_INFLATION
from vlcorpus.catalogs.sources.tree import tree_of
from vlcorpus.catalogs.sources.webdataset import TAR_ENDINGS, WebDataset
from vlcorpus.catalogs.tables.table import MANIFEST
from vlcorpus.schemas.errors import ConfigError

_KINDS: Kinds = {TAR_ENDINGS: WebDataset, TABLE_ENDINGS: PairTable, PAGE_ENDINGS: HtmlAlt}
_LEDGER_ENDING = ".parquet"


def open_pairs(
    inputs: Iterable[str],
    *,
    source: str | None = None,
    license: str | None = None,
    max_file_bytes: int = MAX_FILE_BYTES,
    max_inflation: int = MAX_INFLATION,
    image_column: str | None = None,
    text_column: str | None = None,
    image_folder: str | None = None,
    text_encoding: str | None = None,
    limit: int | None = None,
) -> Source:
    """Return the source of `inputs`, which are all of one kind.

    Tars are WebDataset; `.parquet`, `.csv`, `.tsv` and `.jsonl` are tables of pairs (the columns apply),
    `.html` and `.htm` saved pages; a folder with `_table.json` is a committed table, any other folder what
    its files are. `source` is the name that rows carry, by default that of the first input's folder. `limit`
    keeps the first rows. Raises ConfigError for inputs of several kinds, and of none.
    """
    of_texts = {"text_encoding": text_encoding}
    of_tables = {"image_column": image_column, "text_column": text_column, "image_folder": image_folder}
    return open_kind(
        inputs,
        _kind,
        {
            PairTable: {**of_tables, **of_texts},
            WebDataset: {"max_inflation": max_inflation, **of_texts},
        },
        source=source,
        license=license,
        max_file_bytes=max_file_bytes,
        limit=limit,
    )


def _kind(location: Location) -> Kind:
    if kind := kind_by_ending(location.public_uri, _KINDS):
        return kind
    where = printable(location.public_uri)
    if location.is_glob:
        raise ConfigError(f"{where}: it does not say what files these are. End it in one of {_known()}.")
    tree = tree_of(location)
    here = tree.entry(location.path)
    if here is None:
        raise ConfigError(f"{where}: there is no such file or folder. Check the name; a glob needs quotes.")
    if not here.is_folder:
        raise ConfigError(f"{where}: it is not known how to read pairs from it. Known are {_known()}.")
    if tree.entry(f"{location.path}/{MANIFEST}") is not None:
        return TableRows
    return _kind_of_folder(location)


def _kind_of_folder(location: Location) -> type[FileSource]:
    """Return what the files of a folder are. Beside tars, Parquet files are img2dataset's ledgers."""
    first_of: dict[type[FileSource], str] = {}
    has_other_tables = False
    for entry in tree_of(location).walk(location.path):
        if kind := kind_by_ending(entry.path, _KINDS):
            first_of.setdefault(kind, entry.path)
            has_other_tables |= kind is PairTable and not entry.path.lower().endswith(_LEDGER_ENDING)
    if WebDataset in first_of and not has_other_tables:
        first_of.pop(PairTable, None)
    where = printable(location.public_uri)
    if len(first_of) > 1:
        kinds = ", ".join(f"{printable(path)} is {kind.__name__}" for kind, path in _by_name(first_of))
        raise ConfigError(f"{where}: its files are of several kinds: {kinds}. Name one kind with a glob.")
    if not first_of:
        raise ConfigError(
            f"{where}: no file in it is known to hold pairs of images and texts. Known are {_known()}."
        )
    return next(iter(first_of))


def _by_name(first_of: dict[type[FileSource], str]) -> list[tuple[type[FileSource], str]]:
    return sorted(first_of.items(), key=lambda found: found[0].__name__)


def _known() -> str:
    return ", ".join(ending for endings in _KINDS for ending in endings)
