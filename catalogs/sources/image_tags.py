"""The images of an HTML page and what is written about them, read as browsers read it: whatever it is.

Source: HTML Living Standard, "The img element", "The figure element", "Determining the character encoding".
"""

import codecs
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from schemas.errors import Reject
from schemas.reasons import Reason

_SNIFFED_BYTES = 1024  # of the page, in which its encoding must be declared
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


@dataclass(slots=True)
class ImageTag:
    index: int  # among all `<img>` of the page
    src: str
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


def image_tags(page: str) -> tuple[list[ImageTag], str]:
    """Return the images of a page in its order, and its title."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.end_figure()
    return reader.tags, _joined(reader.title)


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


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags: list[ImageTag] = []
        self.title: list[str] = []
        self._figures: list[tuple[list[ImageTag], list[str]]] = []  # open ones: images, words of the caption
        self._in_title = self._in_caption = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            first: dict[str, str | None] = {}
            for name, value in attrs:
                first.setdefault(name, value)  # of an attribute that is there twice, the first counts
            src, alt, title = ((first.get(name) or "").strip() for name in ("src", "alt", "title"))
            self.tags.append(ImageTag(len(self.tags), src, alt, title))
            if self._figures:
                self._figures[-1][0].append(self.tags[-1])
        elif tag == "figure":
            self._figures.append(([], []))
        elif tag == "figcaption":
            self._in_caption = bool(self._figures)
        elif tag == "title":
            self._in_title = not self.title

    def handle_endtag(self, tag: str) -> None:
        if tag == "figure":
            self.end_figure()
        elif tag == "figcaption":
            self._in_caption = False
        elif tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif self._in_caption and self._figures:
            self._figures[-1][1].append(data)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Take `<![…` for the comment that it is in HTML; the standard library asserts that it is SGML."""
        return self.parse_bogus_comment(i)

    def end_figure(self) -> None:
        self._in_caption = False
        if self._figures:
            images, words = self._figures.pop()
            for image in images:
                image.figcaption = _joined(words)
