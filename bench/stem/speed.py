"""How many rows a second one core makes: drawn, said, checked by reader and oracle, encoded.

CPU time, for the machine is never quiet. A fixed loop is timed between the rows, so that figures of a loaded
machine can be compared with those of another: both slow down alike.
"""

import time
from itertools import islice

from bench.stem.scenes import scenes
from vlcorpus.schemas.scenes.rows import SaidScene
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.check_said import CheckSaid

FIRST = 1_000_000  # numbers of rows that no other part of the benchmark makes
WARM, SLICE = 40, 25
LOOP = 200_000  # turns of the loop


def speed(discipline: str, n: int) -> dict[str, float]:
    """Return verified rows per second and core, and the mean time of the loop meanwhile."""
    verified = CheckSaid()(SayScenes()(scenes(discipline, range(FIRST, FIRST + WARM + n))))
    list(islice(verified, WARM))
    seconds, loops, n_verified = 0.0, [], 0
    while True:
        loops.append(_loop())
        begun = time.process_time()
        rows = list(islice(verified, SLICE))
        seconds += time.process_time() - begun
        if not rows:
            break
        n_verified += sum(isinstance(row, SaidScene) for row in rows)
    loop_ms = 1000 * sum(loops) / len(loops)
    return {"rows_per_s_core": round(n_verified / seconds, 1), "loop_ms": round(loop_ms, 1)}


def _loop() -> float:
    begun = time.process_time()
    value = 0
    for turn in range(LOOP):
        value = (value * 31 + turn) % 1_000_003
    return time.process_time() - begun
