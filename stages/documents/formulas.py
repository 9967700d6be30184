"""Display formulas: pieces set in fonts of formulas that stand apart from text, joined to one region each."""

import re

from stages.documents.lines import Line

MIN_MATH = 0.5  # ours: of a piece's characters; a line of text with a few symbols has less
_NEAR_EM = 1.6  # ours: pieces of one formula are nearer; the next formula is a line away
_STACK_EM = 0.35  # ours: white space between a numerator and its bar, or a sum and its limits
_TEXT_NEAR_EM = 1.2  # ours: text beside a piece on its line makes it a part of that text
MIN_CHARS = 3
_LABEL = re.compile(r"\(\s*[A-Z]?\d+(?:[.\-–]\d+)*[a-z]?\s*\)")  # (3.15a), at the margin


def display_formulas(lines: list[Line], em: float) -> list[list[Line]]:
    """Return the pieces of each display formula. A line that holds formulas among words is none."""
    pieces = [line for line in lines if line.math >= MIN_MATH and line.upright]
    if not pieces:
        return []
    texts = [line for line in lines if line.math < MIN_MATH and not _LABEL.fullmatch(line.text)]
    groups = _clusters(pieces, em)
    return [
        group
        for group in groups
        if sum(len(line.text) for line in group) >= MIN_CHARS and not _is_inline(group, texts, em)
    ]


def _clusters(pieces: list[Line], em: float) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda line: (line.x1, line.y1)):
        near = [group for group in groups if any(_touch(piece, other, em) for other in group)]
        for group in near[1:]:
            near[0].extend(group)
            groups.remove(group)
        if near:
            near[0].append(piece)
        else:
            groups.append([piece])
    return groups


def _touch(a: Line, b: Line, em: float) -> bool:
    """Say whether two pieces stand side by side on one line, or on top of each other."""
    dx = max(a.x1 - b.x2, b.x1 - a.x2)
    dy = max(a.y1 - b.y2, b.y1 - a.y2)
    size = max(em, min(a.size, b.size))
    beside = dx <= _NEAR_EM * size and dy < -0.2 * min(a.height, b.height)
    stacked = dx < 0 and dy <= _STACK_EM * size and min(a.size, b.size) < 0.85 * max(a.size, b.size, em)
    return beside or stacked


def _is_inline(group: list[Line], texts: list[Line], em: float) -> bool:
    x1, x2 = min(line.x1 for line in group), max(line.x2 for line in group)
    y1, y2 = min(line.y1 for line in group), max(line.y2 for line in group)
    for text in texts:
        middle = (text.y1 + text.y2) / 2
        gap = max(text.x1 - x2, x1 - text.x2)
        if y1 < middle < y2 and gap < _TEXT_NEAR_EM * em:
            return True
    return False


def linear_text(pieces: list[Line]) -> str:
    """Return the glyphs of a formula from left to right: what a text layer says of it, without structure."""
    return " ".join(line.text for line in sorted(pieces, key=lambda line: (line.x1, line.y1)))
