"""Pairs of saved web pages: an image that lies beside the page, and the alternative text of the page."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from vlcorpus.catalogs.sources.image_address import data_of, folder_of, read_first, refuse_remote
from vlcorpus.catalogs.sources.image_tags import ImageTag, PageImages, image_tags, page_text
from vlcorpus.catalogs.sources.pair_source import PairSource
from vlcorpus.catalogs.sources.reading import read_whole
from vlcorpus.catalogs.sources.source import Item, Partition, split
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
_NOT_HERE = (Reason.IMAGE_NOT_LOCAL, Reason.FILE_MISSING, Reason.PATH_OUTSIDE)  # another address may be
_MAX_PAGE_BYTES = 64 << 20  # ours: Common Crawl cuts pages at 5 MiB


@dataclass(frozen=True, kw_only=True)
class HtmlAlt(PairSource):
    """One row for each `<img>` whose `alt` is not empty. Its key is `<page>#img=<index of the tag>`.

    Its address is a file relative to the page or its `<base>` (from `/` on, relative to the input) or a data
    URI; nothing is fetched. It is what lazy loading puts aside (`data-src`, `data-original`) where that is
    here, else `src`, else the largest of `srcset`. `meta` has the title and the figcaption of the image, and
    the title of the page.
    """

    patterns: ClassVar[tuple[str, ...]] = tuple(f"*{ending}" for ending in PAGE_ENDINGS)
    pages_per_partition: int = 32
    partition_bytes: int = 64 << 20

    def partitions(self, items: list[Item]) -> list[Partition]:
        return split(items, max_items=self.pages_per_partition, max_bytes=self.partition_bytes)

    def read(self, partition: Partition) -> Iterator[PairRow | Rejection]:
        """Yield the images of each page in its order.

        Reasons: image_missing, image_not_local, image_broken, path_outside, file_missing, file_unreadable,
        file_empty, file_too_large; of a page also html_broken.
        """
        for item in partition.items:
            try:
                page = self._page(item)
            except Reject as reject:
                yield self.rejection(item.key, item.uri, reject)
                continue
            yield from (self._row(item, tag, page) for tag in page.tags if tag.alt)

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "pages_per_partition": self.pages_per_partition,
            "partition_bytes": self.partition_bytes,
        }

    def _page(self, item: Item) -> PageImages:
        limit = min(_MAX_PAGE_BYTES, self.max_file_bytes)
        content = read_whole(self.location(item), item.uri, item.n_bytes, limit)
        self.require_as_listed(item)
        return image_tags(page_text(content))

    def _row(self, item: Item, tag: ImageTag, page: PageImages) -> PairRow | Rejection:
        key, uri = f"{item.key}#img={tag.index}", f"{item.uri}#img={tag.index}"
        said = {"title": tag.title, "figcaption": tag.figcaption, "page_title": page.title}
        try:
            image_uri, content = self._image(item, tag, page.base)
            fields = {name: text for name, text in said.items() if text}
            return self.pair(key, image_uri or uri, content, tag.alt, fields)
        except Reject as reject:
            return self.rejection(key, uri, reject)

    def _image(self, item: Item, tag: ImageTag, base: str) -> tuple[str, bytes]:
        """Return where the image lies, empty for the page itself, and its bytes: the first that is here."""
        failure: Reject | None = None
        for address in tag.addresses:
            try:
                return self._at(item, address, base)
            except Reject as reject:
                failure = failure or reject
                if reject.reason not in _NOT_HERE:
                    raise
        raise failure or Reject(Reason.IMAGE_MISSING, "its src is empty")

    def _at(self, item: Item, address: str, base: str) -> tuple[str, bytes]:
        if (content := data_of(address)) is not None:
            return "", content
        refuse_remote(address)
        refuse_remote(base)
        root = self.location(item)
        folder = folder_of(root, item.uri == root.public_uri)
        page_folder = os.path.dirname(item.uri.removeprefix(folder.public_uri).lstrip("/"))
        return read_first(folder, _paths(address, _base_folder(base, page_folder)), self.max_file_bytes)


def _base_folder(base: str, page_folder: str) -> str:
    """Return the folder that addresses are relative to: what stands before the last `/` of the base."""
    folder, slash, name = unquote(_without_query(base), errors="surrogateescape").rpartition("/")
    return _below(page_folder, folder + slash + (name if name in (".", "..") else ""))


def _paths(address: str, folder: str) -> list[str]:
    """Return where the file of a local address may lie: browsers and wget differ in the names they save."""
    names = [
        unquote(address, errors="surrogateescape"),
        address,
        unquote(_without_query(address), errors="surrogateescape"),
    ]
    return [_below(folder, name) for name in names]


def _below(folder: str, name: str) -> str:
    return name.lstrip("/") if name.startswith("/") else os.path.join(folder, name)


def _without_query(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # `//[` and the like
        return address.partition("?")[0]
