"""Choose the source that reads the image-text pairs a user names."""

from collections.abc import Iterable

from vlcorpus.catalogs.sources.file_source import MAX_FILE_BYTES
from vlcorpus.catalogs.sources.image_folder import ImageFolder
from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.open import Kind, kind_of_input, open_kind
from vlcorpus.catalogs.sources.pair_json import PairJson
from vlcorpus.catalogs.sources.pair_kinds import KINDS, kind_of_folder
from vlcorpus.catalogs.sources.pair_table import PairTable
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.tar_reader import MAX_INFLATION
from vlcorpus.catalogs.sources.webdataset import WebDataset


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

    Tars are WebDataset; `.parquet`, `.csv`, `.tsv` and `.jsonl` are tables of pairs (the columns apply), and
    so is `.json`, of LLaVA or COCO; `.html` and `.htm` saved pages, images have their texts beside them; a
    folder with `_table.json` is a committed table, any other folder what its files are. `source` is the name
    that rows carry, by default that of the first input's folder. `limit` keeps the first rows. Raises
    ConfigError for inputs of several kinds, and of none.
    """
    of_texts = {"text_encoding": text_encoding}
    of_tables = {"image_column": image_column, "text_column": text_column, "image_folder": image_folder}
    return open_kind(
        inputs,
        _kind,
        {
            PairTable: {**of_tables, **of_texts},
            PairJson: {**of_tables, **of_texts},
            WebDataset: {"max_inflation": max_inflation, **of_texts},
            ImageFolder: of_texts,
        },
        source=source,
        license=license,
        max_file_bytes=max_file_bytes,
        limit=limit,
    )


def _kind(location: Location) -> Kind:
    return kind_of_input(location, KINDS, kind_of_folder, "pairs")
