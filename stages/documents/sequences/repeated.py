"""What stands on page after page of a book: running heads that one page could not tell, logos, ornaments."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.sequences.book_flow import Figure, FlowItem

MAX_REPEATS = 2  # ours: a figure may be shown again; what stands on a third page is no content
_SAME_GREY = 8  # ours: difference of greys, of 255, that JPEG makes in a thumbnail
_SAME_SIDE_PX = 4.0
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")


def without_repeated(flow: list[FlowItem]) -> list[FlowItem]:
    """Return the flow without the images and lines in the margin that more than MAX_REPEATS pages show."""
    groups = [*_same_lines(flow), *_same_images(flow)]
    repeated = {
        id(item) for group in groups if len({item.page for item in group}) > MAX_REPEATS for item in group
    }
    return [item for item in flow if id(item) not in repeated]


def _same_lines(flow: Iterable[FlowItem]) -> Iterator[list[FlowItem]]:
    """Yield text in the margin that is the same but for its numbers."""
    groups: dict[str, list[FlowItem]] = defaultdict(list)
    for item in flow:
        if item.in_margin and item.kind not in (BlockKind.TABLE, BlockKind.CAPTION):
            groups[_NUMBER.sub("0", item.text.lstrip("# "))].append(item)
    yield from groups.values()


def _same_images(flow: Iterable[FlowItem]) -> Iterator[list[FlowItem]]:
    groups: list[tuple[np.ndarray, list[FlowItem]]] = []
    for item in flow:
        if item.figure is None:
            continue
        looks = _looks(item.figure)
        same = next((items for known, items in groups if np.all(np.abs(known - looks) <= 1)), None)
        if same is None:
            groups.append((looks, [item]))
        else:
            same.append(item)
    yield from (items for _, items in groups)


def _looks(figure: Figure) -> np.ndarray:
    """Return greys and sides in units of what may differ between two images of one thing."""
    sides = np.array([figure.image.width_px, figure.image.height_px]) / _SAME_SIDE_PX
    return np.concatenate([np.frombuffer(figure.thumbnail, np.uint8) / _SAME_GREY, sides])
