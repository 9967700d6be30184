"""The first inputs through every stage in this process; nothing is committed.

What a global step would decide of them (that a row is a duplicate) is left out: it takes whole tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.commits import StageCounts
from vlcorpus.pipelines.needs import require_all
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.flow import Ledger, from_source, opened, through
from vlcorpus.schemas.errors import StageBug
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import Sample


@dataclass(frozen=True)
class Preview:
    """What became of the first inputs. As the last line of a notebook's cell it shows itself."""

    samples: list[Sample]
    rejects: list[Rejection]
    stages: list[StageCounts]  # the source first: how many rows went in, went on, left

    def _repr_html_(self) -> str:
        rows: list[Sample | Rejection] = [*self.samples, *self.rejects]
        return "<hr>".join(row._repr_html_() for row in rows)


def preview(pipeline: Pipeline, n_inputs: int) -> Preview:
    """Return what becomes of the first `n_inputs` inputs, all of it in memory."""
    ledger = Ledger()
    samples = [_as_sample(row) for row in preview_rows(pipeline, n_inputs, ledger)]
    return Preview(samples, list(ledger.rejections()), ledger.counts())


def _as_sample(row: Row) -> Sample:
    if not isinstance(row, Sample):
        raise StageBug(f"{row.source_key}: the last stage made a {type(row).__name__}, not a Sample")
    return row


def preview_rows(pipeline: Pipeline, n_inputs: int, ledger: Ledger) -> Iterator[Row]:
    """Yield the samples made of the first `n_inputs` inputs as they come; `ledger` keeps the books.

    Raises EnvironmentFailure where a stage needs a package or a program that is not there.
    """
    tables = pipeline.spine()
    require_all(tables)
    source = tables[0].source("")
    stages = tuple(chain.from_iterable(table.stages for table in tables))
    with opened(stages):
        inputs = source.rows(Partition(0, tuple(source.items())))  # splitting them may take reading them
        rows = from_source(source.name, islice(inputs, n_inputs), ledger)
        yield from through(stages, rows, ledger)
