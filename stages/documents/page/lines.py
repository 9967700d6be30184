"""Lines for the layout: their text joined, turned so that they read left to right, without doubles.

A page whose text stands on its side is turned for the layout; every line keeps its box of the page image.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Protocol

from vlcorpus.schemas.documents.document import Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.inline import unmarked
from vlcorpus.stages.documents.page.fonts import is_math_font, is_sign_font

SCRIPT_SPACE_EM = 0.25  # ours: a wider gap between a script and its base is a space
_MIN_GAP_EM = 0.15  # two spans so far apart have a space between them, as for MuPDF
_GOOD_PART = 0.2  # ours: share of a line's characters; small capitals and indices do not tell its size
_NEAR_SIZE = 0.05  # ours: text that was scaled to fit differs by so much from block to block
_SPACES = re.compile(r"\s+")
_SIGN = re.compile(r"\s*[\uf000-\uf0ff\ufffd]\s*")
_CJK = r"\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"  # ideographs, kana and their full-width marks
_CJK_END, _CJK_START = re.compile(f"[{_CJK}]\\Z"), re.compile(f"[{_CJK}]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_HYPHENATED = re.compile(r"[^\W\d_][-‐\u00ad]\Z")
# Hyphens of the word itself: "FAA-approved", "self-made", "e-commerce" (nobody breaks after one letter),
# "state-of-the-art", and "anti-inflammatory" (two equal vowels never belong to one syllable)
_COMPOUND = re.compile(
    r"(?:\b[A-Z\d]*[A-Z]{2}|\b(?:[Ss]elf|[Ww]ell|[Nn]on|[Cc]ross|[Ff]irst)|\b[^\W\d_]|[-‐][^\W\d_]+)[-‐]\Z"
)
_IN_COMPOUND = re.compile(r"(?:of|the|to|and|in|by|on|at|for|up)[-‐]\w")  # "mixture-" before "of-experts"
_EQUAL_VOWELS = re.compile(r"([aeiou])[-‐]\1")
_GOES_ON = re.compile(r"(?:\w[-‐–]|/)\Z")  # "2018–" before "23", "https://" before its host
_WORD = re.compile(r"\w")
_LOWER = re.compile(r"[^\W\d_A-Z]")
BULLET = re.compile(r"[•●○◦▪■□☐☑☒‣⁃∙·◆◇➢➤✓❖✔✗✘❑❍]\s*\S|\*\s+\S|[-–—]\s+[^\W\d]{2}")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\[\d{1,3}\])\s+\S")
# "Figure 3", "Table 2.1:", 图 4
CAPTION = re.compile(
    r"(?:Figure|Fig\.|FIGURE|FIG\.|Table|TABLE|Exhibit|Chart|Graph|Map|Photo|Plate|Scheme|Listing|Algorithm"
    r"|Abbildung|Abb\.|Tabelle|Tab\.|Tableau|Рис\.|Таблица|图|表|圖|図)"
    r"(?:\s*[A-Z]?\d+(?:[.\-–]\d+)*(?P<sign>\s*[:.|：．。]|\s|\Z)|(?P<colon>[:：])\s)"
)


@dataclass(slots=True)
class Line:
    """A line, or a piece of one, in the upright frame."""

    x1: float
    y1: float
    x2: float
    y2: float
    text: str  # with the marks of schemas/inline.py; in a font of one fixed width it keeps its indentation
    size: float  # the largest that a good part of its characters have, px
    bold: bool  # all of it
    italic: bool
    mono: bool
    box: BoxPx  # the box on the page image, px
    upright: bool = True  # reads in the page's direction
    turn: int = 0  # the line's own direction, as in TextLine
    vertical: bool = False  # Chinese or Japanese that is read down
    math: float = 0.0  # share of its characters that are set in a font of formulas
    row: bool = False  # joined of pieces that stand far apart: a row of a list or a borderless table
    unread: int = 0  # number of its characters in formulas whose structure is in doubt
    plain: str = ""  # `text` without marks, formulas as their characters stand on the page

    def __post_init__(self) -> None:
        self.plain = self.plain or unmarked(self.text)

    @property
    def height(self) -> float:
        return self.y2 - self.y1


@dataclass(slots=True)
class Frame:
    """The frame in which a page reads from left to right and from top to bottom.

    `turn` quarter turns counter-clockwise away from the page image; mirrored for Arabic and Hebrew.
    """

    turn: int
    mirrored: bool
    width: float
    height: float
    vertical: bool = False  # Chinese or Japanese, read down and from right to left

    def of(self, box: BoxPx) -> tuple[float, float, float, float]:
        x1, y1, x2, y2 = box
        match self.turn:
            case 1:  # text runs down, the next line is to the left
                x1, y1, x2, y2 = y1, self.height - x2, y2, self.height - x1
            case 2:
                x1, y1, x2, y2 = self.width - x2, self.height - y2, self.width - x1, self.height - y1
            case 3:  # text runs up, the next line is to the right
                x1, y1, x2, y2 = self.width - y2, x1, self.width - y1, x2
        return (self.width - x2, y1, self.width - x1, y2) if self.mirrored else (x1, y1, x2, y2)

    def back(self, box: BoxPx) -> BoxPx:
        """Return where a box of the frame stands on the page image."""
        x1, y1, x2, y2 = box
        if self.mirrored:
            x1, x2 = self.width - x2, self.width - x1
        match self.turn:
            case 1:
                return BoxPx(self.height - y2, x1, self.height - y1, x2)
            case 2:
                return BoxPx(self.width - x2, self.height - y2, self.width - x1, self.height - y1)
            case 3:
                return BoxPx(y1, self.width - x2, y2, self.width - x1)
        return BoxPx(x1, y1, x2, y2)


class ShownPage(Protocol):
    """A page with its text and its size: a row, or what a reader has just read."""

    @property
    def lines(self) -> list[TextLine]: ...

    @property
    def width_px(self) -> int: ...

    @property
    def height_px(self) -> int: ...


def page_lines(page: ShownPage) -> tuple[list[Line], Frame]:
    """Return the page's visible lines at quarter turns, and the frame they stand in."""
    frame = page_frame(page)
    seen: set[tuple[str, int, int]] = set()
    lines = [line for raw in _shown(page) if (line := _line(raw, frame)) and _is_new(line, seen)]
    return lines, frame


