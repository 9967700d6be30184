"""A pipeline with a stage that asks a served model: several partitions in hand, on both executors."""

import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.disturbed import shard_bytes
from tests.patience import PATIENCE_S
from tests.pipelines.chat_server import ChatServer, chat_server
from tests.pipelines.toys import SplitLines, ToSample, source, write_files
from vlcorpus.catalogs.tables.runs import read_runs
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.cli.report import result_lines
from vlcorpus.pipelines.result import result_of
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.infer import Infer
from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import Reply, Request, user

FILES = [f"a{n}\nb{n}\nc{n}" for n in range(24)]  # six partitions of twelve lines
IN_FLIGHT = 2


@dataclass(frozen=True)
class AskLine(Infer):
    """Put the model's answer in the place of the line."""

    def requests(self, row: FileRow) -> list[Request]:
        return [Request(turns=(user(row.content.decode()),), sampling=Sampling())]

    def accept(self, row: FileRow, requests: Sequence[Request], replies: Sequence[Reply]) -> FileRow:
        return replace(row, content=replies[0].text.encode())


def served(url: str, cache: Path, in_flight: int = IN_FLIGHT) -> Model:
    serving = Serving(
        base_url=url, served_as="m", in_flight=in_flight, partitions=3, price_in=2.0, price_out=10.0
    )
    return Model(role="ocr", engine=EngineKind.OPENAI, name="m", serving=serving, cache=str(cache))


def asking(folder: Path, model: Model) -> Pipeline:
    return Pipeline(
        "asking", Table("samples", source(folder) >> SplitLines() >> AskLine(model) >> ToSample())
    )


def go(executor: str, tmp_path: Path, *, name: str | None = None, cache: str = "cache"):
    """Run the pipeline with a server of its own; return the server and the output."""
    output = tmp_path / (name or executor)
    with chat_server(pause_s=0.05) as server:
        pipeline = asking(tmp_path / "in", served(server.url, tmp_path / cache))
        run(pipeline, str(output), RunOptions(executor), config={})
    return server, output, pipeline


def start(tmp_path: Path, model: Model) -> subprocess.Popen:
    """Run the pipeline in a process, and a group, of its own, from `in` into `out`."""
    (tmp_path / "model").write_bytes(pickle.dumps(model))
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.pipelines.asking_driver", str(tmp_path)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)


def wait_until(condition: Callable[[], bool], within_s: float = PATIENCE_S) -> None:
    until = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


def partitions_met(server: ChatServer) -> bool:
    """Say whether two partitions asked at a time. Four files are one: `a7` is of the second."""
    return any(len({int(text[1:]) // 4 for text in texts}) > 1 for texts in server.at_a_time)


def test_each_row_gets_its_answer_and_partitions_overlap(tmp_path):
    write_files(tmp_path / "in", FILES)
    server, output, pipeline = go("local", tmp_path)
    table = TableStore(str(output / "asking/samples"))
    answers = [row.messages[-1].content[0].text for n in range(6) for row in table.rows(n)]
    assert answers == [word.upper() for text in FILES for word in text.split()]
    assert len(server.at_a_time) == len(answers) == 72
    assert max(map(len, server.at_a_time)) == IN_FLIGHT
    assert partitions_met(server)
    asked = [counts for commit in table.commits() for counts in commit.stages if counts.requests]
    assert [(c.stage, c.requests, c.prompt_tokens, c.output_tokens) for c in asked] == [
        ("AskLine", 12, 60, 24)
    ] * 6
    said = "\n".join(result_lines(pipeline, result_of(pipeline, str(output))))
    assert (
        "AskLine: 72 requests, 0 answered from the cache; 360 tokens read, 144 written; cost 0.0022" in said
    )


def test_another_run_asks_nothing_again(tmp_path):
    write_files(tmp_path / "in", FILES)
    _, first, _ = go("local", tmp_path)
    server, second, _ = go("local", tmp_path, name="again")
    assert server.at_a_time == []
    assert shard_bytes(second) == shard_bytes(first)


def test_ctrl_c_ends_a_run_whose_model_is_silent_and_another_run_goes_on(tmp_path):
    write_files(tmp_path / "in", FILES)
    _, calm, _ = go("local", tmp_path, name="calm", cache="calm-cache")
    with chat_server(n_answers=40) as server:  # three partitions in hand have 36: one at least is committed
        process = start(tmp_path, served(server.url, tmp_path / "cache"))
        wait_until(lambda: len(server.now) == IN_FLIGHT and len(server.at_a_time) == 40 + IN_FLIGHT)
        process.send_signal(signal.SIGINT)
        try:
            _, said = process.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGABRT)  # then it tells what each of its threads waits for
            pytest.fail(process.communicate()[1])
        finally:
            process.kill()
    assert (process.returncode, said.strip()) == (130, "interrupted; run the same command again to go on")
    table = TableStore(str(tmp_path / "out/asking/samples"))
    assert 0 < len(table.committed()) < 6
    assert not list((tmp_path / "out/asking/samples/attempts").iterdir())  # else it would count as a crash
    assert not list((tmp_path / "out").glob("asking/samples/*/*.tmp"))
    assert read_runs(str(tmp_path / "out"))[0].status == "interrupted"

    server, output, _ = go("local", tmp_path, name="out")
    assert len(server.at_a_time) == 72 - 40
    assert shard_bytes(output) == shard_bytes(calm)


def test_a_fatal_error_of_one_partition_stops_those_that_wait(tmp_path):
    write_files(tmp_path / "in", [*FILES[:8], "forbidden", *FILES[8:]])
    with chat_server(n_answers=0) as server:
        pipeline = asking(tmp_path / "in", served(server.url, tmp_path / "cache", in_flight=64))
        began = time.monotonic()
        with pytest.raises(EnvironmentFailure, match="401"):
            run(pipeline, str(tmp_path / "out"), RunOptions("local"), config={})
        assert time.monotonic() - began < PATIENCE_S
        texts = {text for texts in server.at_a_time for text in texts} - {"forbidden"}
        assert {int(text[1:]) for text in texts} <= set(range(11))  # texts of the three partitions in hand
    assert TableStore(str(tmp_path / "out/asking/samples")).committed() == []
    assert not list((tmp_path / "out/asking/samples/attempts").iterdir())


@pytest.mark.ray
@pytest.mark.usefixtures("ray_cluster")
def test_on_ray_an_actor_has_several_partitions_in_hand(tmp_path):
    write_files(tmp_path / "in", FILES)
    _, local, _ = go("local", tmp_path)
    server, on_ray, _ = go("ray", tmp_path, cache="other")
    assert partitions_met(server)
    assert shard_bytes(on_ray) == shard_bytes(local)
