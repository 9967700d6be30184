"""Image-text pairs in tars, as WebDataset and img2dataset write them.

Source: the WebDataset format specification (github.com/webdataset/webdataset): the members of a sample stand
side by side and share their name up to the first dot after the folder. img2dataset README, "Output format".
"""

import logging
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from io import BufferedReader
from itertools import groupby
from typing import Any, ClassVar

from vlcorpus.catalogs.sources.download_ledger import Download, downloads, failure, n_downloads
from vlcorpus.catalogs.sources.image_names import IMAGE_ENDINGS
from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.pair_source import PairSource, parsed_object, without_own_fields
from vlcorpus.catalogs.sources.pair_text import text_or_caption
from vlcorpus.catalogs.sources.reading import open_item, too_large
from vlcorpus.catalogs.sources.row_groups import FOOTER_THREADS, refuse_unlisted
from vlcorpus.catalogs.sources.source import Item, Partition, split
from vlcorpus.catalogs.sources.tar_pieces import (
    MAX_MEMBERS,
    MAX_REMOTE_MEMBERS,
    cut_tar,
    keys_before,
    recut_tar,
)
from vlcorpus.catalogs.sources.tar_reader import MAX_INFLATION, Member, TarReader
from vlcorpus.catalogs.sources.text_encoding import decoded_alone
from vlcorpus.catalogs.sources.tree import tree_of
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.errors import EnvironmentFailure, Reject
from vlcorpus.schemas.media_reference import MediaReference
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection

log = logging.getLogger(__name__)

TAR_ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.zst")
_ENDINGS_NAMED = 9  # ours: a sample may have ten thousand
_TEXTS = ("txt", "caption")  # where a sample has both, the first is its text
_MAX_WORDS_BYTES = 16 << 20  # ours: largest text or JSON member that is read
_MAX_CUT = (
    64  # ours: tars that are cut; where there are more they are work enough, and listing would take long
)
_MAX_DETAIL = 1000  # letters of a rejection's detail
_SEPARATORS = ("/", "\\")  # those of names that Unix and Windows write
_LEDGER = " ledger="  # what an item's stamp says of its ledger: with another one it is another input


