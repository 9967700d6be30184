"""Food webs, food chains and energy pyramids at random, of the species of one habitat."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.food_webs import LEVELS
from vlcorpus.stages.stem.food_webs.draw import STEP_HEIGHT, body_of, check_web
from vlcorpus.stages.stem.food_webs.habitats import chain_of, habitats, heights, part_of
from vlcorpus.stages.stem.food_webs.web import Web

_ORDERS = 10  # of the species in a row that are tried before a web is given up
_ROW, _GAP = 210.0, 70.0  # from row to row; between two names at least
_CHAIN_STEP = 110.0  # between the names of a chain
_FULL_WIDTH = 1100.0
_SHARES = {"web": 98, "chain": 1, "pyramid": 1}  # chains and pyramids are few kinds of structures
_PASSED = (5, 8, 10, 10, 10, 12, 15, 20)  # percent
_FIRST_ENERGIES = (10_000, 20_000, 25_000, 40_000, 50_000, 80_000, 100_000)


def compose(random: Random) -> Web:
    """Return a web. Raises Unfit where what was drawn at random makes none that is clear."""
    kind = random.choices(list(_SHARES), list(_SHARES.values()))[0]
    habitat = random.choice(list(habitats()))
    return KINDS[kind](habitat, random)


def _web(habitat: str, random: Random) -> Web:
    eats = part_of(habitats()[habitat], random, random.randint(6, 10))
    links = [(eaten, name) for name, of in eats.items() for eaten in of]
    height = heights(eats)
    rows = [[name for name in eats if height[name] == level] for level in range(max(height.values()) + 1)]
    if len(rows) < 3 or max(map(len, rows)) > 4:
        raise Unfit("the web is flat")
    for attempt in range(_ORDERS):
        web = Web(
            "web", _in_rows(rows, random), links, full_diets=habitats()[habitat], steps=["web", habitat]
        )
        try:
            check_web(web)
        except Unfit:
            if attempt == _ORDERS - 1:
                raise
            continue
        break
    return web


def _in_rows(rows: list[list[str]], random: Random) -> dict[str, tuple[int, int]]:
    """Return producers below, and above them the rows of those that eat them, each spread over the width."""
    places = {}
    for level, row in enumerate(rows):
        names = random.sample(row, len(row))
        widths = [2 * body_of(name).half_width for name in names]
        free = max(0.0, _FULL_WIDTH - sum(widths) - _GAP * (len(names) - 1))
        parts = [random.uniform(0.4, 1) for _ in range(len(names) + 1)]
        x = -_FULL_WIDTH / 2 + free * parts[0] / sum(parts)
        for name, width, part in zip(names, widths, parts[1:], strict=True):
            places[name] = (round(x + width / 2), round(level * _ROW + random.uniform(-20, 20)))
            x += width + _GAP + free * part / sum(parts)
    return places


def _chain(habitat: str, random: Random) -> Web:
    chain = chain_of(habitats()[habitat], random, random.randint(3, 5))
    if random.random() < 0.5:
        places = {name: (0, round(k * 0.9 * _ROW)) for k, name in enumerate(chain)}
        layout = "upright_chain"
    else:
        places, x = {}, 0.0
        for name in chain:
            places[name] = (round(x + body_of(name).half_width), 0)
            x += 2 * body_of(name).half_width + _CHAIN_STEP
        layout = "lying_chain"
    links = list(pairwise(chain))
    return Web("chain", places, links, full_diets=habitats()[habitat], steps=[layout, habitat])


def _pyramid(habitat: str, random: Random) -> Web:
    if random.random() < 0.5:
        names, steps = list(LEVELS[: random.randint(3, 5)]), ["pyramid_of_levels"]
    else:
        names = chain_of(habitats()[habitat], random, random.randint(3, 5))
        steps = ["pyramid_of_species", habitat]
    energies = [random.choice(_FIRST_ENERGIES)]
    while len(energies) < len(names):
        passed = [percent for percent in _PASSED if energies[-1] * percent % 100 == 0]
        if not passed:
            raise Unfit("no energy is passed on that is a whole number")
        energies.append(energies[-1] * random.choice(passed) // 100)
    places = {name: (0, k * STEP_HEIGHT) for k, name in enumerate(names)}
    return Web("pyramid", places, energies=dict(zip(names, energies, strict=True)), steps=steps)


KINDS: dict[str, Callable[[str, Random], Web]] = {"web": _web, "chain": _chain, "pyramid": _pyramid}
