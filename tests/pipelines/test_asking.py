"""A pipeline with a stage that asks a served model: several partitions in hand, on both executors."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from catalogs.table import TableStore
from pipelines.report import result_lines
from pipelines.runtime.dag import Pipeline, Table
from pipelines.runtime.run import RunOptions, run
from schemas.file import FileRow
from stages.inference.infer import Infer
from stages.inference.model import EngineKind, Model, Serving
from stages.inference.request import Reply, Request, Sampling, user
from tests.pipelines.chat_server import ChatServer, chat_server
from tests.pipelines.toys import SplitLines, ToSample, shard_bytes, source, write_files

FILES = [f"a{n}\nb{n}\nc{n}" for n in range(24)]  # six partitions of twelve lines
IN_FLIGHT = 2


@dataclass(frozen=True)
class AskLine(Infer):
    """Put the model's answer in the place of the line."""

    def requests(self, row: FileRow) -> list[Request]:
        return [Request(turns=(user(row.content.decode()),), sampling=Sampling())]

    def accept(self, row: FileRow, requests: Sequence[Request], replies: Sequence[Reply]) -> FileRow:
        return replace(row, content=replies[0].text.encode())


def asking(folder: Path, url: str, cache: Path) -> Pipeline:
    serving = Serving(base_url=url, in_flight=IN_FLIGHT, partitions=3, price_in=2.0, price_out=10.0)
    model = Model(role="ocr", engine=EngineKind.OPENAI, name="m", serving=serving, cache=str(cache))
    return Pipeline(
        "asking", Table("samples", source(folder) >> SplitLines() >> AskLine(model) >> ToSample())
    )


def go(executor: str, tmp_path: Path, *, name: str | None = None, cache: str = "cache"):
    """Run the pipeline with a server of its own; return the server and the output."""
    output = tmp_path / (name or executor)
    with chat_server(pause_s=0.05) as server:
        pipeline = asking(tmp_path / "in", server.url, tmp_path / cache)
        run(pipeline, str(output), RunOptions(executor), config={})
    return server, output, pipeline


def partitions_met(server: ChatServer) -> bool:
    """Say whether two partitions asked at a time. Four files are one: `a7` is of the second."""
    return any(len({int(text[1:]) // 4 for text in texts}) > 1 for texts in server.at_a_time)


def test_each_row_gets_its_answer_and_partitions_overlap(tmp_path):
    write_files(tmp_path / "in", FILES)
    server, output, pipeline = go("local", tmp_path)
    table = TableStore(str(output / "samples"))
    answers = [row.messages[-1].content[0].text for n in range(6) for row in table.rows(n)]
    assert answers == [word.upper() for text in FILES for word in text.split()]
    assert len(server.at_a_time) == len(answers) == 72
    assert max(map(len, server.at_a_time)) == IN_FLIGHT
    assert partitions_met(server)
    asked = [counts for commit in table.commits() for counts in commit.stages if counts.requests]
    assert [(c.stage, c.requests, c.prompt_tokens, c.output_tokens) for c in asked] == [
        ("AskLine", 12, 60, 24)
    ] * 6
    said = "\n".join(result_lines(pipeline, str(output)))
    assert (
        "AskLine: 72 requests, 0 answered from the cache; 360 tokens read, 144 written; cost 0.0022" in said
    )


def test_another_run_asks_nothing_again(tmp_path):
    write_files(tmp_path / "in", FILES)
    _, first, _ = go("local", tmp_path)
    server, second, _ = go("local", tmp_path, name="again")
    assert server.at_a_time == []
    assert shard_bytes(second) == shard_bytes(first)


@pytest.mark.ray
@pytest.mark.usefixtures("ray_cluster")
def test_on_ray_an_actor_has_several_partitions_in_hand(tmp_path):
    write_files(tmp_path / "in", FILES)
    _, local, _ = go("local", tmp_path)
    server, on_ray, _ = go("ray", tmp_path, cache="other")
    assert partitions_met(server)
    assert shard_bytes(on_ray) == shard_bytes(local)