def page_frame(page: ShownPage) -> Frame:
    """Return the frame in which most characters of the page's visible lines read."""
    shown = _shown(page)
    turns: Counter[int] = Counter()
    n_down = 0
    for raw in shown:
        turns[raw.turn] += 0 if raw.slanted else len(raw.text)
        n_down += len(raw.text) if _is_vertical(raw) else 0
    turn = turns.most_common(1)[0][0] if turns else 0
    sides = (page.width_px, page.height_px)
    mirrored = is_right_to_left("".join(line.text for line in shown))
    vertical = turn == 1 and n_down * 2 > turns[1]
    return Frame(turn, mirrored, *(sides if turn % 2 == 0 else sides[::-1]), vertical)


def _shown(page: ShownPage) -> list[TextLine]:
    return [line for line in page.lines if any(span.visible for span in line.spans)]


def is_right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    return len(_RTL.findall(text)) * 2 > sum(map(str.isalpha, text))


def _is_vertical(line: TextLine) -> bool:
    return line.turn == 1 and not line.slanted and _CJK_START.search(line.text) is not None


def _line(raw: TextLine, frame: Frame) -> Line | None:
    spans = _with_bullet([span for span in raw.spans if span.visible])
    text = _join_spans(spans, raw.turn)
    if raw.slanted or not text.strip():
        return None
    sizes: Counter[float] = Counter()
    for span in spans:
        sizes[round(span.size_px, 1)] += len(span.text.strip())
    inked = [span for span in spans if span.text.strip()]
    mono = all(span.mono for span in inked)
    plain = _join_spans([span._replace(script=0, latex="") for span in spans], raw.turn)
    return Line(
        *frame.of(raw.box),
        text=text.rstrip() if mono else _SPACES.sub(" ", text).strip(),
        size=max(size for size, n in sizes.items() if n >= _GOOD_PART * sizes.total()) or 1.0,
        bold=all(span.bold for span in inked),
        italic=all(span.italic for span in inked),
        mono=mono,
        box=raw.box,
        upright=raw.turn == frame.turn,
        turn=raw.turn,
        vertical=_is_vertical(raw),
        math=sum(len(span.text.strip()) for span in inked if is_math_font(span.font)) / max(1, sizes.total()),
        plain=_SPACES.sub(" ", plain).strip(),
    )


