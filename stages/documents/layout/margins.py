"""Text beside the text area: numbers of lines, stamps of archives.

Limits are ours, read off the pages of ../shared/data/pdf and of the benchmark.
"""

import re

from vlcorpus.stages.documents.page.lines import Line

MARGIN_FRACTION = 0.08  # share of the page's width, at the left and at the right
MAX_CHARS = 24  # the most in one line of a margin
MIN_LINES = 2  # one alone may be a mark of the line beside it
MIN_GAP_EM = 0.4  # the least white space between the margin and the text area
MAX_SHARE = 0.5  # the most of the page's lines: a page with line numbers has one for each line of text

_MARK = re.compile(r"\W+|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]|[*†‡§¶]+")  # mark of an item or a note


def split_margins(lines: list[Line], em: float, page_width: float) -> tuple[list[Line], list[list[Line]]]:
    """Return the text area and the lines of either margin, where there are any."""
    area, margins = lines, []
    reach = MARGIN_FRACTION * page_width
    for beside in (lambda line: line.x2 <= reach, lambda line: line.x1 >= page_width - reach):
        found = [line for line in area if beside(line) and len(line.text) <= MAX_CHARS]
        rest = [line for line in area if not beside(line)]
        if _is_margin(found, rest, len(area), em):
            margins.append(found)
            area = [line for line in area if not any(line is n for n in found)]
    return area, margins


def _is_margin(found: list[Line], area: list[Line], n_lines: int, em: float) -> bool:
    if not area or not MIN_LINES <= len(found) <= MAX_SHARE * n_lines:
        return False
    if any(_MARK.fullmatch(line.text.strip()) or line.size > em for line in found):
        return False
    left, right = min(line.x1 for line in found), max(line.x2 for line in found)
    gap = max(min(line.x1 for line in area) - right, left - max(line.x2 for line in area))
    return gap >= MIN_GAP_EM * em
