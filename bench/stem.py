"""Generated scenes: are they true, are they varied, how fast are they made.

Every claim of every audited scene is held to the oracle, and of one scene in `SYMPY_EVERY` to SymPy, which
shares nothing with either. Every place that can be pointed at is found again from pixels (bench/dots.py).
Scenes are made again in another process, in another order, and compared. The last line is one JSON object.

    python -m bench.stem [--audit 2000] [--discipline plane_geometry]
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from bench.dots import misplaced
from bench.plane_geometry_audit import SympyPlaneGeometry
from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.scenes.claims import NO, YES, Claim, claims_from_json
from vlcorpus.schemas.scenes.rows import SaidScene, SceneRow
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.make_scenes import MakeScenes
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.oracle import Unknown, open_oracle

SYMPY_EVERY = 20
AUDITS = {"plane_geometry": SympyPlaneGeometry}
SEED = 20_261
MIN_ANSWERS = 50  # of one operation: of fewer, a share says nothing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--audit", type=int, default=2000, help="scenes of each discipline")
    parser.add_argument("--discipline", action="append", choices=list(DISCIPLINES))
    parser.add_argument("--digests", nargs="+", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    names = arguments.discipline or list(DISCIPLINES)
    if arguments.digests:
        print(json.dumps({number: _digest(_made(names[0], number)) for number in arguments.digests}))
        return
    figures = {name: measure(name, arguments.audit) for name in names}
    for name, found in figures.items():
        print(name, json.dumps(found, ensure_ascii=False))
    print(json.dumps(_over_all(figures)))


def measure(name: str, n: int) -> dict[str, Any]:
    """Return the figures of one discipline."""
    started = time.process_time()
    made = list(_maker(name)(_numbers(range(n))))
    rows = [row for row in made if isinstance(row, SceneRow)]
    said = list(SayScenes()(rows))
    seconds = time.process_time() - started
    wrong = [fault for row in rows for fault in _faults(row)]
    for fault in wrong[:10]:
        print(f"wrong: {fault}")
    structures = Counter(row.structure for row in rows)
    return {
        "audited": len(rows),
        "rejected": sum(isinstance(row, Rejection) for row in made),
        "wrong": len(wrong),
        "rows_per_s_core": round(len(rows) / seconds, 1),
        "structures_per_1000": round(1000 * len(structures) / len(rows)),
        "max_structure_share": max(structures.values()) / len(rows),
        "kinds": len({step for row in rows for step in row.steps}),
        **_answers(said),
        "regenerated_equal": _regenerated(name, rows),
    }


def _faults(row: SceneRow) -> Iterator[str]:
    truth = json.loads(row.truth)
    oracles = [open_oracle(row.discipline, truth)]
    if row.discipline in AUDITS and row.number % SYMPY_EVERY == 0:
        oracles.append(AUDITS[row.discipline](truth))
    for claim in claims_from_json(row.claims):
        for oracle in oracles:
            try:
                value = oracle.value(claim.expression)
            except Unknown as unknown:
                value = f"nothing: {unknown}"
            if value != claim.value:
                yield f"{row.source_key}: {claim}, {type(oracle).__name__} says {value}"
    yield from (f"{row.source_key}: {place}" for place in misplaced(row))


def _answers(said: list[SaidScene]) -> dict[str, float]:
    """Return the largest share that one answer has among the questions of an operation."""
    answers: dict[str, Counter[str]] = defaultdict(Counter)
    for row in said:
        for text in row.said:
            if text.kind == "question":
                (claim,) = claims_from_json(text.claims)
                answers[_asked(claim)][claim.value] += 1
    enough = {name: counts for name, counts in answers.items() if sum(counts.values()) >= MIN_ANSWERS}
    shares = {name: max(counts.values()) / sum(counts.values()) for name, counts in enough.items()}
    boolean = {name for name, counts in enough.items() if counts.keys() <= {YES, NO}}
    return {
        "max_answer_share": max((shares[name] for name in shares.keys() - boolean), default=0.0),
        "max_yes_or_no_share": max((shares[name] for name in boolean), default=0.0),
    }


def _asked(claim: Claim) -> str:
    match claim.expression:
        case ("is", (str(operation), *_), _):
            return f"is {operation}"
        case _:
            return claim.operation


def _regenerated(name: str, rows: list[SceneRow]) -> int:
    """Return how many scenes come out equal, annotations and pixels, in a new process in random order."""
    numbers = [row.number for row in rows]
    random.Random(SEED).shuffle(numbers)
    numbers = numbers[: min(len(numbers), 500)]
    command = [sys.executable, "-m", "bench.stem", "--discipline", name, "--digests", *map(str, numbers)]
    told = json.loads(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout)
    known = {str(row.number): _digest(row) for row in rows}
    return sum(told[number] == known[number] for number in told)


def _over_all(figures: dict[str, dict[str, Any]]) -> dict[str, Any]:
    found = list(figures.values())
    total = {
        key: sum(one[key] for one in found) for key in ("audited", "wrong", "kinds", "regenerated_equal")
    }
    slowest = min(one["rows_per_s_core"] for one in found)
    return {
        **total,
        "disciplines": len(found),
        "rows_per_s_core": slowest,
        "structures_per_1000": min(one["structures_per_1000"] for one in found),
        "max_answer_share": round(max(one["max_answer_share"] for one in found), 3),
    }


def _maker(name: str) -> MakeScenes:
    maker = MakeScenes(disciplines={find_discipline(name).identity: 1.0}, styles={})
    maker.open()
    return maker


def _numbers(numbers: range) -> list[NumberedRow]:
    return [
        NumberedRow.origin("stem", f"{SEED}/{k}", None, domain="stem", seed=SEED, number=k) for k in numbers
    ]


def _made(name: str, number: int) -> SceneRow | Rejection:
    return next(iter(_maker(name)(_numbers(range(number, number + 1)))))


def _digest(row: SceneRow | Rejection) -> str:
    return sha256(repr(row).encode()).hexdigest()


if __name__ == "__main__":
    main()
