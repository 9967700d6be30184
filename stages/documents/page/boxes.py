"""Boxes of a page image, in pixels: their areas, what they share, and which of them belong together."""

from collections.abc import Iterable

from vlcorpus.schemas.geometry import BoxPx

_TILE_GAP_PX = 4.0  # ours: images are stored in strips that touch
_NESTED = 0.5  # ours: share of the smaller box's area that makes the two one


def area(box: BoxPx) -> float:
    return max(0.0, box.x2 - box.x1) * max(0.0, box.y2 - box.y1)


def shared_area(a: BoxPx, b: BoxPx) -> float:
    return area(BoxPx(max(a.x1, b.x1), max(a.y1, b.y1), min(a.x2, b.x2), min(a.y2, b.y2)))


def contains(box: BoxPx, inner: BoxPx) -> bool:
    """Say whether the middle of `inner` lies in `box`."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def cover(boxes: Iterable[tuple[float, float, float, float]]) -> BoxPx:
    """Return the box around all boxes."""
    x1s, y1s, x2s, y2s = zip(*boxes, strict=True)
    return BoxPx(min(x1s), min(y1s), max(x2s), max(y2s))


def join_boxes(boxes: Iterable[BoxPx]) -> list[BoxPx]:
    """Join boxes that belong together until none do."""
    done: list[BoxPx] = []
    for box in boxes:
        index = 0
        while index < len(done):
            if _belong(box, done[index]):
                box = cover((box, done.pop(index)))
                index = 0
            else:
                index += 1
        done.append(box)
    return done


def _belong(a: BoxPx, b: BoxPx) -> bool:
    """Say whether one box lies mostly in the other, or both are strips of one image."""
    shared = BoxPx(max(a.x1, b.x1), max(a.y1, b.y1), min(a.x2, b.x2), min(a.y2, b.y2))
    if area(shared) > _NESTED * min(area(a), area(b)):
        return True
    in_column = _same(a.x1, b.x1) and _same(a.x2, b.x2) and shared.y1 - shared.y2 <= _TILE_GAP_PX
    in_row = _same(a.y1, b.y1) and _same(a.y2, b.y2) and shared.x1 - shared.x2 <= _TILE_GAP_PX
    return in_column or in_row


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= _TILE_GAP_PX
