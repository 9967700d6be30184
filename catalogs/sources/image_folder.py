"""Image-text pairs as files: an image, and beside it its text, or JSON that has it.

Source: img2dataset README, "Output format" (`files`); kohya-ss/sd-scripts, "Caption files". kohya's folders
are called by repeats and a token (`10_name`), which describe no image: the row's key has them, no text does.
"""

import logging
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from vlcorpus.catalogs.sources.download_ledger import Download, downloads, failure, n_downloads
from vlcorpus.catalogs.sources.image_address import folder_of
from vlcorpus.catalogs.sources.image_names import IMAGE_ENDINGS, is_image
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.pair_source import PairSource, parsed_object, without_own_fields
from vlcorpus.catalogs.sources.pair_text import text_or_caption
from vlcorpus.catalogs.sources.reading import open_item, read_whole, too_large
from vlcorpus.catalogs.sources.row_groups import refuse_unlisted
from vlcorpus.catalogs.sources.sidecars import (
    JSON_ENDING,
    TEXT_ENDINGS,
    kind_of,
    sidecars,
    stamp_of,
    stamped,
    stamps_of,
)
from vlcorpus.catalogs.sources.source import Item, Partition, split
from vlcorpus.catalogs.sources.text_encoding import decoded_alone
from vlcorpus.catalogs.sources.tree import tree_of
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection

log = logging.getLogger(__name__)

LEDGER_ENDING = ".parquet"
_MAX_WORDS_BYTES = 16 << 20  # ours: largest text or JSON that is read


