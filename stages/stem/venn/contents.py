"""What the regions of a diagram hold: elements, how many there are, or shading."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.venn.diagram import Diagram
from vlcorpus.stages.stem.venn.expressions import expressions, regions_of
from vlcorpus.stages.stem.venn.raster import Raster

ELEMENT_SIZE = (56.0, 42.0)  # width and height of what is written, with two digits
_ELEMENT_DEPTH, _ELEMENTS_APART = 34.0, 68.0
_TRIES = 40  # rules drawn for a diagram
_MAX_IN_REGION, MAX_ELEMENTS = 4, 16
_NUMBER_RULES: tuple[Callable[[int], bool], ...] = (
    lambda n: n % 2 == 0,
    lambda n: n % 3 == 0,
    lambda n: n % 5 == 0,
    lambda n: n % 4 == 0,
    lambda n: all(n % d for d in range(2, n)) and n > 1,
    lambda n: int(n**0.5) ** 2 == n,
    lambda n: n <= 6,
    lambda n: n > 7,
    lambda n: n % 2 == 1,
    lambda n: n % 6 == 0,
    lambda n: n in (1, 2, 3, 4, 6, 12),
)


def _put_elements(diagram: Diagram, raster: Raster, random: Random, elements: dict[str, list[str]]) -> None:
    if not 3 <= sum(map(len, elements.values())) <= MAX_ELEMENTS:
        raise Unfit("there are few elements, or many")
    diagram.content = "elements"
    for region in diagram.regions:
        diagram.elements[region] = elements.get(region, [])
        for name in diagram.elements[region]:
            x, y = raster.take(region, random, _ELEMENT_DEPTH, _ELEMENTS_APART)
            diagram.spots[name] = round(x), round(y)


def _numbers(diagram: Diagram, raster: Raster, random: Random) -> None:
    """Numbers without a rule, somewhere."""
    depths = {region: raster.deepest(region)[1] for region in diagram.regions}
    elements: dict[str, list[str]] = {region: [] for region in diagram.regions}
    numbers = random.sample(range(1, random.choice((21, 51, 100))), MAX_ELEMENTS)
    for region in diagram.regions:
        most = min(_MAX_IN_REGION, 1 + int(depths[region] / 55))
        elements[region] = [str(number) for number in numbers[: random.randint(0, most)]]
        numbers = numbers[len(elements[region]) :]
    _put_elements(diagram, raster, random, elements)


def _rule_numbers(diagram: Diagram, raster: Raster, random: Random) -> None:
    """The first numbers, each set by a rule of its own: multiples, squares, primes …"""
    numbers = range(1, random.randint(9, 15))
    for _ in range(_TRIES):
        rules = dict(zip(diagram.sets, random.sample(_NUMBER_RULES, len(diagram.sets)), strict=True))
        elements: dict[str, list[str]] = {}
        for number in numbers:
            region = "".join(name for name, rule in rules.items() if rule(number))
            elements.setdefault(region, []).append(str(number))
        if not diagram.universe:
            elements.pop("", None)
        if elements.keys() <= diagram.regions.keys():
            return _put_elements(diagram, raster, random, elements)
    raise Unfit("no rules fit the regions")


def _counts(diagram: Diagram, raster: Raster, random: Random) -> None:
    diagram.content = "counts"
    most = random.choice((9, 20, 40))
    diagram.counts = {region: random.randint(1, most) for region in diagram.regions}


def _shade(diagram: Diagram, raster: Raster, random: Random) -> None:
    """Some regions, but not all, that a set expression names."""
    regions = tuple(diagram.regions)
    found = [regions_of(e, regions) for e in expressions(diagram.sets, with_universe=bool(diagram.universe))]
    fits = [some for some in found if 0 < len(some) < len(regions)]
    if not fits:
        raise Unfit("no part can be shaded")
    wanted = random.choice(fits)
    diagram.content = "shading"
    diagram.shaded = [region for region in regions if region in wanted]


CONTENTS: dict[str, Callable[[Diagram, Raster, Random], None]] = {
    "numbers": _numbers,
    "rule_numbers": _rule_numbers,
    "counts": _counts,
    "shading": _shade,
}