def write_formulas(line: Line, raw: TextLine) -> None:
    """Write the formulas of `raw`, which the line was made of, into its text."""
    spans = _with_bullet([span for span in raw.spans if span.visible])
    line.text = _SPACES.sub(" ", _join_spans(spans, raw.turn)).strip()
    line.unread = sum(len(span.text) for span in spans if span.unread)
    if not any(_WORD.search(span.text) for span in spans if not (span.latex or span.unread)):
        line.math = 1.0


def _with_bullet(spans: list[Span]) -> list[Span]:
    """Write the sign before an item as a bullet: fonts of signs have codes of their own for it, or none."""
    if spans and is_sign_font(spans[0].font) and _SIGN.fullmatch(spans[0].text):
        return [spans[0]._replace(text="• "), *spans[1:]]
    return spans


def _join_spans(spans: list[Span], turn: int) -> str:
    """Join spans with a space where they stand apart: a change of font often swallows it."""
    text = ""
    last: Span | None = None
    for span in spans:
        if last is not None and not text.endswith(" ") and not span.text.startswith(" "):
            a, b = last.box, span.box
            gap = max(b.x1 - a.x2, a.x1 - b.x2) if turn % 2 == 0 else max(b.y1 - a.y2, a.y1 - b.y2)
            # Typesetters leave, between Chinese and Latin, a quarter of an em that is no space.
            close = turn == 1 and (_CJK_END.search(text) or _CJK_START.match(span.text))
            least = SCRIPT_SPACE_EM * last.size_px if span.script else _MIN_GAP_EM * span.size_px
            if gap > least and not close:
                text += " "
        text += span.marked
        last = span
    return text


def _is_new(line: Line, seen: set[tuple[str, int, int]]) -> bool:
    """Say whether the line is no copy: producers print a line twice, a hair apart, to make it bold."""
    step = max(2.0, line.size / 4)
    column, row = round(line.x1 / step), round(line.y1 / step)
    near = {(line.text, column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    if not seen.isdisjoint(near):
        return False
    seen.add((line.text, column, row))
    return True


def text_width(text: str) -> int:
    """Return the width in Latin characters: a Chinese one takes two."""
    return len(text) if text.isascii() else len(text) + len(_CJK_START.findall(text))


def join_texts(texts: list[str]) -> str:
    """Join the lines of a paragraph: words broken by a hyphen are made whole, Chinese needs no space."""
    joined = ""
    for text in texts:
        if not joined:
            joined = text
        elif _HYPHENATED.search(joined) and _LOWER.match(text) and not _is_compound(joined, text):
            joined = joined[:-1] + text
        elif _GOES_ON.search(joined) or (_CJK_END.search(joined) and _CJK_START.match(text)):
            joined += text
        else:
            joined += " " + text
    return _SPACES.sub(" ", joined.replace("\u00ad", ""))


def _is_compound(before: str, after: str) -> bool:
    """Say whether the hyphen at a line's end is the word's own."""
    own = _COMPOUND.search(before) or _IN_COMPOUND.match(after) or _EQUAL_VOWELS.match(before[-2:] + after)
    return own is not None


def is_item(text: str) -> bool:
    return bool(BULLET.match(text) or _NUMBER.match(text))


def body_size(lines: list[Line]) -> float:
    """Return the font size near which most characters are, px."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)

    def near(size: float) -> tuple[int, int]:
        return sum(n for other, n in sizes.items() if abs(other - size) <= _NEAR_SIZE * size), sizes[size]

    return max(sizes, key=near, default=1.0)
