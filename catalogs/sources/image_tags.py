"""The images of an HTML page and what is written about them, read as browsers read it: whatever it is.

Source: HTML Living Standard, "The img element", "The figure element", "The base element", "Parsing a srcset
attribute", "Determining the character encoding". Lazy loading by scripts has no standard: the attributes are
those of the libraries lazysizes (`data-src`) and Lazy Load (`data-original`).
"""

import codecs
import re
from dataclasses import dataclass
from typing import NamedTuple

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.html_tokens import Tag, tokens
from vlcorpus.schemas.reasons import Reason

_SNIFFED_BYTES = 1024  # bytes from the page's start in which its encoding must be declared
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]+)""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# A page that says Latin-1 means Windows-1252; one that says UTF-16 in ASCII means UTF-8.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_SPACES = re.compile(r"\s+")
_CANDIDATE = re.compile(r"[^ \t\n\f\r,][^ \t\n\f\r]*")  # an address in a srcset, with its commas
_SIZE = re.compile(r"([0-9]{1,9})w|([0-9]{0,9}\.?[0-9]{1,9})x")
_LAZY = ("data-src", "data-original")
_MAX_TAGS = 100_000  # ours: what a page costs in memory stays below 100 MB; galleries have hundreds


@dataclass(slots=True)
class ImageTag:
    index: int  # number among all `<img>` of the page, from 0
    addresses: tuple[str, ...]  # the likeliest first
    alt: str  # empty where there is none
    title: str
    figcaption: str = ""


def page_text(content: bytes) -> str:
    """Return a page as text. Raises Reject html_broken where it is not in the encoding that it declares."""
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None) or _declared(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Reject(
            Reason.HTML_BROKEN, f"it is not {encoding}: {error.reason} at byte {error.start}"
        ) from error


class PageImages(NamedTuple):
    tags: list[ImageTag]  # the images in the order of the page
    title: str
    base: str  # what addresses are relative to; empty for the page itself


def image_tags(page: str) -> PageImages:
    """Return the images of a page, and what it says of them all.

    Raises Reject html_broken where there are more than 100,000 of them.
    """
    reader = _Reader()
    for token in tokens(page):
        if isinstance(token, str):
            reader.text(token)
        elif token.is_end:
            reader.end(token.name)
        else:
            reader.start(token)
    reader.end_figures()
    return PageImages(reader.tags, _joined(reader.title), reader.base or "")


def largest_candidate(srcset: str) -> str:
    """Return the address of a `srcset` with the greatest width or density, empty where there is none."""
    largest, size, at = "", 0.0, 0
    while found := _CANDIDATE.search(srcset, at):
        address, at, descriptors = found[0], found.end(), ""
        if not address.endswith(","):
            end = srcset.find(",", at)
            descriptors, at = (srcset[at:], len(srcset)) if end < 0 else (srcset[at:end], end)
        if (its_size := _size(descriptors)) > size:
            largest, size = address.rstrip(","), its_size
    return largest


def _size(descriptors: str) -> float:
    sizes = [float(found[1] or found[2]) for found in map(_SIZE.fullmatch, descriptors.split()) if found]
    return sizes[0] if sizes else 0.0 if descriptors.strip() else 1.0  # density 1 where nothing is said


def _addresses(attributes: dict[str, str]) -> tuple[str, ...]:
    """Return where the image may be: of one that is loaded late, `src` is a placeholder, often a data URI."""
    lazy = next((attributes[name] for name in _LAZY if attributes.get(name)), "")
    src = attributes.get("src", "")
    if lazy and src[:5].lower() == "data:":
        src = ""
    return tuple(filter(None, (lazy, src or largest_candidate(attributes.get("srcset", "")))))


def _declared(content: bytes) -> str:
    found = _CHARSET.search(content[:_SNIFFED_BYTES])
    if found is None:
        return "utf-8"
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        raise Reject(Reason.HTML_BROKEN, f"its encoding {found[1]!r} is none that is known") from None
    if not codec._is_text_encoding:
        raise Reject(Reason.HTML_BROKEN, f"its encoding {found[1]!r} is none of text")
    return _MEANT.get(codec.name, codec.name)


def _joined(parts: list[str]) -> str:
    return _SPACES.sub(" ", "".join(parts)).strip()


class _Reader:
    """What a page's tokens have said so far."""

    def __init__(self) -> None:
        self.tags: list[ImageTag] = []
        self.title: list[str] = []
        self.base: str | None = None
        self._figures: list[tuple[list[ImageTag], list[str]]] = []  # open ones: images, words of the caption
        self._in_title = self._in_caption = False

    def start(self, tag: Tag) -> None:
        if tag.name == "img":
            self._image({name: value.strip() for name, value in tag.attributes.items()})
        elif (
            tag.name == "base" and self.base is None
        ):  # the first with an address counts, also for what is above
            self.base = tag.attributes["href"].strip() if "href" in tag.attributes else None
            if (self.base or "").lower().startswith(("data:", "javascript:")):  # nothing is relative to these
                self.base = ""
        elif tag.name == "figure":
            self._figures.append(([], []))
        elif tag.name == "figcaption":
            self._in_caption = bool(self._figures)
        elif tag.name == "title":
            self._in_title = not self.title

    def end(self, name: str) -> None:
        if name == "figure":
            self._end_figure()
        elif name == "figcaption":
            self._in_caption = False
        elif name == "title":
            self._in_title = False

    def text(self, text: str) -> None:
        if self._in_title:
            self.title.append(text)
        elif self._in_caption and self._figures:
            self._figures[-1][1].append(text)

    def end_figures(self) -> None:
        """End the figures that the page leaves open."""
        while self._figures:
            self._end_figure()

    def _image(self, attributes: dict[str, str]) -> None:
        if len(self.tags) == _MAX_TAGS:
            raise Reject(Reason.HTML_BROKEN, f"it has more than {_MAX_TAGS} images")
        alt, title = attributes.get("alt", ""), attributes.get("title", "")
        self.tags.append(ImageTag(len(self.tags), _addresses(attributes), alt, title))
        if self._figures:
            self._figures[-1][0].append(self.tags[-1])

    def _end_figure(self) -> None:
        self._in_caption = False
        if self._figures:
            images, words = self._figures.pop()
            for image in images:
                image.figcaption = _joined(words)
