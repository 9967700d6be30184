"""Run a pipeline: each table's missing partitions, on the executor chosen, until all are committed."""

import contextlib
import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from vlcorpus.catalogs.reports.data_card import write_data_cards, write_table_card
from vlcorpus.catalogs.sources.growth import OnChange
from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.commit_log import KEPT_LOOSE
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.licences import state_licences
from vlcorpus.catalogs.tables.output import (
    damaged_records,
    home_of,
    refuse_earlier_layout,
    sweep_deleted,
)
from vlcorpus.catalogs.tables.prompts import record_prompts
from vlcorpus.catalogs.tables.runs import RunStatus, begin_run, end_run
from vlcorpus.catalogs.tables.table import Manifest
from vlcorpus.catalogs.tables.totals import table_totals
from vlcorpus.pipelines.runtime import ray_environment
from vlcorpus.pipelines.runtime.budget import RejectBudget
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.deletion import Deletion, deletions, tables_to_delete
from vlcorpus.pipelines.runtime.expected import expected_manifests, require_expected
from vlcorpus.pipelines.runtime.lock import sole_writer
from vlcorpus.pipelines.runtime.partition import TableTask
from vlcorpus.pipelines.runtime.planning import TablePlan, plan_table
from vlcorpus.pipelines.runtime.termination import ended_by_sigterm
from vlcorpus.schemas.arrow import leave_pandas_out

log = logging.getLogger(__name__)

RAY_PAYS_FROM = 8  # partitions: starting Ray costs about 17 CPU s and 1 GB
Executor = Literal["auto", "local", "ray"]


@dataclass(frozen=True)
class RunOptions:
    executor: Executor = "auto"
    workers: int | None = None  # CPUs that a local Ray cluster takes; default: all
    ray_address: str | None = None  # None: a cluster of this run's own, on this machine
    fresh: bool = False  # delete the tables first
    fresh_from: str | None = None  # delete this table first, and those that are made of it
    max_reject_rate: float = 0.5
    on_change: OnChange = "refuse"  # what to do about inputs that changed or vanished since they were read
    retry: tuple[str, ...] = ()  # partitions with a reject for one of these reasons are made again
    approve: Callable[[list[Deletion]], None] = field(default=lambda deletions: None)  # raises to keep them


class Watcher:
    """Is told what happens. The command line shows it; the default keeps quiet."""

    def table_begins(self, plan: TablePlan, executor: str) -> None: ...

    def reading(self, partition: int, n_rows: int) -> None:
        """So many rows of a partition were read by now: told by the local executor, from any thread."""

    def committed(self, commit: Commit) -> None: ...

    def table_ends(self, plan: TablePlan) -> None: ...


def run(
    pipeline: Pipeline,
    output: str,
    options: RunOptions,
    *,
    config: dict,
    watcher: Watcher | None = None,
) -> None:
    """Commit every missing partition of every table. Run it again to go on after whatever stopped it.

    `config` is what the run record keeps. What another configuration made is refused before anything is
    written or deleted; what `fresh` deletes is shown to `options.approve` first. Raises FingerprintMismatch,
    InputsChanged, TableLocked, ErrorBudgetExceeded, EnvironmentFailure or StageBug; what was committed before
    stays committed.
    """
    watcher = watcher or Watcher()
    leave_pandas_out()
    if options.ray_address:
        ray_environment.require_head(options.ray_address)
    refuse_earlier_layout(output)
    for table in pipeline.tables():
        if not table.upstreams:
            table.source("").items()  # a wrong input shows before anything is written
    with sole_writer(output), ended_by_sigterm(), contextlib.ExitStack() as clusters:
        sweep_deleted(home_of(output, pipeline.name))
        expected = expected_manifests(pipeline, output)
        plans = _check_then_delete(pipeline, output, options, expected)
        for damage in damaged_records(output):
            damage.set_aside()
        record = begin_run(
            output,
            pipeline=pipeline.name,
            command=sys.argv,
            config=config,
            seed=config.get("seed"),
            executor=options.executor,
            tables={name: manifest.fingerprint for name, manifest in expected.items()},
            ray_job_id=ray_environment.job_id(),
        )
        try:
            _write_beside(pipeline, output)
            for table in pipeline.tables():
                plan = plans.get(table.name) or plan_table(
                    pipeline.name, table, output, options.on_change, options.retry
                )
                if refusal := plan.refusal:
                    raise refusal
                _run_table(plan, options, record.run_id, watcher, clusters)
            write_data_cards(output)
        except BaseException as error:
            # Ray answers SIGTERM with a SystemExit.
            is_stopped = isinstance(error, KeyboardInterrupt | SystemExit)
            status = RunStatus.INTERRUPTED if is_stopped else RunStatus.FAILED
            end_run(output, record, status, f"{type(error).__name__}: {error}")
            raise
        end_run(output, record, RunStatus.SUCCEEDED)


