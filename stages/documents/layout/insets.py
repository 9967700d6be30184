"""Text in the page's other direction: a vertical box on a horizontal page, a horizontal title over columns.

Only Chinese and Japanese are set both ways on one page; what else stands on its side is a label or a stamp.
"""

from dataclasses import replace

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.blocks import lay_blocks
from vlcorpus.stages.documents.layout.furniture import Found, split_furniture
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.layout.reading_order import reading_order
from vlcorpus.stages.documents.page.boxes import cover
from vlcorpus.stages.documents.page.lines import Frame, Line

NEAR_EM = 1.0  # ours: the most between lines of one inset; vertical lines are set 0.5 to 1 em apart


def reads_across(line: Line, frame: Frame) -> bool:
    """Say whether a line is text in the page's other direction."""
    return not line.upright and (line.vertical or (frame.vertical and line.turn == 0))


def split_vertical_furniture(lines: list[Line], em: float, page_height: float) -> tuple[list[Line], Found]:
    """Return the rest and the furniture of a vertical page: horizontal lines over and under its columns.

    The page is looked at as it stands, and its columns are as wide as all of them: what is as wide is text.
    """
    columns = [line for line in lines if line.vertical]
    x1, x2 = min(line.box.x1 for line in columns), max(line.box.x2 for line in columns)
    standing = {}
    for line in lines:
        box = line.box._replace(x1=x1, x2=x2) if line.vertical else line.box
        seen = replace(line, x1=box.x1, y1=box.y1, x2=box.x2, y2=box.y2)
        standing[id(seen)] = (seen, line)
    body, found = split_furniture([seen for seen, _ in standing.values()], em, page_height)
    return [standing[id(seen)][1] for seen in body], found


def sections(items: list[Line | LaidBlock], frame: Frame) -> list[list[Line | LaidBlock]]:
    """Cut a vertical page above and below the horizontal texts that no column stands beside."""
    if not frame.vertical:
        return [items]
    cuts = set()
    for inset in (item for item in items if isinstance(item, LaidBlock) and item.inset):
        if not any(_are_level(inset.box, other.box) for other in items if other is not inset):
            cuts |= {inset.box.y1, inset.box.y2}
    parts: dict[int, list[Line | LaidBlock]] = {}
    for item in items:
        middle = (item.box.y1 + item.box.y2) / 2
        parts.setdefault(sum(cut < middle for cut in cuts), []).append(item)
    return [parts[n] for n in sorted(parts)]


def lay_insets(lines: list[Line], columns: list[Line], frame: Frame, em: float) -> list[LaidBlock]:
    """Return a block for each group of lines that stand together, with its own blocks as `inset`."""
    return [_inset(group, frame, em) for group in _groups(lines, columns if frame.vertical else [])]


def _groups(lines: list[Line], columns: list[Line]) -> list[list[Line]]:
    """Join lines that stand near each other; where no column is beside them, also those far apart."""
    free = {id(line) for line in lines if columns and not any(_are_level(line.box, c.box) for c in columns)}
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.turn, line.box.x1, line.box.y1)):
        near = [g for g in groups if any(_touch(line, n, free={id(line), id(n)} <= free) for n in g)]
        joined = [*(other for group in near for other in group), line]
        groups = [*(group for group in groups if not any(group is n for n in near)), joined]
    return groups


def _are_level(a: BoxPx, b: BoxPx) -> bool:
    return min(a.y2, b.y2) > max(a.y1, b.y1)


def _touch(a: Line, b: Line, *, free: bool) -> bool:
    reach = NEAR_EM * max(a.size, b.size)
    dx = max(a.box.x1 - b.box.x2, b.box.x1 - a.box.x2)
    dy = max(a.box.y1 - b.box.y2, b.box.y1 - a.box.y2)
    return a.turn == b.turn and (dy if free else max(dx, dy)) <= reach


def _inset(lines: list[Line], frame: Frame, em: float) -> LaidBlock:
    turn = lines[0].turn
    turned = (turn - frame.turn) % 2 == 1
    own = Frame(turn, False, *((frame.height, frame.width) if turned else (frame.width, frame.height)))
    flows = reading_order([_placed(line, own) for line in lines], em)
    blocks = [block for flow in flows for block in lay_blocks(flow.items, em, flow.column)]
    for block in blocks:
        block.x1, block.y1, block.x2, block.y2 = frame.of(block.box)
    box = cover(line.box for line in lines)
    return LaidBlock(BlockKind.TEXT, *frame.of(box), box, inset=blocks)


def _placed(line: Line, frame: Frame) -> Line:
    x1, y1, x2, y2 = frame.of(line.box)
    return replace(line, x1=x1, y1=y1, x2=x2, y2=y2)
