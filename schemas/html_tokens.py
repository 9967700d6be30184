"""HTML as tokens, in one pass: a page costs time in proportion to its length, whatever stands in it.

Source: HTML Living Standard, "Tokenization" and "Character reference state". Python's `html.parser` looks for
the end of each tag anew, and takes minutes for a page of tags that never end. What is left out here: a script
inside a comment inside a script.
"""

import html
import html.entities
import re
from collections.abc import Generator, Iterator
from typing import NamedTuple

# Elements whose content is text up to their end tag, and of which the first two have references in it.
_ONLY_TEXT = ("title", "textarea", "script", "style", "xmp", "iframe", "noembed", "noframes")
_WITH_REFERENCES = ("title", "textarea")
_NAME = re.compile(r"[a-zA-Z][^\t\n\f\r />]*+")
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)"  # a name, which may begin with =
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:([\"'])|([^\t\n\f\r >]*+)))?+"  # a quote, or a value without
)
_TAG_END = re.compile(r"[\t\n\f\r /]*+>")
_COMMENT_END = re.compile(r"-->|--!>")
_EMPTY_COMMENTS = ("<!-->", "<!--->")
# The longest name has 31 letters. More digits than these are no character either: U+FFFD stands for it.
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|([a-zA-Z][a-zA-Z0-9]{0,31})(;|=)?)")
_MAX_NUMBER_CHARS = 12
_NO_CHARACTER = "\ufffd"


class Tag(NamedTuple):
    name: str  # the name in lower case
    attributes: dict[str, str]  # names in lower case; of one that is there twice, the first
    is_end: bool = False
    ends_itself: bool = (
        False  # written `<label/>`; in HTML this means nothing, in XML it is the whole element
    )


def tokens(page: str, *, is_xml: bool = False) -> Iterator[Tag | str]:
    """Yield tags and the text between them, references replaced. A tag that the page's end cuts is none.

    In XML a `<script/>` is empty; in HTML it begins one.
    """
    at = 0
    while at < len(page):
        opening = page.find("<", at)
        if opening < 0:
            yield _text(page[at:])
            return
        if opening > at:
            yield _text(page[at:opening])
        at = yield from _markup(page, opening, is_xml)


def _markup(page: str, at: int, is_xml: bool) -> Generator[Tag | str, None, int]:
    """Yield what begins with the `<` at `at`; return where it ends."""
    is_end = page.startswith("</", at)
    found = _NAME.match(page, at + 1 + is_end)
    if found:
        tag, end = _tag(page, found, is_end)
        if tag is None:
            return len(page)
        yield tag
        if is_end or tag.name not in _ONLY_TEXT or (is_xml and tag.ends_itself):
            return end
        closing = re.compile(rf"</{tag.name}(?=[\t\n\f\r />])", re.IGNORECASE).search(page, end)
        content = page[end : closing.start() if closing else len(page)]
        yield _text(content) if tag.name in _WITH_REFERENCES else content
        return closing.start() if closing else len(page)
    if page.startswith("<!--", at):
        return _after_comment(page, at)
    if is_end or page.startswith(("<!", "<?"), at):
        return (page.find(">", at) + 1) or len(page)
    yield "<"
    return at + 1


def _tag(page: str, name: re.Match[str], is_end: bool) -> tuple[Tag | None, int]:
    """Return the tag of that name and where it ends; None where the page ends first."""
    attributes: dict[str, str] = {}
    at = name.end()
    while not (end := _TAG_END.match(page, at)):
        found = _ATTRIBUTE.match(page, at)
        if not found:
            return None, len(page)
        value, at = found[3] or "", found.end()
        if quote := found[2]:
            closing = page.find(quote, at)
            if closing < 0:
                return None, len(page)
            value, at = page[at:closing], closing + 1
        attributes.setdefault(found[1].lower(), _text(value, in_attribute=True))
    return Tag(name[0].lower(), attributes, is_end, ends_itself="/" in end[0]), end.end()


def _after_comment(page: str, at: int) -> int:
    for empty in _EMPTY_COMMENTS:
        if page.startswith(empty, at):
            return at + len(empty)
    found = _COMMENT_END.search(page, at + len("<!--"))
    return found.end() if found else len(page)


def _text(text: str, *, in_attribute: bool = False) -> str:
    """Return a text with its character references replaced."""
    if "&" not in text:
        return text

    def character(found: re.Match[str]) -> str:
        name, behind = found[1], found[2]
        if name is None:
            return html.unescape(found[0]) if len(found[0]) <= _MAX_NUMBER_CHARS else _NO_CHARACTER
        # An address such as `?a=1&copy=2` holds none: only a whole name counts in an attribute.
        if in_attribute and behind != ";" and (behind or name not in html.entities.html5):
            return found[0]
        return html.unescape(found[0])

    return _REFERENCE.sub(character, text)
