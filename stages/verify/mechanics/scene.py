"""Setups of mechanics as their truth tells them: by their kinds, with their blocks, arrows and links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.stem.mechanics import DIRECTIONS, GRAVITY
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.radicals import read_number

Setup = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A rope or spring of a chain, and the blocks that it carries: the one at its end, and those below."""

    what: str
    carries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    direction: str
    force: Fraction | None  # as it is written; None where nothing is


@dataclass(frozen=True, slots=True)
class Scene:
    masses: Mapping[str, Fraction]
    at: Mapping[str, tuple[float, float]]
    setups: Mapping[str, Setup]  # by their kind
    links: Mapping[str, Link]
    arrows: Mapping[str, Arrow]
    blocks: tuple[str, ...]

    def setup(self, *kinds: str) -> Setup:
        """Return the setup of the first of these kinds that is there. Raises Unknown for none."""
        for kind in kinds:
            if kind in self.setups:
                return self.setups[kind]
        raise Unknown(f"there is no {' or '.join(kinds)} here")

    def mass(self, block: str) -> Fraction:
        if block not in self.masses:
            raise Unknown(f"no mass is written on {block!r}")
        return self.masses[block]

    def weight(self, *blocks: str) -> Fraction:
        return GRAVITY * sum((self.mass(block) for block in blocks), Fraction(0))


def read_scene(truth: Mapping[str, Any]) -> Scene:
    """Raises Contradiction for a truth that no scene can have."""
    setups: dict[str, Setup] = {}
    for setup in truth["setups"]:
        if setup["kind"] in setups:
            raise Contradiction(f"there are two setups of the kind {setup['kind']}")
        setups[setup["kind"]] = setup
    blocks = [block for setup in setups.values() for block in _blocks(setup)]
    masses = {name: Fraction(mass) for name, mass in truth["masses"].items()}
    if len(set(blocks)) < len(blocks) or not masses.keys() <= set(blocks):
        raise Contradiction("a block is there twice, or a mass has no block")
    if any(mass <= 0 for mass in masses.values()):
        raise Contradiction("a mass is not above 0")
    at = {name: (coordinate(x), coordinate(y)) for name, (x, y) in truth["at"].items()}
    scene = Scene(masses, at, setups, _links(setups.get("hanging")), dict(_arrows(setups)), tuple(blocks))
    _check_balance(scene)
    return scene


def coordinate(text: str) -> float:
    """Return an exact number, or a decimal."""
    try:
        return float(text)
    except ValueError:
        return float(read_number(text))


def chains(setup: Setup) -> list[list[tuple[str, str, str]]]:
    """Return the links of each chain from above: name, rope or spring, and the block at the lower end."""
    return [[(name, what, block) for name, what, block in chain] for chain in setup["chains"]]


def _blocks(setup: Setup) -> list[str]:
    match setup["kind"]:
        case "hanging":
            return [block for chain in chains(setup) for _, _, block in chain]
        case "atwood" | "balance":
            return [*setup["left"], *setup["right"]]
        case "incline":
            return [setup["block"], *([setup["hanging"]] if setup.get("hanging") else [])]
        case "tackle":
            return [setup["load"]]
        case "lever":
            return [block for block, _ in setup["arms"]]
        case "row":
            return list(setup["blocks"])
        case "forces":
            return [setup["block"]]
        case "train" | "pendulums":
            return []
    raise Contradiction(f"there is no setup {setup['kind']!r}")


def _links(hanging: Setup | None) -> dict[str, Link]:
    found = {}
    for chain in chains(hanging) if hanging else []:
        for n, (name, what, _) in enumerate(chain):
            if what not in ("rope", "spring"):
                raise Contradiction(f"{name} is a {what!r}")
            found[name] = Link(what, tuple(block for _, _, block in chain[n:]))
    return found


def _arrows(setups: Mapping[str, Setup]) -> list[tuple[str, Arrow]]:
    found = []
    if "tackle" in setups:
        name, direction = setups["tackle"]["pull"]
        found.append((name, Arrow(direction, None)))
    for kind in ("row", "forces"):
        for name, (direction, force) in setups.get(kind, {}).get("pulls", {}).items():
            found.append((name, Arrow(direction, Fraction(force))))
    for name, arrow in found:
        if arrow.direction not in DIRECTIONS:
            raise Contradiction(f"{name} leads {arrow.direction!r}")
    return found


def _check_balance(scene: Scene) -> None:
    """A balance is lower on the side whose masses, where they are all written, are larger."""
    balance = scene.setups.get("balance")
    if balance is None:
        return
    sides = [balance["left"], balance["right"]]
    if all(block in scene.masses for side in sides for block in side):
        left, right = (sum(scene.masses[block] for block in side) for side in sides)
        lower = "left" if left > right else "right" if right > left else "level"
        if lower != balance["lower"]:
            raise Contradiction(f"{lower} must be the lower pan")
