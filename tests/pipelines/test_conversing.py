"""A pipeline that holds conversations with a served model: stored whole, replayed without one."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.disturbed import shard_bytes
from tests.pipelines.chat_server import chat_server
from tests.pipelines.toys import SplitLines, source, write_files
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.qwenvl.tokens import load_tokenizer
from vlcorpus.schemas.sample import LabelSource, Sample, ToolCall
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.conversation import Conversation
from vlcorpus.stages.inference.converse import Converse
from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import Request, user
from vlcorpus.stages.samples import SampleDraft, make_sample

TOOLS = json.dumps([{"type": "function", "function": {"name": "spell", "parameters": {"type": "object"}}}])


@dataclass(frozen=True)
class SpellLine(Converse[FileRow, Sample]):
    """Ask about a line; the model has it spelled, and says how it is spelled."""

    def opening(self, row: FileRow) -> Request:
        return Request(turns=(user(row.content.decode()),), sampling=Sampling(), tools=TOOLS)

    def use(self, row: FileRow, call: ToolCall) -> str:
        return "spelled " + "-".join(json.loads(call.arguments)["word"])

    def conclude(self, row: FileRow, conversation: Conversation) -> Sample:
        messages, _ = conversation.messages()
        draft = SampleDraft(
            domain="spelling",
            task="func_call",
            lang=["en"],
            messages=messages,
            tools=conversation.requests[0].tools,
            label_source=LabelSource.MODEL,
            engine=conversation.replies[-1].engine,
            model=conversation.replies[-1].model,
            generated=conversation.generated(self.model),
            prompt_sha256="",
            parents=[row.id],
        )
        return make_sample(row, draft, load_tokenizer(None))


def scripted(text: str) -> str:
    """Return what the model says to the last text: a call for a word, then what the tool said."""
    if text.startswith("spelled "):
        return f"It is {text}."
    call = {"name": "spell", "arguments": {"word": text}}
    return (
        f"I spell it.\n<tool_call>\n{json.dumps(call)}\n</tool_call>" if text != "bad" else "<tool_call>bad"
    )


def conversing(folder: Path, cache: Path, engine: EngineKind, url: str = "") -> Pipeline:
    model = Model(
        role="agent",
        engine=engine,
        name="m",
        cache=str(cache),
        serving=Serving(base_url=url, served_as="m", in_flight=4),
    )
    return Pipeline("spelling", Table("samples", source(folder) >> SplitLines() >> SpellLine(model)))


def make(tmp_path: Path, name: str, engine: EngineKind) -> tuple[Path, Sequence[tuple[str, ...]]]:
    with chat_server(pause_s=0.02, answer=scripted) as server:
        pipeline = conversing(tmp_path / "in", tmp_path / "cache", engine, server.url)
        run(pipeline, str(tmp_path / name), RunOptions("local"), config={})
    return tmp_path / name, server.at_a_time


def test_whole_conversations_are_stored_and_replayed(tmp_path):
    write_files(tmp_path / "in", ["cat\ndog\nbad", "sun\nsea", "ox"])
    output, asked = make(tmp_path, "served", EngineKind.OPENAI)
    table = TableStore(str(output / "spelling/samples"))
    samples = {
        row.messages[0].content[0].text: row for index in table.committed() for row in table.rows(index)
    }
    assert list(samples) == ["cat", "dog", "sun", "sea", "ox"]
    question, calling, result, end = samples["cat"].messages
    assert [message.role for message in samples["cat"].messages] == ["user", "assistant", "tool", "assistant"]
    assert calling.content[0].text == "I spell it."
    assert [(one.name, one.arguments) for one in calling.tool_calls] == [("spell", '{"word": "cat"}')]
    assert result.content[0].text == "spelled c-a-t"
    assert end.content[0].text == "It is spelled c-a-t."
    assert (question.train, calling.train, result.train, end.train) == (False, True, False, True)
    assert json.loads(samples["cat"].tools) == json.loads(TOOLS)
    assert len(samples["cat"].generated) == 2
    (commit,) = table.commits()
    (counts,) = (one for one in commit.stages if one.requests)
    assert (counts.requests, counts.rows_kept, counts.rows_rejected) == (11, 5, 1)
    assert commit.reasons == {"call_unusable": 1}
    assert max(map(len, asked)) > 1  # conversations of several rows at a time
    again, asked = make(tmp_path, "replayed", EngineKind.REPLAY)
    assert asked == []
    assert shard_bytes(again) == shard_bytes(output)
