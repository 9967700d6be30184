"""What the files of pairs are, told by their names; what of a folder is read, by which of them it holds."""

from vlcorpus.catalogs.sources.download_ledger import is_ledger
from vlcorpus.catalogs.sources.file_source import FileSource
from vlcorpus.catalogs.sources.html_alt import PAGE_ENDINGS, HtmlAlt
from vlcorpus.catalogs.sources.image_folder import LEDGER_ENDING, ImageFolder
from vlcorpus.catalogs.sources.image_names import IMAGE_ENDINGS
from vlcorpus.catalogs.sources.json_records import JsonRecords
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.open import Kinds, endings_of, kind_by_ending
from vlcorpus.catalogs.sources.pair_columns import IMAGE_NAMES
from vlcorpus.catalogs.sources.pair_json import PairJson
from vlcorpus.catalogs.sources.pair_table import PairTable
from vlcorpus.catalogs.sources.pair_text import named
from vlcorpus.catalogs.sources.reading import open_item
from vlcorpus.catalogs.sources.record_json import JSON_ENDINGS
from vlcorpus.catalogs.sources.record_table import TABLE_ENDINGS
from vlcorpus.catalogs.sources.row_groups import holds_bytes, opened_parquet
from vlcorpus.catalogs.sources.tree import tree_of
from vlcorpus.catalogs.sources.webdataset import TAR_ENDINGS, WebDataset
from vlcorpus.schemas.errors import ConfigError, Reject

_MAX_LOOKED_AT = 1000  # ours: JSON files that may be the pairs
KINDS: Kinds = {
    TAR_ENDINGS: WebDataset,
    TABLE_ENDINGS: PairTable,
    PAGE_ENDINGS: HtmlAlt,
    JSON_ENDINGS: PairJson,
    tuple(f".{ending}" for ending in IMAGE_ENDINGS): ImageFolder,
}


def kind_of_folder(location: Location) -> type[FileSource]:
    """Return what the files of a folder are.

    Images are what tars, tables, pages or JSON beside them speak of; alone, with or without texts beside
    them, they are the pairs. Parquet files beside tars, or beside folders of images, may be img2dataset's
    ledgers. JSON of an image's name is the image's own; other JSON counts where there are only images.
    """
    first_of: dict[type[FileSource], str] = {}
    tables: list[str] = []  # Parquet files; more than ledgers of folders with images are none
    folders: set[str] = set()  # those with images
    beside = _Beside()
    has_other_tables = False
    for entry in tree_of(location).walk(location.path):
        if kind := kind_by_ending(entry.path, KINDS):
            first_of.setdefault(kind, entry.path)
            if kind is ImageFolder:
                folders.add(entry.path.rpartition("/")[0])
                beside.add_image(entry.path)
            elif kind is PairJson:
                beside.add_json(entry.path)
            elif kind is PairTable and entry.path.lower().endswith(LEDGER_ENDING):
                tables.append(entry.path)
            else:
                has_other_tables |= kind is PairTable
    if tables and not has_other_tables and _are_ledgers(location, tables, folders, WebDataset in first_of):
        first_of.pop(PairTable)
    if len(first_of) > 1 and PairJson in first_of and not _is_read(location, first_of, beside):
        first_of.pop(PairJson)
    if len(first_of) > 1:
        first_of.pop(ImageFolder, None)
    return _only(first_of, printable(location.public_uri))


def _only(first_of: dict[type[FileSource], str], where: str) -> type[FileSource]:
    if len(first_of) > 1:
        by_name = sorted(first_of.items(), key=lambda found: found[0].__name__)
        kinds = ", ".join(f"{printable(path)} is {kind.__name__}" for kind, path in by_name)
        raise ConfigError(f"{where}: its files are of several kinds: {kinds}. Name one kind with a glob.")
    if not first_of:
        raise ConfigError(
            f"{where}: no file in it is known to hold pairs of images and texts. Known are "
            f"{endings_of(KINDS)}."
        )
    return next(iter(first_of))


class _Beside:
    """Which JSON files lie beside no image of their name: those of images are as many as the images."""

    def __init__(self) -> None:
        self._images: set[int] = set()  # hashes of their paths, with and without their endings
        self._json: dict[int, str] = {}

    def add_image(self, path: str) -> None:
        self._images |= {hash(path), hash(path.rpartition(".")[0])}

    def add_json(self, path: str) -> None:
        self._json[hash(path.rpartition(".")[0])] = path

    def others(self) -> list[str]:
        return sorted(path for stem, path in self._json.items() if stem not in self._images)


def _is_read(location: Location, first_of: dict[type[FileSource], str], beside: _Beside) -> bool:
    """Say whether JSON is what is read of a folder that holds something else, too."""
    if first_of.keys() - {PairJson, ImageFolder}:
        return False
    return any(_holds_pairs(location, path) for path in beside.others()[:_MAX_LOOKED_AT])


def _holds_pairs(location: Location, path: str) -> bool:
    uri = location.uri_of(path)
    try:
        with open_item(location, uri) as stream:
            return JsonRecords(stream, None).survey().is_known
    except Reject:  # what is broken is no reason to leave the images alone
        return False


def _are_ledgers(location: Location, tables: list[str], folders: set[str], has_tars: bool) -> bool:
    """Say whether the Parquet files tell what became of the downloads of tars, or of folders of images."""
    if has_tars:
        return True
    beside = [table for table in tables if table[: -len(LEDGER_ENDING)] in folders]
    return len(beside) == len(tables) and _is_ledger(location, location.uri_of(tables[0]))


def _is_ledger(location: Location, uri: str) -> bool:
    """Say whether a Parquet file is a ledger, and no table that holds or names the images."""
    try:
        with open_item(location, uri) as stream:
            parquet = opened_parquet(stream)
            schema = parquet.schema_arrow
            has_images = named(schema.names, IMAGE_NAMES) or any(holds_bytes(field.type) for field in schema)
            return is_ledger(parquet) and not has_images
    except Reject:  # a table that is broken is a rejection when it is read
        return False
