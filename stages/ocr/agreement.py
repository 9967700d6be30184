"""How far two readings of a page say the same: 1 - CER, line by line, whatever order each has found.

Words of the second reading belong to the line of the first in which their middle lies, so that another order
of the columns is no disagreement.
"""

from collections.abc import Sequence

from vlcorpus.stages.ocr.engine import OcrLine, OcrReading, OcrWord


def agreement(first: OcrReading, second: OcrReading) -> float:
    """Return 1 - CER of `second` against `first`, 0..1; 1 where neither read anything."""
    if not first.n_chars:
        return 0.0 if second.n_chars else 1.0
    words, n_wrong = _by_line(first.lines, second)
    n_chars = 0
    for line, found in zip(first.lines, words, strict=True):
        n_chars += len(line.text)
        n_wrong += edit_distance(line.text, " ".join(word.text for word in found))
    return max(0.0, 1 - n_wrong / n_chars)


def _by_line(lines: Sequence[OcrLine], reading: OcrReading) -> tuple[list[list[OcrWord]], int]:
    """Return the words of `reading` in each line, and how many characters stand in none."""
    found: list[list[OcrWord]] = [[] for _ in lines]
    n_alone = 0
    for other in reading.lines:
        for word in other.words:
            index = _line_at(lines, (word.box.x1 + word.box.x2) / 2, (word.box.y1 + word.box.y2) / 2)
            if index is None:
                n_alone += len(word.text)
            else:
                found[index].append(word)
    for line, words in zip(lines, found, strict=True):
        words.sort(key=lambda word: word.box.x1 if line.turn % 2 == 0 else word.box.y1)
    return found, n_alone


def _line_at(lines: Sequence[OcrLine], x: float, y: float) -> int | None:
    """Return the line whose box holds the point, the one whose middle is nearest of several."""
    best, best_px = None, float("inf")
    for index, line in enumerate(lines):
        box = line.box
        if box.x1 <= x <= box.x2 and box.y1 <= y <= box.y2:
            off = abs((box.y1 + box.y2) / 2 - y) if line.turn % 2 == 0 else abs((box.x1 + box.x2) / 2 - x)
            if off < best_px:
                best, best_px = index, off
    return best


def edit_distance(a: str, b: str) -> int:
    """Return the Levenshtein distance. Source: Hyyrö 2001, a bit-parallel form of Myers 1999."""
    if a == b or not a or not b:
        return 0 if a == b else max(len(a), len(b))
    where: dict[str, int] = {}
    for index, char in enumerate(a):
        where[char] = where.get(char, 0) | 1 << index
    mask, last = (1 << len(a)) - 1, 1 << len(a) - 1
    plus, minus, distance = mask, 0, len(a)
    for char in b:
        match = where.get(char, 0)
        zero = (((match & plus) + plus) ^ plus) | match | minus
        up, down = minus | ~(zero | plus) & mask, plus & zero
        distance += bool(up & last) - bool(down & last)
        up, down = (up << 1 | 1) & mask, down << 1 & mask
        plus, minus = down | ~(zero | up) & mask, up & zero
    return distance
