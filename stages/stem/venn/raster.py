"""Regions by squares of a grid: which there are, and where in each there is the most room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.venn.curves import Curve

if TYPE_CHECKING:
    import numpy as np

STEP = 8.0  # side of a square, in the scene's units
_ROOMY = 0.8  # of the greatest distance from a border: where something may stand


@dataclass(frozen=True)
class Raster:
    """`regions[y, x]` has a bit for each set; `free` is 0 where something stands already."""

    names: tuple[str, ...]
    low: Point  # middle of the first square
    regions: np.ndarray
    free: np.ndarray

    @classmethod
    def of(cls, curves: Mapping[str, Curve], frame: tuple[Point, Point]) -> Raster:
        import numpy as np

        (left, low), (right, high) = frame
        xs = np.arange(left + STEP / 2, right, STEP)
        ys = np.arange(low + STEP / 2, high, STEP)[:, None]
        regions = np.zeros((len(ys), len(xs)), np.uint8)
        for bit, curve in enumerate(curves.values()):
            regions |= (curve.depth(xs, ys) > 0).astype(np.uint8) << bit
        return cls(tuple(curves), (float(xs[0]), float(ys[0, 0])), regions, np.ones_like(regions))

    def found(self, min_squares: int) -> list[str]:
        """Return the regions that there are. Raises Unfit where one is small, or falls into parts."""
        import cv2
        import numpy as np

        names = []
        for code in np.unique(self.regions):
            mask = (self.regions == code).view(np.uint8)
            if cv2.countNonZero(mask) < min_squares:
                raise Unfit("a region is a sliver")
            if cv2.connectedComponents(mask, connectivity=4)[0] != 2:
                raise Unfit("a region falls into parts")
            names.append("".join(name for bit, name in enumerate(self.names) if code >> bit & 1))
        return sorted(names, key=lambda name: (len(name), name))

    def deepest(self, region: str) -> tuple[Point, float]:
        """Return the place in the region that is farthest from its border, and how far it is."""
        import cv2

        distances = self._distances(region)
        _, farthest, _, (column, row) = cv2.minMaxLoc(distances)
        return self._point(column, row), farthest * STEP

    def take(self, region: str, random: Random, room: float, apart: float) -> Point:
        """Return a roomy place at random, and keep it free: nothing else stands nearer than `apart`.

        Raises Unfit where no place has `room` around it.
        """
        import numpy as np

        distances = self._distances(region)
        farthest = float(distances.max())
        if farthest * STEP < room:
            raise Unfit("a region is full")
        rows, columns = np.nonzero(distances >= max(room / STEP, _ROOMY * farthest))
        index = random.randrange(len(rows))
        point = self._point(int(columns[index]), int(rows[index]))
        self.block(point, apart)
        return point

    def block(self, point: Point, radius: float) -> None:
        import cv2

        at = (round((point[0] - self.low[0]) / STEP), round((point[1] - self.low[1]) / STEP))
        cv2.circle(self.free, at, round(radius / STEP), 0, thickness=-1)

    def _distances(self, region: str) -> np.ndarray:
        import cv2

        code = sum(1 << bit for bit, name in enumerate(self.names) if name in region)
        mask = ((self.regions == code) & (self.free != 0)).astype("uint8")
        mask = cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
        return cv2.distanceTransform(mask, cv2.DIST_L2, 3)[1:-1, 1:-1]

    def _point(self, column: int, row: int) -> Point:
        return self.low[0] + column * STEP, self.low[1] + row * STEP
