"""How many samples of a pipeline can be trained, why the others cannot, and under which licences they are."""

from collections import Counter
from dataclasses import dataclass

from vlcorpus.catalogs.checks.identity import MEMORY
from vlcorpus.catalogs.query.counted_rows import hold_counted_rows
from vlcorpus.catalogs.query.views import connect, told_if_damaged
from vlcorpus.catalogs.registries.sources import why_barred
from vlcorpus.catalogs.reports.licences import in_other_words, with_spdx

_ASKED = """
    select source, trainable, label_source, model is not null as by_model,
           coalesce(trim(license), '') = '' as unlicensed, count(*) as n
    from samples where pipeline = $pipeline
    group by all order by n desc, source, label_source"""
_LICENCES = """
    select coalesce(nullif(trim(license), ''), '(none)') as licence, count(*) as n, count(distinct source)
    from samples where pipeline = $pipeline
    group by licence order by n desc, licence"""


@dataclass(frozen=True)
class Trainable:
    """Counts of samples. One that cannot be trained for two reasons is counted under the first."""

    n: int
    n_samples: int
    because: dict[str, int]  # samples that cannot be trained, by why; the most frequent first
    in_other_words: str | None  # a sentence on licences that are no SPDX expressions

    def __str__(self) -> str:
        why = "; ".join(f"{because} ({n:,})" for because, n in self.because.items())
        return f"{self.n:,} of {self.n_samples:,} samples can be trained" + (f": {why}" if why else "")


def trainable_of(output: str, pipeline: str) -> Trainable:
    """Count the committed samples of `pipeline` in `output`, out of the row index and of shards it lacks.

    Raises VerifyFailed where one of them is damaged.
    """
    with connect([output], memory_limit=MEMORY) as connection, told_if_damaged([output]):
        hold_counted_rows(connection, rejects=False)
        groups = connection.execute(_ASKED, {"pipeline": pipeline}).fetchall()
        licences = connection.execute(_LICENCES, {"pipeline": pipeline}).fetchall()
    because: Counter[str] = Counter()
    for source, is_trainable, label_source, by_model, unlicensed, n in groups:
        if not is_trainable:
            because[_unvouched(label_source, by_model)] += n
        elif reason := why_barred(source, unlicensed):
            because[f"{source}: {reason}" + (", --license says it" if unlicensed else "")] += n
    n_samples = sum(n for *_, n in groups)
    return Trainable(
        n_samples - because.total(),
        n_samples,
        dict(because.most_common()),
        in_other_words(with_spdx(licences)),
    )


def _unvouched(label_source: str, by_model: bool) -> str:
    if by_model:
        return f"nobody vouches for what a model wrote, label_source {label_source}"
    return f"no model wrote their answers, label_source {label_source}; --engine names one"
