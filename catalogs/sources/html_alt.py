"""Pairs of saved web pages: an image that lies beside the page, and the alternative text of the page."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from catalogs.sources.image_address import data_of, folder_of, read_first, refuse_remote
from catalogs.sources.image_tags import ImageTag, image_tags, page_text
from catalogs.sources.pair_source import PairSource
from catalogs.sources.reading import read_whole
from catalogs.sources.source import Item, Partition, split
from schemas.errors import Reject
from schemas.pair import PairRow
from schemas.reasons import Reason
from schemas.rejection import Rejection

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
_MAX_PAGE_BYTES = 64 << 20  # ours: Common Crawl cuts pages at 5 MiB


@dataclass(frozen=True, kw_only=True)
class HtmlAlt(PairSource):
    """One row for each `<img>` whose `alt` is not empty. Its key is `<page>#img=<index of the tag>`.

    `src` is a file relative to the page (from `/` on, relative to the input) or a data URI; nothing is
    fetched. `meta` has the title and the figcaption of the image, and the title of the page.
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
                tags, title = self._tags(item)
            except Reject as reject:
                yield self.rejection(item.key, item.uri, reject)
                continue
            yield from (self._row(item, tag, title) for tag in tags if tag.alt)

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "pages_per_partition": self.pages_per_partition,
            "partition_bytes": self.partition_bytes,
        }

    def _tags(self, item: Item) -> tuple[list[ImageTag], str]:
        limit = min(_MAX_PAGE_BYTES, self.max_file_bytes)
        return image_tags(page_text(read_whole(self.location(item), item.uri, item.n_bytes, limit)))

    def _row(self, item: Item, tag: ImageTag, page_title: str) -> PairRow | Rejection:
        key, uri = f"{item.key}#img={tag.index}", f"{item.uri}#img={tag.index}"
        said = {"title": tag.title, "figcaption": tag.figcaption, "page_title": page_title}
        try:
            image_uri, content = self._image(item, tag.src)
            fields = {name: text for name, text in said.items() if text}
            return self.pair(key, image_uri or uri, content, tag.alt, fields)
        except Reject as reject:
            return self.rejection(key, uri, reject)

    def _image(self, item: Item, src: str) -> tuple[str, bytes]:
        """Return where the image lies, empty for the page itself, and its bytes."""
        if not src:
            raise Reject(Reason.IMAGE_MISSING, "its src is empty")
        if (content := data_of(src)) is not None:
            return "", content
        refuse_remote(src)
        root = self.location(item)
        folder = folder_of(root, item.uri == root.public_uri)
        page_folder = os.path.dirname(item.uri.removeprefix(folder.public_uri).lstrip("/"))
        return read_first(folder, _paths(src, page_folder), self.max_file_bytes)


def _paths(src: str, page_folder: str) -> list[str]:
    """Return where the file of a local address may lie: browsers and wget differ in the names they save."""
    names = [
        unquote(src, errors="surrogateescape"),
        src,
        unquote(_without_query(src), errors="surrogateescape"),
    ]
    return [n.lstrip("/") if n.startswith("/") else os.path.join(page_folder, n) for n in names]


def _without_query(src: str) -> str:
    try:
        return urlsplit(src).path
    except ValueError:  # `//[` and the like
        return src.partition("?")[0]
