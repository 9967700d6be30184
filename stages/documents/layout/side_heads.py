"""Heads, numbers and notes in a narrow column at the start side of the text: each is read before its text.

Manuals set headings beside the text, posters large numbers beside their paragraphs. A column of text beside
another is told from them by where its parts begin: a head stands where white space in the text ends.
"""

from typing import NamedTuple, TypeVar

from vlcorpus.stages.documents.layout.placed import Placed

MAX_WIDTH = 0.5  # ours: of the text's width; columns of text are nearly as wide as each other
MAX_HEIGHT = 0.6  # ours: of the height of both, all heads together; a column of text fills it
MIN_LEVEL = 2 / 3  # ours: share of the heads where the text begins anew; a note may stand beside any line
APART_EM = 0.5  # ours: white space between two heads, and above a paragraph or a figure
LEVEL_EM = 0.6  # ours: how far a head may begin below the first line beside it, which is set smaller

T = TypeVar("T", bound=Placed)


class Opening(NamedTuple):
    """White space of the text column, and where the text begins anew below it."""

    y1: float
    y2: float


def headed_parts(heads: list[T], text: list[T], em: float) -> list[tuple[list[T], list[T]]]:
    """Cut a text at the heads beside it: return the heads and the text of each part, from top to bottom.

    Empty where the first column is none of heads.
    """
    if _width(heads) > MAX_WIDTH * _width(text):
        return []
    groups = _stacked(heads, em)
    if sum(_height(group) for group in groups) > MAX_HEIGHT * _height([*heads, *text]):
        return []
    openings = _openings(text, em)
    cuts = [cut for group in groups if (cut := _cut_at(group, openings, em)) is not None]
    if len(cuts) < MIN_LEVEL * len(groups):
        return []
    parts: list[tuple[list[T], list[T]]] = [([], []) for _ in range(len(cuts) + 1)]
    for group in groups:
        parts[sum(cut <= group[0].y1 + LEVEL_EM * em for cut in cuts)][0].extend(group)
    for item in text:
        parts[sum(cut <= (item.y1 + item.y2) / 2 for cut in cuts)][1].append(item)
    return [part for part in parts if part[0] or part[1]]


def _width(items: list[T]) -> float:
    return max(item.x2 for item in items) - min(item.x1 for item in items)


def _height(items: list[T]) -> float:
    return max(item.y2 for item in items) - min(item.y1 for item in items)


def _stacked(items: list[T], em: float) -> list[list[T]]:
    """Group the lines that stand close upon each other."""
    groups: list[list[T]] = []
    for item in sorted(items, key=lambda item: item.y1):
        if groups and item.y1 - max(other.y2 for other in groups[-1]) < APART_EM * em:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _openings(text: list[T], em: float) -> list[Opening]:
    """Return where the text begins, and where it begins anew."""
    found: list[Opening] = []
    bottom = float("-inf")
    for item in sorted(text, key=lambda item: item.y1):
        if item.y1 - bottom >= APART_EM * em:
            found.append(Opening(bottom, item.y1))
        bottom = max(bottom, item.y2)
    return found


def _cut_at(head: list[T], openings: list[Opening], em: float) -> float | None:
    """Return where the text of a head begins: its top or the white space above; None within a paragraph."""
    top = head[0].y1
    for opening in openings:
        if opening.y1 - LEVEL_EM * em <= top <= opening.y2 + LEVEL_EM * em:
            return min(top, opening.y2)
    return None
