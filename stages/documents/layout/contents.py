"""Tables of contents: lines that end in page numbers are the items of one list."""

import re

from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.laid_block import LaidBlock

MIN_ENTRIES = 5  # ours: fewer lines that end in a number are chance
NUMBERED = 0.8  # ours: share of the lines that end in a number; an entry may run over two
_ENTRY = re.compile(r".*[^\W\d].*[\s.…·]+(?:\d{1,4}|[ivxlc]{1,6})", re.S)


def merge_contents(blocks: list[LaidBlock]) -> list[LaidBlock]:
    """Make one list of neighbouring paragraphs and lists whose lines end in page numbers."""
    out: list[LaidBlock] = []
    run: list[LaidBlock] = []
    for block in [*blocks, None]:
        if block is not None and _is_contents(block):
            run.append(block)
            continue
        out += [_list(run)] if _n_entries(run) >= MIN_ENTRIES else run
        run = []
        if block is not None:
            out.append(block)
    return out


def _is_contents(block: LaidBlock) -> bool:
    if block.kind not in (BlockKind.TEXT, BlockKind.LIST) or not block.lines:
        return False
    return _n_entries([block]) >= NUMBERED * len(block.lines)


def _n_entries(blocks: list[LaidBlock]) -> int:
    return sum(bool(_ENTRY.fullmatch(line.text)) for block in blocks for line in block.lines)


def _list(blocks: list[LaidBlock]) -> LaidBlock:
    """Write a list with an item for each entry; a line without a number goes on in the next."""
    items: list[str] = []
    open_item = ""
    lines = [line for block in blocks for line in block.lines]
    for line in lines:
        open_item = f"{open_item} {line.text}".strip()
        if _ENTRY.fullmatch(line.text):
            items.append(open_item)
            open_item = ""
    return LaidBlock.of(BlockKind.LIST, lines, "\n".join([*items, open_item] if open_item else items))
