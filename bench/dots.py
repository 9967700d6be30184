"""Find the dots of named points in an image, and from them where every other place must be.

Of what drew the image only the boxes are used in which dots are said to lie: the middle of the spot of ink in
each box is measured in the pixels, and a homography from the scene's exact coordinates to these middles is
fitted. A place that is further from where it leads than a hand could have strayed is misplaced.
"""

import io
import json
from collections.abc import Iterator

import numpy as np
from PIL import Image

from bench.plane_geometry_audit import exact
from vlcorpus.schemas.scenes.rows import Place, SceneRow

MIN_POINTS = 5  # a homography goes through any four
MIN_SPREAD = 0.1  # across the line that points are nearest to, of that along it
MIN_INK = 0.45  # of a dot's box: a disc covers 0.78 of it, grain and blur take some
ERROR_PX = 2.0  # of the middle of a spot, for the lines that run into it
STRAY = 2.5  # how far a trembling hand may lead away from a homography, in its own size


def misplaced(row: SceneRow) -> Iterator[str]:
    """Yield dots that are not in the image, and places that do not lie where its dots say."""
    import cv2

    spots = _spots(row)
    yield from (f"no dot at {name}" for name, spot in spots.items() if spot is None)
    drawn = {json.loads(place.expression)[-1]: _exact(place) for place in row.places if _is_named(place)}
    pairs = [(drawn[name], spot) for name, spot in spots.items() if spot is not None]
    if len(pairs) < MIN_POINTS:
        return
    scene, image = (np.array(side, np.float64) for side in zip(*pairs, strict=True))
    if not _is_spread(scene):
        return
    fitted, _ = cv2.findHomography(scene, image, 0)
    allowed = ERROR_PX + STRAY * json.loads(row.style)["tremble_px"]
    for place in row.places:
        x, y, depth = fitted @ np.array([*_exact(place), 1.0])
        off = float(np.hypot(x / depth - place.point_px[0], y / depth - place.point_px[1]))
        if off > allowed:
            yield f"{place.expression} is {off:.1f} px off, {allowed:.1f} allowed"


def _is_spread(points: np.ndarray) -> bool:
    """Tell whether no line holds all points but one: else a homography may do anything beside the line."""
    for left_out in range(len(points)):
        rest = np.delete(points, left_out, axis=0)
        first, second = np.linalg.svd(rest - rest.mean(axis=0), compute_uv=False)
        if second < MIN_SPREAD * first:
            return False
    return True


def _spots(row: SceneRow) -> dict[str, tuple[float, float] | None]:
    """Return the middle of the ink in the box of each named point; None where there is too little ink."""
    pixels = np.asarray(Image.open(io.BytesIO(row.image)).convert("L"), np.float64)
    style = json.loads(row.style)
    surface, ink = (np.array(style[name]) @ (0.299, 0.587, 0.114) for name in ("surface", "ink"))
    found: dict[str, tuple[float, float] | None] = {}
    for thing in row.things:
        if thing.kind != "point":
            continue
        left, top, right, bottom = map(int, thing.bbox_px)
        inked = np.clip((pixels[top:bottom, left:right] - surface) / (ink - surface), 0, 1) > 0.5
        name = thing.name.removeprefix("point ")
        found[name] = None
        if inked.mean() >= MIN_INK:
            ys, xs = np.nonzero(inked)
            found[name] = (left + xs.mean() + 0.5, top + ys.mean() + 0.5)
    return found


def _is_named(place: Place) -> bool:
    return json.loads(place.expression)[0] == "point"


def _exact(place: Place) -> tuple[float, float]:
    x, y = (float(exact(text)) for text in place.exact)
    return x, y
