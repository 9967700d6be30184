"""A stage that asks a model about each line of a file, and what a test gives it and reads from it."""

from dataclasses import dataclass, replace

from tests.factories import file_row
from tests.stages.inference.answering import MODEL, reply_to, text_of
from vlcorpus.pipelines.runtime.flow import Ledger, from_source, through
from vlcorpus.schemas.errors import EnvironmentFailure, Reject
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.infer import Infer
from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import Answer, Reply, Request, user

IN_FLIGHT = 5
ASKS = Model(
    role="reader", engine=EngineKind.VLLM, name=MODEL, serving=Serving(in_flight=IN_FLIGHT, partitions=3)
)
NOBODY = Model(role="reader")
REFUSED = Reject("request_refused", "too long")


@dataclass(frozen=True)
class AskLines(Infer):
    """Ask each line of a file. The lines `requests …` and `accept …` raise where they say."""

    temperature: float = 0.7

    def requests(self, row):
        lines = row.content.decode().splitlines()
        _raise_if("requests", lines)
        return [
            Request(turns=(user(line),), sampling=Sampling(temperature=self.temperature)) for line in lines
        ]

    def accept(self, row, requests, replies):
        assert [text_of(request) for request in requests] == [r.text.split("/")[0] for r in replies]
        _raise_if("accept", row.content.decode().splitlines())
        return replace(row, content="\n".join(reply.text for reply in replies).encode())


def _raise_if(where, lines):
    errors = {
        "reject": Reject("reply_unusable", "as it said"),
        "error": ValueError("as it said"),
        "bug": NotImplementedError("as it said"),
        "stop": EnvironmentFailure("as it said"),
    }
    for line in lines:
        place, _, kind = line.partition(" ")
        if place == where:
            raise errors[kind]


def refusing(request: Request) -> Reply:
    """Answer, but not what says `refuse`, and at `stop` no more at all."""
    if text_of(request) == "refuse":
        raise REFUSED
    if text_of(request) == "stop":
        raise EnvironmentFailure("the server is gone")
    return reply_to(request)


def from_rules(request: Request) -> Reply:
    answer = Answer(text=f"{text_of(request)}/by rules", finish_reason="stop", n_tokens=0)
    return Reply(answers=(answer,), n_prompt_tokens=0, engine="rules", model=None)


def rows(*contents: str):
    return [file_row(f"{number:03d}", content.encode()) for number, content in enumerate(contents)]


def run(stage, given):
    """Return what left the stage, by key: the text or the reason; and its counts."""
    ledger = Ledger()
    kept = list(through([stage], from_source("Test", given, ledger), ledger))
    reasons = {rejection.source_key: rejection.reason for rejection in ledger.rejections()}
    counts = ledger.counts()[1]
    assert counts.rows_in == counts.rows_kept + counts.rows_rejected == len(given)
    assert len(kept) == counts.rows_out == counts.rows_kept
    return {row.source_key: row.content.decode() for row in kept} | reasons, counts