def _write_beside(pipeline: Pipeline, output: str) -> None:
    """Write what stands beside the tables. From the first moment data cards say where samples will be."""
    record_prompts(output, pipeline.prompts())
    state_licences(output, {name: said for name, said in pipeline.licences().items() if said})
    write_data_cards(output, [f"{pipeline.name}/{pipeline.samples.name}"])


def _check_then_delete(
    pipeline: Pipeline, output: str, options: RunOptions, expected: Mapping[str, Manifest]
) -> dict[str, TablePlan]:
    """Refuse what would be refused later, ask, and only then delete.

    Return the plans of the tables of inputs that stay.
    """
    fresh = tables_to_delete(pipeline, options.fresh, options.fresh_from)
    names = {table.name for table in fresh}
    require_expected(output, expected, but=names)
    plans = {
        table.name: plan_table(pipeline.name, table, output, options.on_change, options.retry)
        for table in pipeline.tables()
        if not table.upstreams and table.name not in names
    }
    for plan in plans.values():
        if refusal := plan.refusal:
            raise refusal
    if found := deletions(output, pipeline.name, fresh):
        options.approve(found)
        for deletion in found:
            deletion.store.delete()
    return plans


def _run_table(
    plan: TablePlan, options: RunOptions, run_id: str, watcher: Watcher, clusters: contextlib.ExitStack
) -> None:
    plan.prepare()
    write_table_card(plan.store)
    plan.store.sweep_temporaries()
    commits = plan.store.log
    commits.compact()
    commits.sweep()
    before = table_totals(plan.store)
    budget = RejectBudget(plan.store.uri, options.max_reject_rate)
    budget.count(before.rows, before.reasons)
    executor = choose_executor(options, len(plan.pending))
    covered, uncovered = len(plan.committed), 0
    watcher.table_begins(plan, executor)
    for commit in _execute(executor, plan.task(run_id), plan.pending, options, clusters, watcher):
        _log(plan, commit)
        watcher.committed(commit)
        budget.book(commit)
        uncovered += 1
        if uncovered >= max(2 * KEPT_LOOSE, covered // 8):  # a checkpoint writes all commits anew
            covered, uncovered = covered + commits.compact(), 0
            plan.store.index_rows(plan.table.row)
    commits.compact()
    commits.sweep()
    plan.store.index_rows(plan.table.row)
    watcher.table_ends(plan)


def _log(plan: TablePlan, commit: Commit) -> None:
    why = ", ".join(f"{reason} {n}" for reason, n in commit.reasons.items())
    log.info(
        "%s, partition %d: %d rows, %d rejects%s, %.1f s, attempt %d on %s",
        plan.store.uri,
        commit.partition,
        commit.rows,
        commit.n_rejects,
        f" ({why})" if why else "",
        commit.wall_s,
        commit.attempts,
        commit.host,
    )


def choose_executor(options: RunOptions, n_pending: int) -> Literal["local", "ray"]:
    """`auto` takes Ray where a cluster is named, or where there is work for several cores."""
    if options.executor != "auto":
        return options.executor
    if options.ray_address:
        return "ray"
    several_cores = (options.workers or os.cpu_count() or 1) > 1
    return "ray" if several_cores and n_pending >= RAY_PAYS_FROM else "local"


def _execute(
    executor: str,
    task: TableTask,
    partitions: list[Partition],
    options: RunOptions,
    clusters: contextlib.ExitStack,
    watcher: Watcher,
) -> Iterator[Commit]:
    """Yield commits. The first table that needs Ray enters the cluster in which the others run too."""
    if not partitions:
        return
    if executor == "local":
        from vlcorpus.pipelines.runtime.local import run_local

        yield from run_local(task, partitions, watcher.reading)
        return
    ray_environment.prepare(options.ray_address)
    from vlcorpus.pipelines.runtime.on_ray import cluster, run_on_ray

    clusters.enter_context(cluster(options.ray_address, options.workers))
    yield from run_on_ray(task, partitions)
