"""Lines on their way to be joined: each with all its glyphs, in the order of its text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import combining

from vlcorpus.schemas.documents.document import Glyph, Span, TextLine
from vlcorpus.stages.documents.inline.scripts import by_line, is_inked, knows_all
from vlcorpus.stages.documents.page.boxes import cover


@dataclass(slots=True)
class HeldLine:
    """A line with all its glyphs, in the order of its text."""

    line: TextLine
    glyphs: list[Glyph]
    was: list[TextLine]  # the lines that it was made of
    size: float = field(init=False)  # size of its largest glyph, px

    def __post_init__(self) -> None:
        self.size = max(glyph.size_px for glyph in self.glyphs)


def hold(lines: list[TextLine], glyphs: list[Glyph]) -> list[HeldLine]:
    """Return the lines of which all glyphs are known."""
    own = by_line(glyphs)
    return [HeldLine(n, own[n.box], [n]) for n in lines if n.box in own and knows_all(n, own[n.box])]


def put_back(
    held: list[HeldLine], gone: list[HeldLine], lines: list[TextLine], glyphs: list[Glyph]
) -> tuple[list[TextLine], list[Glyph]]:
    """Put changed lines in the place of those that they were made of; lines that are `gone` are in others."""
    changed = [one for one in held if one.line is not one.was[0]]
    whole = [one for one in changed if not any(one is g for g in gone)]
    if not whole:
        return lines, glyphs
    new = {id(one.was[0]): one.line for one in whole}
    parts = {id(part) for one in whole for part in one.was}
    boxes = {part.box: one.line.box for one in whole for part in one.was}
    kept = [new.get(id(n), n) for n in lines if id(n) in new or id(n) not in parts]
    moved = [glyph._replace(line=one.line.box) for one in whole for glyph in one.glyphs]
    rest = [glyph for glyph in glyphs if glyph.line not in boxes]
    marks = [g._replace(line=boxes[g.line]) for g in glyphs if g.line in boxes and combining(g.char)]
    return kept, [*rest, *moved, *marks]


def insert(one: HeldLine, host: HeldLine, at: int) -> None:
    """Put a line behind glyph number `at` of another one."""
    spans = tuple(inserted(host.line.spans, at + 1, one.line.spans))
    host.line = TextLine(cover([host.line.box, one.line.box]), spans)
    host.glyphs = [*host.glyphs[: at + 1], *one.glyphs, *host.glyphs[at + 1 :]]
    host.was += one.was
    host.size = max(host.size, one.size)


def inserted(spans: tuple[Span, ...], at: int, new: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the spans with new ones behind the inked character number `at`, from 1."""
    for span in spans:
        inked = [i for i, char in enumerate(span.text) if is_inked(char)]
        if not 0 < at <= len(inked):
            yield span
        else:
            cut = inked[at - 1] + 1
            yield span._replace(text=span.text[:cut])
            yield from new
            if span.text[cut:]:
                yield span._replace(text=span.text[cut:])
        at -= len(inked)
