"""What the commands print about a pipeline: its plan, a preview, its state on disk, its result."""

from collections.abc import Iterator
from itertools import islice

from vlcorpus.catalogs.query.quantities import human_bytes, human_duration
from vlcorpus.catalogs.reports.trainable import trainable_of
from vlcorpus.catalogs.tables.commits import StageCounts
from vlcorpus.catalogs.tables.control_files import Damage
from vlcorpus.catalogs.tables.output import run_root, tables_under
from vlcorpus.catalogs.tables.runs import read_runs
from vlcorpus.catalogs.tables.totals import TableTotals, table_totals
from vlcorpus.pipelines.configured import configure
from vlcorpus.pipelines.preview import preview_rows
from vlcorpus.pipelines.result import RunResult
from vlcorpus.pipelines.runtime.dag import Pipeline, segments
from vlcorpus.pipelines.runtime.expected import expected_manifests, require_expected
from vlcorpus.pipelines.runtime.flow import Ledger
from vlcorpus.pipelines.runtime.planning import TablePlan, plan_table
from vlcorpus.pipelines.runtime.run import RunOptions, choose_executor
from vlcorpus.pipelines.steps.step import Step
from vlcorpus.schemas.errors import ConfigError, FingerprintMismatch, VlcorpusError
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.inference.infer import NEEDS_MODEL, AskModel
from vlcorpus.stages.inference.model import Serving
from vlcorpus.stages.stage import Stage

TEXT_CHARS = 600
STAGE_CHARS = 40


def plan_lines(pipeline: Pipeline, output: str) -> Iterator[str]:
    """Say per table: inputs, partitions, what is committed, the operators and what they need."""
    to_be_made: set[str] = set()
    waiting: set[str] = set()
    for table in pipeline.tables():
        if waits := [up.name for up in table.upstreams if up.name in to_be_made]:
            to_be_made.add(table.name)
            waiting.add(table.name)
            yield f"{table.name}: waits for {', '.join(waits)}"
            continue
        plan = plan_table(pipeline.name, table, output)
        if plan.pending or plan.outdated or plan.refusal:
            to_be_made.add(table.name)
        yield f"{table.name}: {plan.n_items:,} inputs, {human_bytes(plan.n_bytes)} → {plan.store.uri}"
        yield (
            f"  {len(plan.partitions):,} partitions, {len(plan.committed):,} committed, "
            f"{len(plan.pending):,} to do; executor {choose_executor(RunOptions(), len(plan.pending))}"
        )
        for need, stages in segments(table.stages):
            resources = f"{need.cpus:g} CPU" + (f", {need.gpus:g} GPU" if need.gpus else "")
            yield f"  [{resources}] {' ▸ '.join(stage.name for stage in stages)}"
        yield from (f"  {line}" for line in _engines(table.stages))
        yield f"  fingerprint {plan.manifest.fingerprint[:16]}"
        yield from (f"  {line}" for line in growth_lines(plan))
    expected = expected_manifests(pipeline, output)
    try:
        require_expected(output, expected, but=expected.keys() - waiting)
    except FingerprintMismatch as refusal:
        yield f"a run is refused: {refusal}"


def growth_lines(plan: TablePlan) -> Iterator[str]:
    """Say what a run would add to a table that was begun, what it would make again, and why it would not."""
    growth = plan.growth
    if plan.recorded and growth.added:
        yield f"a run adds {len(growth.added):,} new inputs, in {growth.n_new:,} new partitions"
    if others := plan.outdated - plan.absent.keys():
        yield f"a run makes {len(others):,} partitions again: they were made of something else"
    yield from absent_lines(plan.absent)
    if plan.refusal:
        yield f"a run is refused: {plan.refusal}"


def absent_lines(absent: dict[int, Damage]) -> Iterator[str]:
    """Say which committed partitions lost a file."""
    if absent:
        first = next(iter(absent.values()))
        more = ", …" if len(absent) > 1 else ""
        yield (
            f"a run makes {len(absent):,} partitions again, whose files are gone or cut: "
            f"{first.path} ({first.why}){more}"
        )


