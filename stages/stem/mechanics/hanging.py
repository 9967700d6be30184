"""Chains of blocks that hang from a ceiling by ropes and springs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.stem.mechanics.part import GRAVITY, Names, Number, Part, others, wrong
from vlcorpus.stages.stem.mechanics.symbols import BLOCK, block, ceiling, rope, spring

_APART, _APART_WRITTEN = 4, 6  # of chains: more where stiffnesses are written between them
_ROPE, _SPRING = Fraction(3, 2), Fraction(5, 2)  # lengths
_BLOCK = Fraction(6, 5)
_STIFFNESS = (50, 100, 200, 250, 400, 500)
_CM_PER_M = 100


@dataclass(frozen=True)
class Link:
    name: str
    is_spring: bool
    block: str


def hanging(random: Random, names: Names) -> Part:
    chains = [_chain(random, names) for _ in range(random.choice((1, 1, 2, 2, 3)))]
    links = [link for chain in chains for link in chain]
    has_masses = random.random() < 0.8
    masses = {link.block: random.randint(1, 9) for link in links} if has_masses else {}
    stiffness = {link.name: random.choice(_STIFFNESS) for link in links if link.is_spring and has_masses}
    truth = {
        "kind": "hanging",
        "chains": [[[li.name, "spring" if li.is_spring else "rope", li.block] for li in c] for c in chains],
        "stiffness": {name: str(value) for name, value in stiffness.items()},
    }
    steps = ["hanging_springs"] if any(link.is_spring for link in links) else []
    steps += ["hanging_ropes"] if any(not link.is_spring for link in links) else []
    part = Part(truth, steps, masses=masses)
    _draw(part, chains, stiffness)
    part.claims += _claims(chains, masses, stiffness)
    return part


def _chain(random: Random, names: Names) -> list[Link]:
    found = []
    for _ in range(random.choice((1, 2, 2, 3))):
        is_spring = random.random() < 0.5
        found.append(Link(names.numbered("S" if is_spring else "T"), is_spring, names.block()))
    return found


def _draw(part: Part, chains: list[list[Link]], stiffness: dict[str, int]) -> None:
    apart = _APART_WRITTEN if stiffness else _APART
    part.things.append(ceiling(-1.2, (len(chains) - 1) * apart + 1.2, 0))
    for number, chain in enumerate(chains):
        x, y = Fraction(number * apart), Fraction(0)
        for link in chain:
            part.locate("upper_end", link.name, (x, y))
            length = _SPRING if link.is_spring else _ROPE
            top, end = (float(x), float(y)), (float(x), float(y - length))
            part.things.append(
                spring(link.name, top, float(length), stiffness.get(link.name))
                if link.is_spring
                else rope(link.name, top, end, "right")
            )
            y -= length + _BLOCK / 2
            middle = (float(x), float(y))
            part.things.append(block(link.block, middle, part.masses.get(link.block), "right", BLOCK))
            part.locate("block_middle", link.block, (x, y))
            y -= _BLOCK / 2


def _claims(chains: list[list[Link]], masses: dict[str, int], stiffness: dict[str, int]) -> Iterator[Claim]:
    hung = [link.block for chain in chains for link in chain]
    held = [link.name for chain in chains for link in chain]
    for chain in chains:
        for number, link in enumerate(chain):
            seen = (_seen(link), f"block {link.block}")
            yield Claim(("hangs_from", link.block), link.name, seen, others(link.name, held))
            what = "spring" if link.is_spring else "rope"
            yield Claim(("link", link.name), what, seen[:1], others(what, ("rope", "spring")))
            if number + 1 < len(chain):
                lower = chain[number + 1]
                rivals = others(lower.block, [other for other in hung if other != link.block])
                yield Claim(("below", link.block), lower.block, (*seen, f"block {lower.block}"), rivals)
            if masses:
                yield from _force(chain[number:], chain, masses, stiffness)


def _force(
    below: list[Link], chain: list[Link], masses: dict[str, int], stiffness: dict[str, int]
) -> Iterator[Claim]:
    """Yield how strongly the first of the links is pulled: by all blocks below it."""
    link = below[0]
    force = GRAVITY * sum(masses[other.block] for other in below)
    seen = (_seen(link), *(f"block {other.block}" for other in below))
    whole = GRAVITY * sum(masses[other.block] for other in chain)
    guesses: list[Number] = [
        GRAVITY * masses[link.block],
        whole,
        force // GRAVITY,
        force + GRAVITY,
        2 * force,
    ]
    yield Claim(("tension", link.name), str(force), seen, wrong(force, *guesses))
    if link.is_spring:
        longer = Fraction(force * _CM_PER_M, stiffness[link.name])
        guesses = [longer / GRAVITY, 2 * longer, longer / 2, longer * masses[link.block]]
        yield Claim(("extension", link.name), str(longer), seen, wrong(longer, *guesses))


def _seen(link: Link) -> str:
    return f"{'spring' if link.is_spring else 'rope'} {link.name}"
