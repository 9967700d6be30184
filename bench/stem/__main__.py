"""Generated scenes: are they true, are they varied, how fast are they made, are they the same each time?

Every claim of every audited scene is held to the oracle, and of one scene in twenty to SymPy, which shares
nothing with either; places are found again from pixels. Captions are read back as they are, and with one
thing changed that makes them false. Scenes are made again in another process, in random order, and compared.
Pairs of answers that others call equal, or not, are in $SHARED.
A line of figures comes for each discipline; the last line is one JSON object over all.

    python -m bench.stem [--audit 2000] [--discipline plane_geometry] [--part speed]
"""

import argparse
import json
from collections.abc import Callable
from typing import Any

from bench.stem.answers import answer_pairs
from bench.stem.captions import Captions
from bench.stem.regenerated import regenerated_equal
from bench.stem.scenes import digest, made
from bench.stem.speed import speed
from bench.stem.truth import faults
from bench.stem.variety import Variety
from vlcorpus.schemas.scenes.rows import SaidScene, SceneRow
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.say_scenes import SayScenes

PARTS = ("truth", "variety", "captions", "regenerated", "answers", "speed")
SPEED_ROWS = 400  # of each discipline
MAX_QUESTIONS = 10  # of a scene: more than a run asks, so that shares of answers say something
MAX_REGENERATED = 10_000
TOLD = 10  # faults of each kind that are printed
# Counts are summed; of a rate the worst discipline counts.
OVER_ALL: dict[str, Callable[[list[Any]], Any]] = {
    "audited": sum,
    "wrong": sum,
    "corrupted_captions": sum,
    "corrupted_captions_rejected": min,
    "true_captions_rejected": sum,
    "structures_per_1000": min,
    "max_structure_share": max,
    "kinds": sum,
    "max_answer_share": max,
    "certain_answer_share": max,
    "max_share_of_few": max,
    "yes_off_half": max,
    "regenerated": sum,
    "regenerated_equal": sum,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--audit", type=int, default=2000, help="scenes, over all disciplines")
    parser.add_argument("--discipline", action="append", choices=list(DISCIPLINES))
    parser.add_argument("--part", action="append", choices=PARTS, help="all where none is named")
    arguments = parser.parse_args()
    names, parts = arguments.discipline or list(DISCIPLINES), arguments.part or PARTS
    figures = {}
    for name in names:
        figures[name] = measure(name, -(-arguments.audit // len(names)), frozenset(parts), len(names))
        print(name, json.dumps(figures[name], ensure_ascii=False), flush=True)
    print(json.dumps(over_all(figures) | (answer_pairs() if "answers" in parts else {})))


def measure(name: str, n: int, parts: frozenset[str], n_disciplines: int) -> dict[str, Any]:
    """Return the figures of one discipline: of `n` scenes, one after the other."""
    found: dict[str, Any] = {}
    if parts - {"answers", "speed"}:
        found = _audit(name, n, parts, MAX_REGENERATED // n_disciplines)
    return found | (speed(name, SPEED_ROWS) if "speed" in parts else {})


def _audit(name: str, n: int, parts: frozenset[str], max_regenerated: int) -> dict[str, Any]:
    found: dict[str, Any] = {"audited": 0, "rejected": 0}
    wrong: list[str] = []
    variety, captions, digests = Variety(), Captions(), {}
    for row in made(name, range(n)):
        if not isinstance(row, SceneRow):
            found["rejected"] += 1
            continue
        found["audited"] += 1
        if "truth" in parts:
            wrong += faults(row)
        if "regenerated" in parts and len(digests) < max_regenerated:
            digests[row.number] = digest(row)
        if parts & {"variety", "captions"}:
            (said,) = SayScenes(max_questions=MAX_QUESTIONS)([row])
            if isinstance(said, SaidScene):
                variety.add(said)
                if "captions" in parts:
                    captions.add(said)
    for fault in [f"wrong: {fault}" for fault in wrong[:TOLD]] + captions.told[:TOLD]:
        print(fault)
    return (
        found
        | ({"wrong": len(wrong)} if "truth" in parts else {})
        | (variety.figures() if "variety" in parts else {})
        | (captions.figures() if "captions" in parts else {})
        | (
            {"regenerated": len(digests), "regenerated_equal": regenerated_equal(name, digests)}
            if "regenerated" in parts
            else {}
        )
    )


def over_all(figures: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the figures over all disciplines, those that were measured: `OVER_ALL` says how."""
    found = list(figures.values())
    total: dict[str, Any] = {"disciplines": len(found)}
    total |= {key: fold([one[key] for one in found]) for key, fold in OVER_ALL.items() if key in found[0]}
    if "rows_per_s_core" in found[0]:
        geometry = figures.get("plane_geometry", found[0])
        total |= {key: geometry[key] for key in ("rows_per_s_core", "loop_ms")}
        total["slowest_rows_per_s_core"] = min(one["rows_per_s_core"] for one in found)
    return total


if __name__ == "__main__":
    main()
