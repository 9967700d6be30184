"""Visual puzzles as a discipline: exactly one option is right by any rule of a documented family."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.puzzles import by_attributes, by_patterns
from vlcorpus.stages.stem.puzzles.draw import draw
from vlcorpus.stages.stem.puzzles.facts import claims
from vlcorpus.stages.stem.puzzles.looks import looks
from vlcorpus.stages.stem.puzzles.puzzle import LETTERS, Puzzle

# With their shares: there are more puzzles of attributes than of any other kind.
BUILDS: dict[str, tuple[float, Callable[[Random], Puzzle]]] = {
    "matrix": (5, by_attributes.matrix),
    "series": (4, by_attributes.series),
    "odd one out": (3, by_attributes.odd),
    "marks": (2, by_patterns.marks),
    "analogy": (1, by_patterns.analogy),
    "rotation": (1, by_patterns.rotation),
    "reflection": (1, by_patterns.reflection),
    "match": (1, by_patterns.match),
    "completion": (1, by_patterns.completion),
    "fold": (1, by_patterns.fold),
    "odd pattern": (1, by_patterns.odd_pattern),
    "shadow": (1, by_patterns.shadow),
    "stack": (1, by_patterns.stack),
    "net": (0.5, by_patterns.net),
    "opposite": (0.5, by_patterns.opposite),
}


def compose_scene(random: Random) -> Scene:
    family = random.choices(list(BUILDS), [share for share, _ in BUILDS.values()])[0]
    puzzle = BUILDS[family][1](random)
    drawn = draw(puzzle, beside=puzzle.kind == "matrix" and random.random() < 0.5)
    return Scene(
        family=family,
        steps=(family, *puzzle.steps),
        names=tuple(LETTERS),
        truth={
            "kind": puzzle.kind,
            "panels": list(puzzle.panels),
            "options": puzzle.options,
            "at": drawn.at,
        },
        things=drawn.things,
        claims=claims(puzzle),
        places={expression: _exact(at) for expression, at in _places(puzzle, drawn.at).items()},
        looks=looks(puzzle),
    )


def _places(puzzle: Puzzle, at: dict[str, list[int]]) -> dict[Expression, list[int]]:
    operations = {"option": "option", "panel": "panel", "face": "face"}
    found: dict[Expression, list[int]] = {}
    for name, place in at.items():
        kind, _, which = name.partition(" ")
        found[operations[kind], which] = place
    if None in puzzle.panels:
        found["blank", "puzzle"] = at[f"panel {puzzle.panels.index(None) + 1}"]
    if puzzle.right:
        found["right", "puzzle"] = at[f"option {puzzle.right}"]
    return found


def _exact(at: list[int]) -> ExactPoint:
    x, y = at
    return ExactPoint((str(x), str(y)), (x, y))


DISCIPLINE = Discipline(
    name="puzzles",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("odd pattern",),
)
