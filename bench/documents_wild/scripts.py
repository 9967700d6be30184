"""Superscripts and subscripts of a page that an answer writes as if they stood on the line: `10-16`.

Counted from the PDF's own characters, without the reader that made the answer: a character is a script where
it is smaller than its neighbour, begins where that ends, and stands on another baseline. It is flattened
where the answer has both side by side; tags or LaTeX between them are what tells a reader of the script.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pymupdf

# Limits are ours, from what TeX, Word and browsers do: scripts have 0.5 to 0.8 of the size, and are moved by
# 0.12 em (a subscript of TeX's) or more. A gap below zero is kerning; the A in TeX's logo overlaps by 0.3 em.
SCRIPT_SIZE = 0.85
SHIFT_EM = (0.1, 0.8)
GAP_EM = (-0.15, 0.3)
LEVEL_EM = 0.03  # baselines of one level differ by no more
CONTEXT_CHARS = 8  # enough that the same characters seldom stand elsewhere on the page

_SCRIPT = re.compile(r"[\w*∗†‡§]")  # a script has one of these; quotes, degrees and accents are small anyway
_SPACES = re.compile(r"\s+")


class _Char(NamedTuple):
    text: str
    x1: float
    x2: float
    baseline: float
    size: float


def flattened_scripts(page: "pymupdf.Page", answer: str) -> int:
    """Count the runs of raised or lowered characters that `answer` (HTML or Markdown) writes as plain ones.

    Pages that are printed sideways have none. What the page also prints on one line does not count.
    """
    lines = list(_lines(page))
    scripts = Counter(context for line in lines for context in _script_contexts(line))
    plain = "\n".join("".join(char.text for char in line) for line in _without_scripts(lines))
    said = _SPACES.sub("", html.unescape(answer))
    return sum(min(n, max(0, said.count(context) - plain.count(context))) for context, n in scripts.items())


def _lines(page: "pymupdf.Page") -> Iterator[list[_Char]]:
    """Yield the inked characters of each upright line, in the order in which the file draws them."""
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            if line["dir"][0] > 0.99:
                yield [
                    _Char(char["c"], char["bbox"][0], char["bbox"][2], char["origin"][1], span["size"])
                    for span in line["spans"]
                    for char in span["chars"]
                    if not char["c"].isspace()
                ]


def _is_script(char: _Char, neighbour: _Char, gap: float) -> bool:
    shift = abs(char.baseline - neighbour.baseline) / neighbour.size
    return (
        char.size <= SCRIPT_SIZE * neighbour.size
        and SHIFT_EM[0] <= shift <= SHIFT_EM[1]
        and GAP_EM[0] <= gap / neighbour.size <= GAP_EM[1]
    )


def _runs(line: list[_Char]) -> Iterator[tuple[int, int]]:
    """Yield where scripts begin and end in a line: after the character they belong to, or first of all."""
    start = 0
    while start < len(line):
        end = start
        if start and _is_script(line[start], line[start - 1], line[start].x1 - line[start - 1].x2):
            end = _end(line, start, line[start - 1].size)
        elif not start:
            end = _opening(line)
        if end > start:
            yield start, end
        start = max(end, start + 1)


def _end(line: list[_Char], start: int, size: float) -> int:
    end = start + 1
    while end < len(line) and line[end].size <= SCRIPT_SIZE * size and _goes_on(line[end - 1], line[end]):
        end += 1
    return end


def _opening(line: list[_Char]) -> int:
    """Return where the mark ends that a line opens with, as a footnote does; 0 where there is none."""
    end = 1
    while end < len(line) and _goes_on(line[end - 1], line[end]) and _is_level(line[0], line[end]):
        end += 1
    raised = end < len(line) and line[end - 1].baseline < line[end].baseline
    return end if raised and _is_script(line[end - 1], line[end], line[end].x1 - line[end - 1].x2) else 0


def _goes_on(before: _Char, char: _Char) -> bool:
    return GAP_EM[0] - 0.5 <= (char.x1 - before.x2) / before.size <= GAP_EM[1]  # one script over another


def _is_level(a: _Char, b: _Char) -> bool:
    return abs(a.baseline - b.baseline) <= LEVEL_EM * a.size and abs(a.size - b.size) < 0.05 * a.size


def _script_contexts(line: list[_Char]) -> Iterator[str]:
    """Yield each script with the characters before it on the line, or behind it where none are before."""
    done = 0
    for start, end in _runs(line):
        script = _text(line[start:end])
        before = line[max(done, start - CONTEXT_CHARS) : start]
        if _SCRIPT.search(script):
            yield _text(before) + script + ("" if before else _text(line[end : end + CONTEXT_CHARS]))
        done = end


def _without_scripts(lines: list[list[_Char]]) -> Iterator[list[_Char]]:
    for line in lines:
        gone = {i for start, end in _runs(line) for i in range(start, end)}
        yield [char for i, char in enumerate(line) if i not in gone]


def _text(chars: list[_Char]) -> str:
    return "".join(char.text for char in chars)
