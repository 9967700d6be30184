"""Lines as they are printed: put together of words by their places, in whatever order a file draws them."""

from collections import defaultdict
from collections.abc import Iterable

from vlcorpus.schemas.documents.document import PageRow, Word
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import cover
from vlcorpus.stages.documents.page.lines import Frame

MAX_GAP = 0.5  # ours: of a word's height, to the next word of its line; columns are further apart
MAX_OVERLAP = 0.3  # ours: of a word's height; slanted letters reach into the next word
SAME_LINE = 0.25  # ours: of a word's height, between the middles of neighbours
LEVEL_PX = 16  # ours: height of a strip of the page; words of one line are in one strip or in neighbours


class PrintedLine:
    """Words one behind the other on a baseline."""

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self.box = word.box

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def go_on_with(self, word: Word) -> None:
        self.words.append(word)
        self.box = cover((self.box, word.box))


def shown_words(page: PageRow, frame: Frame) -> list[Word]:
    """Return the words of the text layer that nothing unseen is a part of, in the frame."""
    unseen = [span.box for line in page.lines for span in line.spans if not span.visible]
    return [
        Word(word.text, BoxPx(*frame.of(word.box)))
        for word in page.printed_words
        if not any(_meet(word.box, box) for box in unseen)
    ]


def _meet(a: BoxPx, b: BoxPx) -> bool:
    return a.x1 < b.x2 and b.x1 < a.x2 and a.y1 < b.y2 and b.y1 < a.y2


def printed_lines(words: Iterable[Word]) -> list[PrintedLine]:
    """Return the lines of words that read from left to right, ordered by where they begin."""
    lines: list[PrintedLine] = []
    ends: dict[int, list[PrintedLine]] = defaultdict(list)  # lines by the height at which their last word is
    for word in sorted(words, key=lambda word: word.box.x1):
        before = _line_before(word, ends)
        if before is None:
            lines.append(before := PrintedLine(word))
        else:
            ends[_level(before.words[-1])].remove(before)
            before.go_on_with(word)
        ends[_level(word)].append(before)
    return lines


def _level(word: Word) -> int:
    return int((word.box.y1 + word.box.y2) / 2 // LEVEL_PX)


def _line_before(word: Word, ends: dict[int, list[PrintedLine]]) -> PrintedLine | None:
    """Return the line that the word goes on with: the one that ends nearest to it."""
    height = word.box.y2 - word.box.y1
    at = _level(word)
    reach = 1 + int(SAME_LINE * height // LEVEL_PX)
    near = [line for level in range(at - reach, at + reach + 1) for line in ends.get(level, ())]
    best = None
    best_gap = MAX_GAP * height
    for line in near:
        last = line.words[-1].box
        gap = word.box.x1 - last.x2
        off = abs((last.y1 + last.y2) - (word.box.y1 + word.box.y2)) / 2
        if -MAX_OVERLAP * height <= gap <= best_gap and off <= SAME_LINE * height:
            best, best_gap = line, gap
    return best