@dataclass(frozen=True, kw_only=True)
class WebDataset(PairSource):
    """One row for each sample with an image. A row's key is `<tar>#sample=<key of the sample>`.

    Where img2dataset has left its ledger beside a tar (`00000.parquet` for `00000.tar`), every download that
    failed is a rejection, and so is every one that succeeded but is not in the tar: rows and rejections are
    those of the ledger. Members that belong to no sample (no dot in the name) are counted in the log.
    """

    patterns: ClassVar[tuple[str, ...]] = tuple(f"*{ending}" for ending in TAR_ENDINGS)
    tars_per_partition: int = 16
    max_inflation: int = MAX_INFLATION  # bytes that a byte of a compressed tar may mean
    partition_bytes: int = 256 << 20  # a tar of img2dataset: 10,000 images of 256 px, about 300 MB
    piece_bytes: int = 32 << 20  # ours: ten seconds of a core; no parameter, for it decides no row

    def list_items(self) -> list[Item]:
        """Return the tars. How many rows one gives is known where it has a ledger."""
        with ThreadPoolExecutor(FOOTER_THREADS) as pool:
            return list(pool.map(self._with_ledger, super().list_items()))

    def partitions(self, items: list[Item]) -> list[Partition]:
        """Split the listing: small tars share a partition, and of a large one each piece is one.

        A tar is large that is at least two pieces, and a 64th of all that is to be split.
        """
        large = max(2 * self.piece_bytes, sum(item.n_bytes for item in items) // _MAX_CUT)
        with ThreadPoolExecutor(FOOTER_THREADS) as pool:
            cut = list(pool.map(lambda item: self._cut(item) if item.n_bytes >= large else [item], items))
        groups: list[tuple[Item, ...]] = []
        for is_cut, run in groupby(cut, key=lambda pieces: len(pieces) > 1):
            listed = [item for pieces in run for item in pieces]
            if is_cut:
                groups += [(piece,) for piece in listed]
                continue
            shared = split(listed, max_items=self.tars_per_partition, max_bytes=self.partition_bytes)
            groups += [partition.items for partition in shared]
        return [Partition(index, group) for index, group in enumerate(groups)]

    def read(self, partition: Partition) -> Iterator[PairRow | Rejection]:
        """Yield the samples as they lie; one is in memory at a time. Then what the ledger says is missing.

        Reasons: image_missing, image_ambiguous, sample_repeated, file_empty, file_too_large, text_not_utf8,
        text_not_a_string, json_broken, path_outside, download_failed; tar_broken, archive_inflates and
        file_unreadable of what is left of a tar; file_missing of a tar; key_missing, sample_repeated and
        parquet_broken of a ledger.
        """
        for item in partition.items:
            yield from _Reading(self, item).rows()

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "tars_per_partition": self.tars_per_partition,
            "partition_bytes": self.partition_bytes,
            "max_inflation": self.max_inflation,
        }

    def recut(self, pieces: list[Item]) -> list[Item | None]:
        """Find where pieces of a tar that is another now begin, so that it is read once and not for each."""
        item, *_ = pieces
        try:
            return recut_tar(pieces, self.open(item), sample_key, max_members=self._max_members(item))
        except Reject:  # when it is read, it is a rejection
            return list(pieces)

    def _cut(self, item: Item) -> list[Item]:
        try:
            return cut_tar(
                item,
                self.open(item),
                sample_key,
                piece_bytes=self.piece_bytes,
                max_members=self._max_members(item),
            )
        except Reject:  # when it is read, it is a rejection
            return [item]

    def _max_members(self, item: Item) -> int:
        return MAX_MEMBERS if self.location(item).is_local else MAX_REMOTE_MEMBERS

    def reader(self, stream: BufferedReader, item: Item) -> TarReader:
        return TarReader(stream, item.first_byte, max_inflation=self.max_inflation)

    def open_ledger(self, item: Item) -> BufferedReader:
        return open_item(self.location(item), _ledger_of(item.uri))

    def _with_ledger(self, item: Item) -> Item:
        location = self.location(item)
        found = tree_of(location).entry(location.path_of(_ledger_of(item.uri)))
        if found is None or found.is_folder:
            return item
        try:
            with self.open_ledger(item) as stream:
                n_rows = n_downloads(stream)
        except Reject as reject:  # when it is read, it is a rejection
            refuse_unlisted(reject)
        else:
            if n_rows is None:
                log.info("%s: no ledger of img2dataset, not read", printable(_ledger_of(item.uri)))
                return item
            item = replace(item, n_rows=n_rows)
        return replace(item, stamp=f"{item.stamp}{_LEDGER}{found.n_bytes}@{found.stamp}")


