"""Markup of exercises as plain text: HTML's formulas become LaTeX between `$`, its pictures U+FFFC.

Source: HTML Living Standard; MathML Core. Formulas in MathML are converted by mathml-to-latex (MIT).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from xml.parsers.expat import ExpatError

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.html_tokens import Tag, tokens
from vlcorpus.schemas.reasons import Reason

IMAGE = "\ufffc"  # Unicode's object replacement character: stands in a text where a picture stands
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_BLOCKS = frozenset(
    (
        *("p", "div", "br", "li", "ul", "ol", "table", "tr", "section", "article", "para", "newline", "row"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "list", "item", "equation"),
    )
)
_UNREAD = frozenset(
    ("script", "style", "title", "label", "metadata", "annotation", "noscript", "template", "textarea")
)
_PICTURES = frozenset(("svg", "canvas", "object", "video", "iframe"))  # seen, and none of a kind that is read
_IMAGE_NAME = re.compile(r"img|image_?\d*")  # `<image1>` is what sets write into a text
_LEAVES = frozenset(("mi", "mn", "mo", "ms", "mtext", "mspace", "none", "mprescripts"))  # of MathML
_CELLS = frozenset(("td", "th", "entry"))
_ROWS = ("tr", "row")
_HEADS = ("thead", "th")  # a table that has one holds what is given; others are for the layout
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES = re.compile(r"\s*\n\s*")
# What the converter writes for a bracket that stands alone.
_BRACKETS = {rf"\left{sign}\right.": sign for sign in "(["} | {rf"\left.\right{sign}": sign for sign in ")]"}
_AMOUNT = re.compile(r"(?:\\\$)?[\d.,]+(?:\\?%)?[.,?]?|\\\$[\d.,]+")
_POINT = re.compile(r"(.*?[^\s\\.])\s+([.,;?!])\s*", re.DOTALL)  # a sentence's, which ends in the formula
_MATHML = re.compile(r"<(?:\w+:)?math[\s>]", re.IGNORECASE)
_DOLLAR = re.compile(r"(?<!\\)\$(?=\d)")
_TEXT_DIGITS = re.compile(r"\\text\{([0-9.,]+)\}")


def is_markup(text: str) -> bool:
    """Say whether a text has a tag or a character reference: `a < b` has none."""
    return _TAG.search(text) is not None


def plain_text(markup: str) -> str:
    """Return the text of HTML, or of CNXML, line by line; a text without markup as it is.

    Cells of a table with a head stand between `|`.

    Raises Reject question_incomplete for a formula that is not read.
    """
    if not is_markup(markup):
        return markup.strip()
    has_formulas = _MATHML.search(markup) is not None
    return _tidy("".join(_pieces(tokens(markup), has_formulas)))


def image_addresses(markup: str) -> list[str]:
    """Return the addresses of the pictures, in the order in which the plain text has them."""
    if not is_markup(markup):
        return []
    found = (token for token in tokens(markup) if isinstance(token, Tag))
    sources = (tag.attributes.get("src", "").strip() for tag in found if _IMAGE_NAME.fullmatch(tag.name))
    return [source for source in sources if source]


def _pieces(found: Iterator[Tag | str], dollars_are_money: bool) -> Iterator[str]:
    has_head = False  # the table that was begun last
    for token in found:
        if isinstance(token, str):
            text = token.replace("\n", " ")
            yield _DOLLAR.sub(r"\\$", text) if dollars_are_money else text
            continue
        name = token.name.rpartition(":")[2]
        if name == "math" and not token.is_end:
            yield _latex(found)
        elif name in _UNREAD and not token.is_end and not token.ends_itself:
            _pass_over(found, token.name)
        elif name in _PICTURES and not token.is_end:
            yield IMAGE
            if not token.ends_itself:
                _pass_over(found, token.name)
        elif name in ("sup", "sub"):
            yield "}$" if token.is_end else ("$^{" if name == "sup" else "$_{")
        elif _IMAGE_NAME.fullmatch(name) and not token.is_end:
            yield IMAGE
        elif name in _CELLS:
            has_head |= name in _HEADS
            yield " | " if has_head and not token.is_end else " "  # an empty cell is to be seen
        elif name in _BLOCKS:
            yield " |\n" if has_head and token.is_end and name in _ROWS else "\n"
            has_head &= name != "table"
        else:
            has_head |= name in _HEADS


def _latex(found: Iterator[Tag | str]) -> str:
    """Return the formula whose `<math>` was taken last, between `$`; tokens up to its end are taken."""
    from mathml_to_latex.converter import MathMLToLaTeX
    from mathml_to_latex.el_to_tex.protocols import InvalidNumberOfChildrenError

    try:
        latex = MathMLToLaTeX().convert(_balanced(found))
    except (
        ExpatError,
        InvalidNumberOfChildrenError,
        AttributeError,
        LookupError,
        ValueError,
        RecursionError,
    ) as error:
        raise Reject(Reason.QUESTION_INCOMPLETE, f"a formula in MathML is not read: {error!r}") from error
    for odd, plain in _BRACKETS.items():
        latex = latex.replace(odd, plain)
    latex = _TEXT_DIGITS.sub(r"\1", re.sub(r"(?<!\\)\$", r"\\$", latex)).strip()
    ended = _POINT.fullmatch(latex)
    latex, point = (ended[1], ended[2]) if ended else (latex, "")
    if _AMOUNT.fullmatch(latex):
        return latex.replace(r"\%", "%") + point  # money, a percentage: words
    is_table = r"\\" in latex and "&" in latex
    return (rf"$\begin{{aligned}}{latex}\end{{aligned}}$" if is_table else f"${latex}$") + point


def _balanced(found: Iterator[Tag | str]) -> str:
    """Return the formula as XML whose elements all end: in HTML some have no end tag."""
    written, opened = ["<math>"], ["math"]
    for token in found:
        if isinstance(token, str):
            written.append(escape(token))
            continue
        name = token.name.rpartition(":")[2]
        ended = _ended_by(name, opened) if not token.is_end else _ended_at(name, opened)
        written += [f"</{opened.pop()}>" for _ in range(ended)]
        if not opened:
            break
        if token.ends_itself:
            written.append(f"<{name}/>")
        elif not token.is_end:
            opened.append(name)
            written.append(f"<{name}>")
    return "".join([*written, *(f"</{name}>" for name in reversed(opened))])


def _ended_by(name: str, opened: list[str]) -> int:
    """Return how many open elements end where `name` begins: what holds text, and cells beside a cell."""
    if opened[-1] in _LEAVES:
        return 1
    cells = {"mtd": ("mtd",), "mtr": ("mtd", "mtr")}.get(name, ())
    n = 0
    while n < len(opened) and opened[-1 - n] in cells:
        n += 1
    return n


def _ended_at(name: str, opened: list[str]) -> int:
    """Return how many open elements an end tag ends; none where none of that name is open."""
    return next((n for n, one in enumerate(reversed(opened), start=1) if one == name), 0)


def _pass_over(found: Iterator[Tag | str], name: str) -> None:
    for token in found:
        if isinstance(token, Tag) and token.name == name and token.is_end:
            return


def _tidy(text: str) -> str:
    lines = _LINES.sub("\n", _SPACES.sub(" ", text)).strip()
    return lines.replace("$$^", "^").replace("$$_", "_")
