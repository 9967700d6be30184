"""What the first pages of a document show of its kind: words, shape, columns, sizes, tables, blanks."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from vlcorpus.filters.documents.forms import is_blank_line
from vlcorpus.schemas.documents.document import ParsedPage
from vlcorpus.schemas.documents.document_type import DocumentFeatures
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.page.boxes import area

MAX_CHARS = 24_000  # ours: five pages of a book; the words of its kind stand in front, and cost 10 ms
_SCAN_LINES = 24  # ours: heights at which columns are counted
_FRONT_PAGES = 2  # ours: a file may lack its cover, and counting may begin on it
_MIN_COLUMN_FRACTION = 0.12  # ours: share of the page's width; a narrower block is a note or a label
_MIN_COLUMN_CHARS = 60  # ours: the fewest of a block; a shorter one is a cell or a line of an address
_TIME = re.compile(r"\d{1,2}:\d\d")  # a timetable is full of digits, and counts nothing
_SCRIPT_FONT = re.compile(
    r"script|hand(?:writing|written)|kristen|caveat|pacifico|chalk|scrawl|cursive|brush|indie ?flower|xingkai"
    r"|行楷|手写",
    re.I,
)


def document_features(pages: Sequence[ParsedPage]) -> DocumentFeatures:
    """Return the features of a document from its first pages; raises ValueError for none."""
    if not pages:
        raise ValueError("a document without pages has no features")
    texts = [text for page in pages for line in page.lines if (text := line.text.strip())]
    text = "\n".join(texts)[:MAX_CHARS]
    untimed = _TIME.sub("", text)
    n_digits, n_letters = sum(map(str.isdigit, untimed)), sum(map(str.isalpha, untimed))
    sizes, n_script = _font_sizes(pages)
    return DocumentFeatures(
        text=text,
        n_pages=pages[0].n_pages,
        aspect=median(page.width_pt / page.height_pt for page in pages),
        height_pt=median(page.height_pt for page in pages),
        is_excerpt=_printed_number(pages[0]) > pages[0].page + _FRONT_PAGES,
        has_running_head=any(block.kind is BlockKind.HEADER for block in pages[0].tree.blocks),
        n_columns=round(median(map(count_columns, pages))),
        body_size_pt=sizes.most_common(1)[0][0] if sizes else 0.0,
        chars_per_page=sum(page.measures.n_chars for page in pages) / len(pages),
        digit_fraction=n_digits / (n_digits + n_letters) if n_digits + n_letters else 0.0,
        table_area_fraction=_area_fraction(pages, BlockKind.TABLE),
        image_area_fraction=_area_fraction(pages, BlockKind.IMAGE),
        script_font_fraction=n_script / sizes.total() if sizes else 0.0,
        blank_line_fraction=sum(map(is_blank_line, texts)) / len(texts) if texts else 0.0,
    )


def _printed_number(page: ParsedPage) -> int:
    """Return the number that a page bears; 0: none, or none in digits."""
    numbers = [block.text for block in page.tree.blocks if block.kind is BlockKind.PAGE_NUMBER]
    return next((int(text) for text in numbers if text.isdecimal()), 0)


def count_columns(page: ParsedPage) -> int:
    """Return how many blocks of prose stand side by side where any does, the median; 0 without prose."""
    blocks = [
        box
        for block, box in zip(page.tree.blocks, page.boxes_px, strict=True)
        if block.kind in (BlockKind.TEXT, BlockKind.LIST)
        and len(block.text) >= _MIN_COLUMN_CHARS
        and box.x2 - box.x1 >= _MIN_COLUMN_FRACTION * page.width_px
    ]
    heights = [(n + 0.5) / _SCAN_LINES * page.height_px for n in range(_SCAN_LINES)]
    counts = [sum(box.y1 <= y <= box.y2 for box in blocks) for y in heights]
    return round(median([n for n in counts if n] or [0]))


def _font_sizes(pages: Sequence[ParsedPage]) -> tuple[Counter[float], int]:
    """Return characters by font size in points, to half a point, and those in a font that imitates a hand."""
    sizes: Counter[float] = Counter()
    n_script = 0
    for page in pages:
        points = page.height_pt / page.height_px
        for line in page.lines:
            for span in line.spans:
                n = len(span.text.strip())
                sizes[round(span.size_px * points * 2) / 2] += n
                n_script += n if _SCRIPT_FONT.search(span.font) else 0
    return sizes, n_script


def _area_fraction(pages: Sequence[ParsedPage], kind: BlockKind) -> float:
    covered = sum(
        area(box)
        for page in pages
        for block, box in zip(page.tree.blocks, page.boxes_px, strict=True)
        if block.kind is kind
    )
    return min(1.0, covered / sum(page.width_px * page.height_px for page in pages))
