"""SIGKILL at random moments: does one more run give, to the byte, what a run gives that nobody disturbed?

    python -m bench.kills [--n 60] [--seed 1] [--domain stem]

Chains of six kills, over all domains and both executors. In each chain one output is worked on by run after
run, and each is killed in the middle of work; then one runs to its end, and every file and commit of the
output is compared with an undisturbed one's. On the local executor the whole process group is killed, on Ray
the driver, or a worker that is at work, as the dice say. In chains called `fresh` a run deletes a corpus
first (`--fresh`), and half of the kills fall into the deletion; in those called `one partition` all six fall
into a single long one. The cluster that runs join outlives a killed driver; in `own cluster` it dies with it.
A kill has landed if the run held the output's lock, had begun a partition or a deletion, and had not ended.
The seed draws all moments. The last line is one JSON object.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from bench.kill_chain import Chain, Kind, Undisturbed
from bench.kill_inputs import draw_captions, draw_documents

CHAIN = 6  # kills of one output
KINDS = (
    Kind("documents"),
    Kind("documents", "ray"),
    Kind("captions"),
    Kind("captions", "ray"),
    Kind("documents", fresh=True),
    Kind("documents", "ray", fresh=True),
    Kind("documents", one_partition=True),
    Kind("documents", "ray", one_partition=True),
    Kind("captions", fresh=True),
    Kind("documents", "ray", own_cluster=True),
    Kind("stem"),
    Kind("stem", "ray"),
)
DOMAINS = tuple(dict.fromkeys(kind.domain for kind in KINDS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--n", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--domain", action="append", choices=DOMAINS, help="all where none is named")
    arguments = parser.parse_args()
    begun = time.monotonic()
    print(f"seed {arguments.seed}")
    with tempfile.TemporaryDirectory(prefix="vlcorpus-kills-") as folder:
        calm = Undisturbed(Path(folder))
        domains = arguments.domain or DOMAINS
        kill_all(calm, [kind for kind in KINDS if kind.domain in domains], arguments.n, arguments.seed)
    result = {"seed": arguments.seed, **calm.tally.__dict__, "wall_s": round(time.monotonic() - begun)}
    print(json.dumps(result))
    if calm.tally.refused or calm.tally.different:
        sys.exit(1)


def kill_all(calm: Undisturbed, kinds: list[Kind], n: int, seed: int) -> None:
    """Go through chains of `n` kills in all: those on the local executor beside those that join a cluster."""
    from vlcorpus.pipelines.runtime import ray_environment

    ray_environment.prepare(None)
    from vlcorpus.pipelines.runtime.on_ray import local_cluster

    draw_documents(calm.folder / "in/documents")
    draw_captions(calm.folder / "in/captions")
    for kind in kinds:
        calm.measure(kind, "local")
    chains = [(kinds[k % len(kinds)], min(CHAIN, n - first)) for k, first in enumerate(range(0, n, CHAIN))]
    with local_cluster(workers=2) as joined, ThreadPoolExecutor(2) as beside:
        calm.joined.append(joined.address)
        list(beside.map(partial(kill_in, calm, chains, seed), ("local", "joined")))
    kill_in(calm, chains, seed, "own cluster")  # alone: a machine has one port for Ray's agent


def kill_in(calm: Undisturbed, chains: list[tuple[Kind, int]], seed: int, place: str) -> None:
    """Go through the chains of one place, one after the other."""
    for number, (kind, n) in enumerate(chains):
        if kind.place == place:
            dice = random.Random(f"{seed} {number}")
            Chain(kind, calm, calm.folder / f"out-{number}", dice).kill(n)


if __name__ == "__main__":
    main()