class _Sample:
    """The members of a sample that count, as they come by."""

    def __init__(self, key: str, offset: int):
        self.key, self.offset = key, offset
        self.endings: dict[str, None] = {}  # endings of all its members, in their order
        self.parts: dict[str, bytes | Reject] = {}  # contents of the members `image`, txt, caption and json
        self.image_range: tuple[int, int] | None = None  # first byte and length, in a tar not compressed
        self.repeated: str | None = None
        self.is_cut = False
        # Endings of the members that may be its image, by rank.
        self._image_endings: dict[int, list[str]] = {0: [], 1: []}

    def add(self, ending: str, member: Member, tar: TarReader, max_bytes: int) -> None:
        if ending in self.endings:
            self.repeated = ending
            return
        self.endings[ending] = None
        if ending in (*_TEXTS, "json"):
            self._read(ending, member, tar, min(max_bytes, _MAX_WORDS_BYTES))
        elif ending.rpartition(".")[2] in IMAGE_ENDINGS:
            rank = int("." in ending)  # `a.jpg` is the image of a; `a.mask.png` only where there is no other
            first = not self._image_endings[rank] and not (rank and self._image_endings[0])
            self._image_endings[rank].append(ending)
            if first:
                self._read("image", member, tar, max_bytes)

    def seems_whole(self, before: "_Sample | None") -> bool:
        """Say whether a break behind its last member took none: it has what the sample before it has."""
        enough = self.endings == before.endings if before else "image" in self.parts and len(self.parts) > 1
        return enough and not self.is_cut

    def image(self) -> bytes:
        endings = self._image_endings[0] or self._image_endings[1]
        if self.repeated is not None:
            raise Reject(Reason.SAMPLE_REPEATED, f"it has the member .{self.repeated} more than once")
        if len(endings) > 1:
            dots = any("." in ending for ending in endings)
            why = (
                "; a key ends at the first dot of a name: names of images must have no other" if dots else ""
            )
            named = ", .".join(endings[:_ENDINGS_NAMED]) + (" …" if len(endings) > _ENDINGS_NAMED else "")
            raise Reject(Reason.IMAGE_AMBIGUOUS, f"it has {len(endings)} images, .{named}{why}"[:_MAX_DETAIL])
        if not endings:
            others = ", .".join(list(self.endings)[:_ENDINGS_NAMED])
            raise Reject(Reason.IMAGE_MISSING, f"it has the members .{others}"[:_MAX_DETAIL])
        return self._part("image")

    def text(self, encoding: str | None) -> str:
        name = next((name for name in _TEXTS if name in self.parts), None)
        return "" if name is None else decoded_alone(self._part(name), encoding)

    def fields(self, place: str, encoding: str | None) -> dict[str, Any]:
        if "json" not in self.parts:
            return {}
        return without_own_fields(parsed_object(self._part("json"), place, encoding))

    def _part(self, name: str) -> bytes:
        if isinstance(part := self.parts[name], Reject):
            raise part
        return part

    def _read(self, name: str, member: Member, tar: TarReader, max_bytes: int) -> None:
        if not member.is_file:
            detail = f"{printable(member.name)} is a link, or another thing that has no content in the tar"
            self.parts[name] = Reject(Reason.FILE_UNREADABLE, detail)
            return
        if member.n_bytes > max_bytes:
            self.parts[name] = too_large(printable(member.name), member.n_bytes, max_bytes)
            return
        self.is_cut = True  # it stays so if reading it fails
        if name == "image" and tar.is_plain:
            self.image_range = (tar.at, member.n_bytes)
        self.parts[name] = tar.read(member)
        self.is_cut = False


