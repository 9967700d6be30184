"""SIGKILL at random moments: does one more run give, to the byte, what a run gives that nobody disturbed?

    python -m bench.kills [--n 60] [--seed 1]

Chains of six kills, over both domains and both executors. In each chain one output is worked on by run after
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
import shutil
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bench.kill_inputs import PATTERNS, draw_captions, draw_documents
from bench.killed_run import KilledRun, begin
from tests.disturbed import busy_workers, differences, killed
from vlcorpus.catalogs.tables.output import tables_under

CHAIN = 6  # kills of one output
WORKERS_A_RUN = 3  # a partition that killed its worker six times in one run is given up, and rightly so
SET_ASIDE = 6000  # small files in tables that are deleted: deleting them takes as long as on a slower disk
DELETION_S = 0.2  # within which after its begin a kill falls


@dataclass(frozen=True)
class Kind:
    """What is run in a chain."""

    domain: str
    executor: str = "local"
    fresh: bool = False
    one_partition: bool = False
    own_cluster: bool = False

    @property
    def name(self) -> str:
        more = {"fresh": self.fresh, "one partition": self.one_partition, "own cluster": self.own_cluster}
        return "/".join([self.domain, self.executor, *(word for word, is_so in more.items() if is_so)])

    @property
    def place(self) -> str:
        """Return where runs are: those of different places do not disturb each other."""
        if self.executor == "local":
            return "local"
        return "own cluster" if self.own_cluster else "joined"

    @property
    def inputs(self) -> str:
        return f"{self.domain}/{'whole' if self.one_partition else 'parts'}"


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
)


@dataclass
class Tally:
    kills: int = 0
    landed: int = 0
    refused: int = 0  # runs that ended with an error of their own
    different: int = 0  # outputs that are not as an undisturbed run's
    workers: int = 0  # kills that hit a worker of Ray, and not the driver
    in_deletion: int = 0  # kills that left a table half deleted
    by: Counter[str] = field(default_factory=Counter)  # kills that landed, by the kind of their chain


@dataclass(frozen=True)
class Bench:
    """What all chains share."""

    folder: Path
    seed: int
    joined: list[str] = field(default_factory=list)  # address of the cluster that runs join
    tally: Tally = field(default_factory=Tally)
    work_s: dict[str, float] = field(default_factory=dict)  # by inputs and executor, undisturbed

    def calm(self, kind: Kind) -> Path:
        """Return the output that nobody disturbed."""
        return self.folder / "calm" / kind.inputs

    def begin(self, kind: Kind, output: Path, *more: str) -> KilledRun:
        inputs = self.folder / "in" / kind.inputs / PATTERNS[kind.domain]
        command = [sys.executable, "-m", "vlcorpus", "run", kind.domain, "--input", str(inputs), *more]
        command += ["--output", str(output), "--source", "bench", "--license", "CC0-1.0"]
        command += ["--executor", kind.executor]
        if kind.executor == "ray":
            command += ["--workers", "2"] if kind.own_cluster else ["--ray-address", *self.joined]
        return begin(command, output, alone=kind.executor == "ray")

    def finish(self, run: KilledRun) -> None:
        """Let it run to its end, and book an error."""
        if run.wait():
            self.tally.refused += 1
            print(f"{run.output} was refused:\n{run.said()}", flush=True)

    def compare(self, kind: Kind, output: Path) -> None:
        if different := differences(output, self.calm(kind)):
            self.tally.different += 1
            print(f"{output} differs in {different[:5]} and {len(different[5:])} more", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--n", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    from vlcorpus.pipelines.runtime import ray_environment

    ray_environment.prepare(None)
    from vlcorpus.pipelines.runtime.on_ray import local_cluster

    begun = time.monotonic()
    print(f"seed {arguments.seed}")
    with tempfile.TemporaryDirectory(prefix="vlcorpus-kills-") as folder:
        bench = Bench(Path(folder), arguments.seed)
        draw_documents(bench.folder / "in/documents")
        draw_captions(bench.folder / "in/captions")
        for kind in KINDS:
            measure(bench, kind, "local")
        sizes = [min(CHAIN, arguments.n - first) for first in range(0, arguments.n, CHAIN)]
        with local_cluster(workers=2) as joined, ThreadPoolExecutor(2) as beside:
            bench.joined.append(joined.address)
            list(beside.map(partial(chains, bench, sizes), ("local", "joined")))
        chains(bench, sizes, "own cluster")  # alone: a machine has one port for Ray's agent
    result = {"seed": arguments.seed, **bench.tally.__dict__, "wall_s": round(time.monotonic() - begun)}
    print(json.dumps(result))
    if bench.tally.refused or bench.tally.different:
        sys.exit(1)


def chains(bench: Bench, sizes: list[int], place: str) -> None:
    """Go through the chains of one place, one after the other."""
    for number, n in enumerate(sizes):
        kind = KINDS[number % len(KINDS)]
        if kind.place == place:
            dice = random.Random(f"{bench.seed} {number}")
            chain(bench, kind, n, bench.folder / f"out-{number}", dice)


def chain(bench: Bench, kind: Kind, n: int, output: Path, dice: random.Random) -> None:
    """Kill runs on one output until `n` kills have landed, run to the end, and compare.

    Where a run ends before it is killed, the rest of them hit another output.
    """
    measure(bench, kind, kind.executor)
    left, refused = n, bench.tally.refused
    while left and bench.tally.refused == refused:
        renew(bench, kind, output)
        has_ended = False
        while left and not has_ended:
            landed, has_ended = disturb(bench, kind, output, left, dice)
            bench.tally.by[kind.name] += landed
            bench.tally.landed += landed
            left -= landed
        bench.finish(bench.begin(kind, output))
        bench.compare(kind, output)
    shutil.rmtree(output)


def measure(bench: Bench, kind: Kind, executor: str) -> None:
    """Note how long a run works that nobody disturbs. On the local executor it stays, to be compared with."""
    name = f"{kind.inputs} {executor}"
    if name in bench.work_s:
        return
    output = bench.calm(kind) if executor == "local" else bench.folder / "calm-ray"
    output.parent.mkdir(parents=True, exist_ok=True)
    run = bench.begin(Kind(kind.domain, executor, one_partition=kind.one_partition), output)
    run.wait_for(run.is_at_work)
    begun = time.monotonic()
    if run.wait():
        raise SystemExit(f"a run that nobody disturbed failed:\n{run.said()}")
    bench.work_s[name] = time.monotonic() - begun
    print(f"{name}: {n_commits(output)} commits in {bench.work_s[name]:.1f} s", flush=True)
    if executor == "ray":
        bench.compare(kind, output)
        shutil.rmtree(output)


def renew(bench: Bench, kind: Kind, output: Path) -> None:
    """Make the output as it is before the first run: not there, or a whole corpus that is to be deleted."""
    shutil.rmtree(output, ignore_errors=True)
    if not kind.fresh:
        return
    shutil.copytree(bench.calm(kind), output)
    tables = [manifest.parent for manifest in output.glob("*/*/_table.json")]
    for table in tables:
        (table / "damaged").mkdir()
        for number in range(SET_ASIDE // len(tables)):
            (table / f"damaged/{number}").touch()


def disturb(bench: Bench, kind: Kind, output: Path, left: int, dice: random.Random) -> tuple[int, bool]:
    """Kill in one run up to `left` times, the last time its driver.

    Return how many kills landed, and whether the run ended by itself.
    """
    run = bench.begin(kind, output, *(["--fresh", "--yes"] if kind.fresh else []))
    landed, in_deletion = 0, kind.fresh and dice.random() < 0.5
    while wait_for_the_moment(bench, kind, run, left - landed, in_deletion, dice):
        is_worker = kind.executor == "ray" and landed < min(WORKERS_A_RUN, left - 1) and not in_deletion
        if is_worker and dice.random() < 0.5:
            landed += kill_a_worker(bench, kind, run, dice)
            continue
        bench.tally.kills += 1
        run.kill()
        if run.process.returncode >= 0:  # it ended by itself in that moment
            break
        if in_deletion:
            bench.tally.in_deletion += any(output.glob("*/_deleted-*"))
        tell(kind, run, "while it deleted" if in_deletion else "")
        return landed + 1, False
    bench.finish(run)
    return landed, True


def wait_for_the_moment(
    bench: Bench, kind: Kind, run: KilledRun, left: int, in_deletion: bool, dice: random.Random
) -> bool:
    """Wait for a moment that the dice draw, in which the run is at work; False where it ended before."""
    n_all = n_commits(bench.calm(kind))
    if in_deletion:
        is_so = run.wait_for(run.is_deleting)
        time.sleep(dice.uniform(0, DELETION_S))
        return is_so and not run.has_ended
    done = 0 if kind.fresh else n_commits(run.output)
    far = n_all - 1 if kind.fresh else min(n_all - 1, done + 2 * (n_all - done) // left)
    goal = 0 if kind.one_partition else dice.randint(min(done, far), far)
    if not run.wait_for(lambda: run.is_at_work() and n_commits(run.output) >= goal):
        return False
    time.sleep(dice.uniform(0, longest_s(bench, kind)))
    return run.is_at_work() and not (kind.one_partition and n_commits(run.output))


def longest_s(bench: Bench, kind: Kind) -> float:
    """Return how long after a commit a kill may fall: within the long partition, or one of usual length."""
    if kind.one_partition:
        tables = tables_under(str(bench.calm(kind)))
        return 0.9 * max(commit.wall_s for table in tables for commit in table.commits())
    return bench.work_s[f"{kind.inputs} {kind.executor}"] / n_commits(bench.calm(kind))


def n_commits(output: Path) -> int:
    return len(list(output.glob("*/*/commits/*.json")))


def kill_a_worker(bench: Bench, kind: Kind, run: KilledRun, dice: random.Random) -> int:
    """Kill a worker that has a partition in hand; return how many died: 0 where none is at work."""
    workers = busy_workers(run.process.pid if kind.own_cluster else None)
    if not workers or not killed(dice.choice(workers)):
        return 0
    bench.tally.kills += 1
    bench.tally.workers += 1
    tell(kind, run, "a worker of it")
    return 1


def tell(kind: Kind, run: KilledRun, how: str) -> None:
    print(f"{kind.name}: killed {how} at {n_commits(run.output)} commits".replace("  ", " "), flush=True)


if __name__ == "__main__":
    main()
