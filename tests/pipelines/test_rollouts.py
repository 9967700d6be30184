"""A pipeline that asks for four answers, keeps them all in a table, and makes samples of that."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.disturbed import shard_bytes
from tests.factories import sample
from tests.pipelines.chat_server import chat_server
from tests.pipelines.toys import SplitLines, source, write_files
from vlcorpus.catalogs.checks.report import Verdict
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.rollout import Rollout
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import Sample
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.group_stage import GroupStage
from vlcorpus.stages.inference.infer import Infer
from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import Reply, Request, user
from vlcorpus.stages.inference.rollouts import rollouts
from vlcorpus.stages.stage import RowStage


@dataclass(slots=True, kw_only=True)
class AnsweredRow(Row):
    rollouts: list[Rollout] = field(default_factory=list)


@dataclass(frozen=True)
class AskFourTimes(Infer[FileRow, AnsweredRow]):
    def requests(self, row: FileRow) -> list[Request]:
        sampling = Sampling(n=4, temperature=1.0, logprobs=0)
        return [Request(turns=(user(row.content.decode()),), sampling=sampling)]

    def accept(self, row: FileRow, requests: Sequence[Request], replies: Sequence[Reply]) -> AnsweredRow:
        made = rollouts(row, self.model, requests, replies)
        return AnsweredRow(
            id=row.id, source=row.source, source_key=row.source_key, license=row.license, rollouts=made
        )


@dataclass(frozen=True)
class ToRollouts(RowStage[AnsweredRow, Rollout]):
    def each(self, row: AnsweredRow) -> list[Rollout]:
        return row.rollouts


@dataclass(frozen=True)
class WeighAnswers(GroupStage[Rollout, Sample]):
    """Make a sample of each answer; those that are not the likeliest to their request weigh half."""

    def parent(self, row: Rollout) -> str:
        return row.asked_id

    def each_group(self, rows: Iterator[Rollout]) -> Iterator[Sample]:
        answers = list(rows)
        best = max(answers, key=lambda one: one.logprob_mean)
        for one in answers:
            made = sample(answer=one.answer)
            chosen = replace(
                made, id=one.id, source=one.source, source_key=one.source_key, license=one.license
            )
            yield replace(chosen, sample_weight=1.0 if one is best else 0.5)


def pipeline(folder: Path, cache: Path, engine: EngineKind, url: str = "") -> Pipeline:
    model = Model(
        role="solver", engine=engine, name="m", cache=str(cache), serving=Serving(base_url=url, served_as="m")
    )
    asked = source(folder) >> SplitLines() >> AskFourTimes(model) >> ToRollouts()
    answers = Table("rollouts", asked, Rollout)
    return Pipeline("solving", Table("samples", answers >> WeighAnswers()))


def four(text: str) -> list[tuple[str, list[float]]]:
    """Return four answers with the log-probabilities of their tokens; the third is the likeliest."""
    return [(f"{text} {n}", [-1.0 / (n + 1) if n < 3 else -2.0] * (n + 1)) for n in range(4)]


def make(tmp_path: Path, name: str, engine: EngineKind) -> tuple[Path, int]:
    with chat_server(answers=four) as server:
        made = pipeline(tmp_path / "in", tmp_path / "cache", engine, server.url)
        run(made, str(tmp_path / name), RunOptions("local"), config={})
        return tmp_path / name, len(server.at_a_time)


def test_all_answers_are_committed_beside_the_samples_and_replayed(tmp_path):
    write_files(tmp_path / "in", ["cat\ndog", "sun"])
    output, n_asked = make(tmp_path, "served", EngineKind.OPENAI)
    assert n_asked == 3  # one request for four answers
    table = TableStore(str(output / "solving/rollouts"))
    assert table.manifest().row == "rollout/1"
    rows = list(table.rows(0))
    assert [row.answer for row in rows] == [f"{word} {n}" for word in ("cat", "dog", "sun") for n in range(4)]
    assert [row.logprob_sum for row in rows[:4]] == [-1.0, -1.0, -1.0, -8.0]
    assert [round(row.logprob_mean, 3) for row in rows[:4]] == [-1.0, -0.5, -0.333, -2.0]
    assert [row.n_tokens for row in rows[:4]] == [1, 2, 3, 4]
    assert len({row.request_sha256 for row in rows}) == 3
    assert {(row.score, row.reward, row.judge) for row in rows} == {(None, None, None)}
    assert all(row.seed == json.loads(row.request)["sampling"]["seed"] is not None for row in rows)
    weights = [row.sample_weight for row in TableStore(str(output / "solving/samples")).rows(0)]
    assert weights == [0.5, 0.5, 1.0, 0.5] * 3
    assert verify([str(output)])["stages-connect"].verdict == Verdict.PASS
    again, n_asked = make(tmp_path, "replayed", EngineKind.REPLAY)
    assert n_asked == 0
    assert shard_bytes(again) == shard_bytes(output)