class _Reading:
    """One pass over one tar and its ledger."""

    def __init__(self, source: WebDataset, item: Item):
        self._source, self._item = source, item
        self._told: set[str] = set()  # keys of the samples that were yielded
        self._lost_from = 0  # byte of the tar at which the first sample begins that was not yielded
        self._n_lost = 0  # downloads that the tar held, as far as the ledger says

    def rows(self) -> Iterator[PairRow | Rejection]:
        broken: Reject | None = None
        try:
            with self._source.open(self._item) as stream:
                yield from self._samples(self._source.reader(stream, self._item))
        except Reject as reject:
            broken = reject
        if _LEDGER in self._item.stamp:
            self._told |= self._told_before()
            yield from self._from_ledger(broken)
        if broken and not self._n_lost:  # else the ledger names each of the samples that it cost
            key = self._item.key + (f"#offset={self._lost_from}" if self._lost_from else "")
            yield self._source.rejection(key, self._item.uri, broken)

    def _told_before(self) -> set[str]:
        """Return the keys of the samples that are rows of the pieces before this one."""
        if not self._item.first_byte:
            return set()
        try:
            return keys_before(self._source.open(self._item), self._item.first_byte, sample_key)
        except Reject as reject:
            raise EnvironmentFailure(
                f"{printable(self._item.uri)}: it is not what was listed any more: {reject.detail}. "
                "Run again, when nobody writes to it."
            ) from reject

    def _samples(self, tar: TarReader) -> Iterator[PairRow | Rejection]:
        sample: _Sample | None = None
        before: _Sample | None = None
        n_passed = 0
        try:
            for member in tar:
                key, ending = _key_and_ending(member.name)
                if not key:
                    n_passed += 1
                    continue
                if sample is None or key != sample.key:
                    if sample:
                        yield self._row(sample)
                    before, sample = sample, _Sample(key, member.offset)
                sample.add(ending, member, tar, self._source.max_file_bytes)
        except Reject:
            if sample and sample.seems_whole(before):
                yield self._row(sample)
                sample = None
            self._lost_from = sample.offset if sample else tar.begin
            raise
        if sample:
            yield self._row(sample)
        log.info("%s: read; members of no sample: %d", self._item.key, n_passed)

    def _row(self, sample: _Sample) -> PairRow | Rejection:
        place = f"{self._item.key}#sample={sample.key}"
        uri = f"{self._item.uri}#sample={sample.key}"
        try:
            if sample.key in self._told:
                place += f"&offset={sample.offset}"
                raise Reject(
                    Reason.SAMPLE_REPEATED, "a sample before has its key: members must stand side by side"
                )
            self._told.add(sample.key)
            if _leaves_its_folder(sample.key):
                raise Reject(Reason.PATH_OUTSIDE, "the names of its members climb out of the tar's folder")
            encoding = self._source.text_encoding
            image, fields = sample.image(), sample.fields(place, encoding)
            text = text_or_caption(sample.text(encoding), fields)
            pair = self._source.pair(place, uri, image, text, fields)
            if sample.image_range is None:
                return pair
            return replace(pair, media_path=str(MediaReference(self._item.uri, *sample.image_range)))
        except Reject as reject:
            return self._source.rejection(place, uri, reject)

    def _from_ledger(self, broken: Reject | None) -> Iterator[Rejection]:
        """Yield the downloads that are no sample of the tar: they failed, or were lost with a part of it."""
        uri, listed = _ledger_of(self._item.uri), set()
        try:
            told = downloads(self._source.location(self._item), uri, self._source.max_file_bytes)
            for index, download in enumerate(told):
                place = f"{self._item.key}#sample={download.key}"
                if download.key is None or download.key in listed:
                    place = f"{self._item.key}#ledger_row={index}"
                    yield self._source.rejection(place, uri, failure(download))
                elif download.key not in self._told:
                    yield self._source.rejection(place, uri, self._lost(download, broken))
                listed.add(download.key)
        except Reject as reject:
            yield self._source.rejection(f"{self._item.key}#ledger", uri, reject)

    def _lost(self, download: Download, broken: Reject | None) -> Reject:
        if not download.succeeded:
            return failure(download)
        self._n_lost += broken is not None
        return broken or Reject(Reason.IMAGE_MISSING, "the ledger beside the tar has it, the tar has not")


def sample_key(name: str) -> str:
    """Return the key of the sample that a member of this name belongs to, empty for none."""
    return _key_and_ending(name)[0]


def _key_and_ending(name: str) -> tuple[str, str]:
    """Return the key of the sample that a member belongs to, empty for none, and its ending in lower case."""
    name = name.removeprefix("./")
    begin = max(map(name.rfind, _SEPARATORS)) + 1
    stem, dot, ending = name[begin:].partition(".")
    return (printable(name[:begin] + stem), printable(ending.lower())) if stem and dot else ("", "")


def _leaves_its_folder(key: str) -> bool:
    """Say whether the key, taken for a path on any system, climbs out of where it is."""
    return ".." in re.split(r"[/\\]", key)


def _ledger_of(tar: str) -> str:
    """Return the name of the ledger of a tar."""
    ending = next((e for e in TAR_ENDINGS if tar.lower().endswith(e)), "")
    return tar[: len(tar) - len(ending)] + ".parquet"