def scale_lines(pipeline: Pipeline, n_rows: int, dimensions: int, cores: int) -> Iterator[str]:
    """Say what the global steps cost for so many rows, table by table: computed, nothing is read."""
    yield f"global steps over {n_rows:,} rows with vectors of {dimensions} numbers, on {cores:,} cores"
    yield f"  {'table':<16} {'tasks':>8} {'read':>9} {'written':>9} {'CPU':>10} {'time':>9} {'a task':>10}"
    costs = []
    for table in pipeline.tables():
        source = table.source("")
        if not isinstance(source, Step) or not (cost := source.cost(n_rows, dimensions)):
            continue
        costs.append(cost)
        yield (
            f"  {table.name:<16} {cost.tasks:>8,} {human_bytes(cost.read_bytes):>9} "
            f"{human_bytes(cost.written_bytes):>9} {human_duration(cost.cpu_s):>10} "
            f"{human_duration(cost.wall_s(cores)):>9} {human_bytes(cost.task_bytes):>10}"
        )
    moved = sum(cost.read_bytes + cost.written_bytes for cost in costs)
    yield (
        f"  {human_bytes(moved)} moved by {sum(cost.tasks for cost in costs):,} tasks, "
        f"{sum(cost.cpu_s for cost in costs) / 3600:,.1f} CPU hours, "
        f"{sum(cost.wall_s(cores) for cost in costs) / 3600:,.1f} hours, one table after the other"
    )


def preview_lines(pipeline: Pipeline, n_rows: int) -> Iterator[str]:
    """Say what becomes of the first inputs, row by row as they come."""
    ledger = Ledger()
    for row in preview_rows(pipeline, n_rows, ledger):
        yield from _show(row)
    for rejection in ledger.rejections():
        why = f"{rejection.stage}: {rejection.reason}  {_cut(rejection.detail, 200)}"
        yield f"✗ {rejection.source_key}  {why}"
    for counts in ledger.counts():
        numbers = f"{counts.rows_in:>6} in {counts.rows_out:>6} out {counts.rejects:>6} rejects"
        yield f"  {counts.stage[:STAGE_CHARS]:<{STAGE_CHARS}} {numbers}"


def status_lines(output: str) -> Iterator[str]:
    """Say per table how much is committed, how fast it went and how long the rest would take."""
    tables = tables_under(output)
    if not tables:
        raise ConfigError(f"{output} holds no table of vlcorpus; name the --output of a run")
    for table in tables:
        totals = table_totals(table)
        absent = table.absent()
        left = totals.n_partitions - totals.n_committed + len(absent)
        state = "done" if left == 0 else f"{left:,} to do"
        yield f"{table.uri}  ({totals.pipeline})"
        yield f"  {totals.n_partitions - left:,} of {totals.n_partitions:,} partitions committed, {state}"
        yield f"  {totals.rows:,} rows, {totals.rejects:,} rejects, {totals.tokens:,} tokens"
        yield from (f"  ✗ {line}" for line in absent_lines(absent))
        yield from _speed(totals, left)
        yield from _reasons(totals.reasons)
    yield from _would_do(output)


def _would_do(output: str) -> Iterator[str]:
    """Say what another run with the last run's configuration would add, or why it would do nothing.

    Only inputs are listed: what is made of tables follows them.
    """
    last = {run.pipeline: run for run in read_runs(run_root(output))}
    for name, record in last.items():
        try:
            tables = configure(name, None, record.config).pipeline.tables()
            plans = [plan_table(name, table, run_root(output)) for table in tables if not table.upstreams]
        except VlcorpusError as error:
            yield f"{name}: what another run would do is not known: {str(error).splitlines()[0]}"
            continue
        for plan in plans:
            lines = list(growth_lines(plan)) or ["no new input, none changed"]
            yield from (f"{plan.table.name}: {line}" for line in lines)


