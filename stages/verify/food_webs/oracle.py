"""The oracle of food webs: the operations of `schemas/stem/food_webs.py` on webs, chains and pyramids."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.stem.food_webs import KINDS
from vlcorpus.stages.verify.food_webs import pyramid, webs
from vlcorpus.stages.verify.food_webs.web import Web, read_web
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Contradiction, Oracle

XY = tuple[float, float]
WEB_OPERATIONS: dict[str, Callable[..., str]] = {
    "eats": webs.eats,
    "prey": webs.prey,
    "predators": webs.predators,
    "only_prey": webs.only_prey,
    "only_predator": webs.only_predator,
    "shared_prey": webs.shared_prey,
    "shared_predator": webs.shared_predator,
    "compete": webs.compete,
    "producer": webs.producer,
    "top_predator": webs.top_predator,
    "diet": webs.diet,
    "level": webs.level,
    "consumer": webs.consumer,
    "reaches": webs.reaches,
    "loses_all": webs.loses_all,
    "chains": webs.chains,
    "longest": webs.longest,
    "most_prey": webs.most_prey,
    "most_predators": webs.most_predators,
    "next": webs.next_species,
    "first": webs.first,
    "last": webs.last,
    "count": webs.count,
}
PYRAMID_OPERATIONS: dict[str, Callable[..., str]] = {
    "energy": pyramid.energy,
    "above": pyramid.above,
    "below": pyramid.below,
    "top": pyramid.top,
    "bottom": pyramid.bottom,
    "position": pyramid.position,
    "passed": pyramid.passed,
    "lost": pyramid.lost,
    "count": pyramid.count,
}
LEAST_CHAIN = 3  # species that are asked for together


def _species(web: Web, name: str) -> XY:
    return web.species[web.find(name)]


def _link(web: Web, eaten: str, eater: str) -> XY:
    (ax, ay), (bx, by) = (web.species[name] for name in web.two(eaten, eater))
    return (ax + bx) / 2, (ay + by) / 2


# Operations whose value is a species, or a step, are places as well.
WEB_NAMES = (
    *("only_prey", "only_predator", "shared_prey", "shared_predator"),
    *("most_prey", "most_predators", "next", "first", "last"),
)
PYRAMID_NAMES = ("above", "below", "top", "bottom")


class FoodWebOracle(Oracle):
    """One web, chain or pyramid, opened."""

    def __init__(self, truth: Mapping[str, Any]):
        if truth["kind"] not in KINDS:
            raise Contradiction(f"there is no kind {truth['kind']!r}")
        self._is_pyramid = truth["kind"] == "pyramid"
        self._scene: Any = pyramid.read_pyramid(truth) if self._is_pyramid else read_web(truth)

    def value(self, expression: Expression) -> str:
        match expression:
            case ("chain", *species) if len(species) >= LEAST_CHAIN and not self._is_pyramid:
                names = (name if isinstance(name, str) else self.value(name) for name in species)
                return webs.chain(self._scene, *names)
        operations = PYRAMID_OPERATIONS if self._is_pyramid else WEB_OPERATIONS
        return evaluate(operations, self._scene, expression, self.value)

    def where(self, expression: Expression) -> XY:
        match expression:
            case (str(operation), *_) if operation in (PYRAMID_NAMES if self._is_pyramid else WEB_NAMES):
                name = self.value(expression)
                return self.where(("step" if self._is_pyramid else "species", name))
        places: dict[str, Callable[..., XY]] = {"species": _species, "link": _link}
        if self._is_pyramid:
            places = {"step": pyramid.step}
        return evaluate(places, self._scene, expression, self.value)


ORACLE = FoodWebOracle
