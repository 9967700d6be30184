"""Food webs of which a person knows what holds."""

from itertools import pairwise

from vlcorpus.stages.stem.food_webs.web import Web

EATS = {
    "grass": [],
    "clover": [],
    "vole": ["grass"],
    "rabbit": ["grass", "clover"],
    "owl": ["vole"],
    "fox": ["vole", "rabbit"],
}


def meadow() -> Web:
    """Return grass and clover, vole and rabbit, owl and fox, from the bottom up."""
    places = {name: (400 * (k % 2), 200 * (k // 2)) for k, name in enumerate(EATS)}
    links = [(eaten, name) for name, of in EATS.items() for eaten in of]
    return Web("web", places, links, full_diets=EATS)


def chain(*names: str) -> Web:
    diets = {name: [before] if before else [] for before, name in zip(("", *names), names, strict=False)}
    places = {name: (0, 200 * k) for k, name in enumerate(names)}
    return Web("chain", places, list(pairwise(names)), full_diets=diets)


def pyramid() -> Web:
    energies = {"grass": 20_000, "vole": 2_500, "owl": 250}
    return Web("pyramid", {name: (0, 110 * k) for k, name in enumerate(energies)}, energies=energies)