def result_lines(pipeline: Pipeline, result: RunResult) -> Iterator[str]:
    """Say what lies there now, and what to do with it."""
    samples = result.samples
    yield (
        f"{samples.rows:,} samples ({human_bytes(samples.bytes)}, {samples.tokens:,} tokens) and "
        f"{result.n_rejects:,} rejects in {result.output}"
    )
    if samples.rows:
        trainable = trainable_of(result.output, pipeline.name)
        yield str(trainable)
        if trainable.in_other_words:
            yield trainable.in_other_words
    yield from _reasons(result.reasons)
    for table in pipeline.tables():
        yield from _asked(result.tables[table.name].stages, table.stages)
    yield from _missing_models(result.reasons)
    output = result.output
    yield f"look at them: vlcorpus browse -o {output}    prove them: vlcorpus verify -o {output}"


def _engines(stages: tuple[Stage, ...]) -> Iterator[str]:
    """Say of each stage that asks a model who answers."""
    for stage in stages:
        if isinstance(stage, AskModel):
            model = stage.model
            who = f"{model.engine} {model.name}" if model.name else "classical"
            yield f"{stage.name} asks {model.role}: {who if stage.can_answer else 'nobody'}"


def _asked(counted: tuple[StageCounts, ...], stages: tuple[Stage, ...]) -> Iterator[str]:
    """Say what was asked of models, stage by stage, and what it cost where prices are known."""
    serving = {stage.name: stage.model.serving for stage in stages if isinstance(stage, AskModel)}
    for counts in counted:
        if counts.requests:
            yield (
                f"{counts.stage}: {counts.requests:,} requests, {counts.cached:,} answered from the cache; "
                f"{counts.prompt_tokens:,} tokens read, {counts.output_tokens:,} written"
                + (f", {counts.reasoning_tokens:,} of them reasoning" if counts.reasoning_tokens else "")
                + _cost(counts, serving.get(counts.stage))
            )


def _cost(n: StageCounts, serving: Serving | None) -> str:
    if serving is None or not (serving.price_in or serving.price_out):
        return ""
    paid = (n.prompt_tokens * serving.price_in + n.output_tokens * serving.price_out) / 1e6
    return f"; cost {paid:,.4f}"


def _missing_models(reasons: dict[str, int]) -> Iterator[str]:
    """Say which roles nobody played, and the three ways to have them played."""
    waiting = {
        reason.removeprefix(NEEDS_MODEL): n for reason, n in reasons.items() if reason.startswith(NEEDS_MODEL)
    }
    if not waiting:
        return
    yield f"rows wait for a model: {', '.join(f'{role} ({n:,})' for role, n in waiting.items())}"
    yield "  --engine vllm --model FOLDER_OR_HUB_ID            on this machine's GPUs, or the cluster's"
    yield "  --engine transformers --model FOLDER_OR_HUB_ID    one GPU, or a patient CPU"
    yield "  --engine openai --model NAME --set inference.base_url=http://HOST:8000/v1    a served one"


def _reasons(reasons: dict[str, int], most: int = 12) -> Iterator[str]:
    for reason, n in islice(reasons.items(), most):
        yield f"  {n:>8,}  {reason}"
    if len(reasons) > most:
        yield f"  … and {len(reasons) - most} more reasons: vlcorpus sql --name reject-reasons"


def _speed(totals: TableTotals, left: int) -> Iterator[str]:
    if totals.wall_s and left:
        rest = human_duration(left * totals.wall_s / totals.n_committed)
        yield f"  {totals.rows / totals.wall_s:,.1f} rows/s per worker; about {rest} of one worker left"


def _show(row: Row) -> Iterator[str]:
    yield f"✓ {row.source_key}"
    if not isinstance(row, Sample):
        yield f"  {_cut(repr(row), TEXT_CHARS)}"
        return
    yield f"  {row.domain}/{row.task} {'+'.join(row.lang)} {row.n_tokens} tokens, {len(row.images)} images"
    for message in row.messages:
        text = "".join(f"[{part.type}]" if part.text is None else part.text for part in message.content)
        yield f"  {message.role}: {_cut(text, TEXT_CHARS)}"


def _cut(text: str, chars: int) -> str:
    return text if len(text) <= chars else f"{text[:chars]}… ({len(text):,} characters)"
