"""A chain of kills: runs on one output are killed one after the other, then one runs to its end."""

import random
import shutil
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.kill_inputs import PATTERNS, ROWS
from bench.killed_run import KilledRun, begin
from tests.disturbed import busy_workers, differences, killed
from vlcorpus.catalogs.tables.output import tables_under

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
class Undisturbed:
    """Runs that nobody kills: what others are compared with, and how long they work. All chains share it."""

    folder: Path
    joined: list[str] = field(default_factory=list)  # address of the cluster that runs join
    tally: Tally = field(default_factory=Tally)
    work_s: dict[str, float] = field(default_factory=dict)  # by inputs and executor

    def output(self, kind: Kind) -> Path:
        return self.folder / "calm" / kind.inputs

    def begin(self, kind: Kind, output: Path, *more: str) -> KilledRun:
        command = [sys.executable, "-m", "vlcorpus", "run", kind.domain, *more]
        if kind.domain in ROWS:
            command += ["--rows", str(ROWS[kind.domain])]
        else:
            command += ["--input", str(self.folder / "in" / kind.inputs / PATTERNS[kind.domain])]
        command += ["--output", str(output), "--source", "bench", "--license", "CC0-1.0"]
        command += ["--executor", kind.executor]
        if kind.executor == "ray":
            command += ["--workers", "2"] if kind.own_cluster else ["--ray-address", *self.joined]
        return begin(command, output, alone=kind.executor == "ray")

    def measure(self, kind: Kind, executor: str) -> None:
        """Note how long a run works. What the local executor makes stays, and on Ray it must be the same."""
        name = f"{kind.inputs} {executor}"
        if name in self.work_s:
            return
        output = self.output(kind) if executor == "local" else self.folder / "calm-ray"
        output.parent.mkdir(parents=True, exist_ok=True)
        run = self.begin(Kind(kind.domain, executor, one_partition=kind.one_partition), output)
        run.wait_for(run.is_at_work)
        begun = time.monotonic()
        if run.wait():
            raise SystemExit(f"a run that nobody disturbed failed:\n{run.said()}")
        self.work_s[name] = time.monotonic() - begun
        print(f"{name}: {n_commits(output)} commits in {self.work_s[name]:.1f} s", flush=True)
        if executor == "ray":
            self.compare(kind, output)
            shutil.rmtree(output)

    def compare(self, kind: Kind, output: Path) -> None:
        if different := differences(output, self.output(kind)):
            self.tally.different += 1
            print(f"{output} differs in {different[:5]} and {len(different[5:])} more", flush=True)

    def longest_s(self, kind: Kind) -> float:
        """Return how long after a commit a kill may fall: within the long partition, or a usual one."""
        if kind.one_partition:
            tables = tables_under(str(self.output(kind)))
            return 0.9 * max(commit.wall_s for table in tables for commit in table.commits())
        return self.work_s[f"{kind.inputs} {kind.executor}"] / n_commits(self.output(kind))


def n_commits(output: Path) -> int:
    return len(list(output.glob("*/*/commits/*.json")))


@dataclass(frozen=True)
class Chain:
    kind: Kind
    calm: Undisturbed
    output: Path
    dice: random.Random

    def kill(self, n: int) -> None:
        """Kill runs on the output until `n` kills have landed, run to the end, and compare.

        Where a run ends before it is killed, the rest of them hit another output.
        """
        self.calm.measure(self.kind, self.kind.executor)
        tally, left = self.calm.tally, n
        refused = tally.refused
        while left and tally.refused == refused:
            self._renew()
            has_ended = False
            while left and not has_ended:
                landed, has_ended = self._disturb(left)
                tally.by[self.kind.name] += landed
                tally.landed += landed
                left -= landed
            self._finish(self.calm.begin(self.kind, self.output))
            self.calm.compare(self.kind, self.output)
        shutil.rmtree(self.output)

    def _renew(self) -> None:
        """Make the output as it is before the first run: not there, or a corpus that is to be deleted."""
        shutil.rmtree(self.output, ignore_errors=True)
        if not self.kind.fresh:
            return
        shutil.copytree(self.calm.output(self.kind), self.output)
        tables = [manifest.parent for manifest in self.output.glob("*/*/_table.json")]
        for table in tables:
            (table / "damaged").mkdir()
            for number in range(SET_ASIDE // len(tables)):
                (table / f"damaged/{number}").touch()

    def _disturb(self, left: int) -> tuple[int, bool]:
        """Kill in one run up to `left` times, the last time its driver.

        Return how many kills landed, and whether the run ended by itself.
        """
        run = self.calm.begin(self.kind, self.output, *(["--fresh", "--yes"] if self.kind.fresh else []))
        landed, in_deletion = 0, self.kind.fresh and self.dice.random() < 0.5
        while self._wait_for_the_moment(run, left - landed, in_deletion):
            may_be_a_worker = self.kind.executor == "ray" and landed < min(WORKERS_A_RUN, left - 1)
            if may_be_a_worker and not in_deletion and self.dice.random() < 0.5:
                landed += self._kill_a_worker(run)
                continue
            self.calm.tally.kills += 1
            run.kill()
            if run.process.returncode >= 0:  # it ended by itself in that moment
                break
            self.calm.tally.in_deletion += in_deletion and any(self.output.glob("*/_deleted-*"))
            self._tell("while it deleted" if in_deletion else "")
            return landed + 1, False
        self._finish(run)
        return landed, True

    def _wait_for_the_moment(self, run: KilledRun, left: int, in_deletion: bool) -> bool:
        """Wait for a moment that the dice draw, in which the run is at work; False where it ended before."""
        if in_deletion:
            is_so = run.wait_for(run.is_deleting)
            time.sleep(self.dice.uniform(0, DELETION_S))
            return is_so and not run.has_ended
        last = n_commits(self.calm.output(self.kind)) - 1
        done = 0 if self.kind.fresh else n_commits(self.output)
        far = last if self.kind.fresh else min(last, done + 2 * (last + 1 - done) // left)
        goal = 0 if self.kind.one_partition else self.dice.randint(min(done, far), far)
        if not run.wait_for(lambda: run.is_at_work() and n_commits(self.output) >= goal):
            return False
        time.sleep(self.dice.uniform(0, self.calm.longest_s(self.kind)))
        return run.is_at_work() and not (self.kind.one_partition and n_commits(self.output))

    def _kill_a_worker(self, run: KilledRun) -> int:
        """Kill a worker that has a partition in hand; return how many died: 0 where none is at work."""
        workers = busy_workers(run.process.pid if self.kind.own_cluster else None)
        if not workers or not killed(self.dice.choice(workers)):
            return 0
        self.calm.tally.kills += 1
        self.calm.tally.workers += 1
        self._tell("a worker of it")
        return 1

    def _finish(self, run: KilledRun) -> None:
        """Let it run to its end, and book an error."""
        if run.wait():
            self.calm.tally.refused += 1
            print(f"{run.output} was refused:\n{run.said()}", flush=True)

    def _tell(self, how: str) -> None:
        at = f"at {n_commits(self.output)} commits"
        print(" ".join(filter(None, (f"{self.kind.name}: killed", how, at))), flush=True)
