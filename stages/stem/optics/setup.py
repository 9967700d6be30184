"""One lens or mirror with an object before it, and its image by the equation of thin lenses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from vlcorpus.schemas.stem.optics import ELEMENTS, ZONES
from vlcorpus.stages.stem.optics.strokes import Place

CONVERGING, DIVERGING, CONCAVE, CONVEX, PLANE = ELEMENTS


@dataclass(frozen=True)
class Setup:
    """`element` at x = 0. Distances are above 0, as lenses and mirrors are calculated."""

    element: str
    focal: int  # 0 for a plane mirror
    distance: Fraction  # of the object, to the left
    height: int
    rays: tuple[str, ...] = ()
    is_drawn: bool = True
    written: tuple[str, ...] = ()

    @property
    def is_lens(self) -> bool:
        return self.element.endswith("lens")

    @property
    def is_gathering(self) -> bool:
        return self.element in (CONVERGING, CONCAVE)

    @property
    def image_distance(self) -> Fraction:
        """Return how far the image is: on the side to which light goes on, or, below 0, on the other."""
        if not self.focal:
            return -self.distance
        focal = self.focal if self.is_gathering else -self.focal
        return 1 / (Fraction(1, focal) - 1 / self.distance)

    @property
    def is_real(self) -> bool:
        return self.image_distance > 0

    @property
    def image(self) -> tuple[Fraction, Fraction]:
        """Return the tip of the image."""
        away = self.image_distance
        return away if self.is_lens else -away, -self.height * away / self.distance

    @property
    def object(self) -> Place:
        return -self.distance, self.height

    @property
    def magnification(self) -> Fraction:
        return abs(self.image_distance) / self.distance

    @property
    def zone(self) -> str:
        """Return where the object stands, for what gathers light."""
        if self.distance == 2 * self.focal:
            return ZONES[1]
        if self.distance > 2 * self.focal:
            return ZONES[0]
        return ZONES[2] if self.distance > self.focal else ZONES[3]

    @property
    def foci(self) -> dict[str, Place]:
        if not self.focal:
            return {}
        if self.is_lens:
            return {"left": (-self.focal, 0), "right": (self.focal, 0)}
        return {"mirror": (-self.focal if self.is_gathering else self.focal, 0)}

    def moved(self, x: Fraction) -> Setup:
        """Return it with the object at another place left of the element."""
        return replace(self, distance=-x)