@dataclass(frozen=True, kw_only=True)
class ImageFolder(PairSource):
    """One row for each image. Its key is its path below the input, with `/`.

    Its text is that of `.txt`, else of `.caption`, else of the caption in `.json`; one without them goes on
    without a text. Where img2dataset has left its ledger beside a folder (`00000.parquet` for `00000/`),
    every download that failed is a rejection, and so is one that succeeded and is not there: of what is
    there, the files count. Texts beside no image are counted in the log.
    """

    patterns: ClassVar[tuple[str, ...]] = tuple(f"*.{ending}" for ending in IMAGE_ENDINGS)
    images_per_partition: int = 1000  # ours: ten seconds of a core
    partition_bytes: int = 64 << 20

    def list_items(self) -> list[Item]:
        """Return the images with what lies beside them, and the ledgers. One folder's names are in memory."""
        images = super().list_items()
        by_folder: dict[tuple[int, str], list[int]] = defaultdict(list)
        for index, item in enumerate(images):
            by_folder[item.input, item.uri.rpartition("/")[0]].append(index)
        ledgers: list[Item] = []
        for folder, indexes in by_folder.items():
            self._add_sidecars(images, indexes, *folder)
            ledgers += self._ledger(images[indexes[0]], folder[1])
        return sorted([*images, *ledgers], key=lambda item: item.key)

    def partitions(self, items: list[Item]) -> list[Partition]:
        return split(items, max_items=self.images_per_partition, max_bytes=self.partition_bytes)

    def read(self, partition: Partition) -> Iterator[PairRow | Rejection]:
        """Yield each image; one is in memory at a time.

        Reasons: file_missing, file_unreadable, file_empty, file_too_large, path_outside, text_not_utf8,
        text_not_a_string, json_broken; download_failed, image_missing, key_missing, sample_repeated and
        parquet_broken of a ledger.
        """
        for item in partition.items:
            if item.uri.endswith(LEDGER_ENDING):
                yield from self._from_ledger(item)
                continue
            try:
                yield self._row(item)
            except Reject as reject:
                yield self.rejection(item.key, item.uri, reject)

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "images_per_partition": self.images_per_partition,
            "partition_bytes": self.partition_bytes,
        }

    def _add_sidecars(self, images: list[Item], indexes: list[int], input: int, folder: str) -> None:
        location = self._folder(images[indexes[0]])
        found = stamps_of(tree_of(location).children(location.path_of(folder)))
        names = {images[index].uri.rpartition("/")[2] for index in indexes}
        for index in indexes:
            item = images[index]
            beside = stamped(item.uri.rpartition("/")[2], found)
            images[index] = replace(item, stamp=item.stamp + beside, n_rows=1)
        alone = found.keys() - names - {name.rpartition(".")[0] for name in names}
        if alone:
            log.info("%s: texts and JSON beside no image: %d", printable(folder), len(alone))

    def _ledger(self, image: Item, folder: str) -> Iterator[Item]:
        """Yield the ledger of img2dataset that lies beside a folder below the input, if one does."""
        location = self.location(image)
        uri = folder + LEDGER_ENDING
        below = uri.removeprefix(location.public_uri + "/")
        found = tree_of(location).entry(location.path_of(uri)) if below != uri else None
        if found is None or found.is_folder:
            return
        item = Item(printable(below), uri, found.n_bytes, found.stamp, input=image.input)
        try:
            with self.open(item) as stream:
                if n_downloads(stream) is None:
                    log.info("%s: no ledger of img2dataset, not read", printable(uri))
                    return
        except Reject as reject:  # when it is read, it is a rejection
            refuse_unlisted(reject)
        yield item

    def _row(self, item: Item) -> PairRow:
        content = read_whole(self.location(item), item.uri, item.n_bytes, self.max_file_bytes)
        self.require_as_listed(item)
        location = self._folder(item)
        beside: dict[str, str] = {}
        for uri, stamp in sidecars(item.uri, item.stamp):
            if kind_of(uri) not in beside:
                _require_as_listed(location, uri, stamp)
                beside[kind_of(uri)] = uri
        fields: dict[str, Any] = {}
        if (said := beside.get(JSON_ENDING)) is not None:
            content_of = self._words(location, said)
            fields = without_own_fields(parsed_object(content_of, printable(said), self.text_encoding))
        text = ""
        if (words := beside.get(TEXT_ENDINGS[0], beside.get(TEXT_ENDINGS[1]))) is not None:
            text = decoded_alone(self._words(location, words), self.text_encoding)
        return self.pair(item.key, item.uri, content, text_or_caption(text, fields), fields)

    def _folder(self, item: Item) -> Location:
        """Return the folder in which the texts of an image lie, or one above it."""
        root = self.location(item)
        return folder_of(root, item.uri == root.public_uri)

    def _words(self, location: Location, uri: str) -> bytes:
        """Return the content of a text or of JSON; it may be empty."""
        limit = min(_MAX_WORDS_BYTES, self.max_file_bytes)
        with open_item(location, uri) as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise too_large(uri, f"more than {limit}", limit)
        return content

    def _from_ledger(self, item: Item) -> Iterator[Rejection]:
        """Yield the downloads of a ledger that are no image of its folder."""
        key, uri = (name.removesuffix(LEDGER_ENDING) for name in (item.key, item.uri))
        location = self.location(item)
        names = (entry.path.rpartition("/")[2] for entry in tree_of(location).children(location.path_of(uri)))
        there = {name.rpartition(".")[0] for name in names if is_image(name)}
        listed: set[str | None] = {None}
        try:
            self.require_as_listed(item)
            for index, download in enumerate(downloads(location, item.uri, self.max_file_bytes)):
                is_first = download.key not in listed
                listed.add(download.key)
                if reject := _lost(download, there, is_first):
                    place = f"{key}/{download.key}" if is_first else f"{item.key}#ledger_row={index}"
                    yield self.rejection(place, item.uri, reject)
        except Reject as reject:
            yield self.rejection(item.key, item.uri, reject)


def _lost(download: Download, there: set[str], is_first: bool) -> Reject | None:
    """Return why a download is no image of the folder; None where it is one."""
    if not is_first or not download.succeeded:
        return failure(download)
    if download.key in there:
        return None
    return Reject(Reason.IMAGE_MISSING, "the ledger beside the folder has it, the folder has not")


def _require_as_listed(location: Location, uri: str, stamp: str) -> None:
    """Raise Reject (file_unreadable) where another text lies beside a local image than was listed."""
    now = tree_of(location).entry(location.path_of(uri)) if location.is_local else None
    if location.is_local and (now is None or stamp_of(now) != stamp):
        detail = f"{printable(uri)} was replaced between listing and reading"
        raise Reject(Reason.FILE_UNREADABLE, detail, retryable=True)
