"""Rows are held back in batches, and come out once, in their order, with their vectors or a reason."""

from dataclasses import dataclass, replace
from functools import cached_property

import pytest

from tests.stages.captions.rows import captioned
from vlcorpus.pipelines.runtime.dag import segments
from vlcorpus.pipelines.runtime.fingerprint import describe_stage
from vlcorpus.pipelines.runtime.flow import Ledger, from_source, through
from vlcorpus.schemas.errors import Reject, StageBug
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.vectors import pack
from vlcorpus.stages.dedup.lexical_vectors import lexical_vectors
from vlcorpus.stages.embed import embed
from vlcorpus.stages.embed.embed_image import EmbedImage
from vlcorpus.stages.embed.embed_text import EmbedText
from vlcorpus.stages.stage import Resources


def rows(*captions: str) -> list:
    found = [captioned(caption) for caption in captions]
    return [replace(one, id=f"{n:032x}", source_key=f"{n}") for n, one in enumerate(found)]


def run(stage, found) -> tuple[list, Ledger]:
    ledger = Ledger()
    return list(through([stage], from_source("test", found, ledger), ledger)), ledger


@dataclass(frozen=True)
class EmbedToy(EmbedText):
    """The captions `unreadable`, `fails`, `bug` do what they say; a batch fails with the one that does."""

    encoder: str = "toy"

    @cached_property
    def loaded(self):
        return []  # sizes of batches

    def read(self, row):
        if row.caption.text == "unreadable":
            raise Reject("image_broken", "as it said")
        return super().read(row)

    def encode(self, found):
        self.loaded.append(len(found))
        if "fails" in found:
            raise RuntimeError("as it said")
        if "bug" in found:
            raise NotImplementedError("as it said")
        return lexical_vectors(found)


CAPTIONS = ("one boat", "unreadable", "two boats", "three boats", "fails", "four boats", "five boats")


@pytest.mark.parametrize("batch", [1, 2, 3, 7, 100])
def test_rows_keep_their_order_and_their_vectors_in_any_batch(batch):
    out, ledger = run(EmbedToy(batch=batch), rows(*CAPTIONS))
    kept = [caption for caption in CAPTIONS if caption not in ("unreadable", "fails")]
    assert [one.caption.text for one in out] == kept
    assert [one.text_vector for one in out] == pack(lexical_vectors(kept))
    assert ledger.reasons() == {"error:RuntimeError": 1, "image_broken": 1}
    counts = ledger.counts()[1]
    assert (counts.rows_in, counts.rows_kept, counts.rows_rejected) == (7, 5, 2)


def test_rejections_stand_in_their_place_too():
    out = list(EmbedToy()(rows(*CAPTIONS)))
    assert [one.source_key for one in out] == [str(n) for n in range(7)]
    assert [isinstance(one, Rejection) for one in out] == [n in (1, 4) for n in range(7)]


def test_a_mistake_in_the_code_stops_the_run():
    with pytest.raises(StageBug, match="The code is wrong"):
        run(EmbedToy(), rows("one boat", "bug", "two boats"))


def test_held_images_are_bounded(monkeypatch):
    found = rows("one boat", "two boats", "three boats")
    monkeypatch.setattr(embed, "HELD_BYTES", 2 * len(found[0].content))
    stage = EmbedToy()
    run(stage, found)
    assert stage.loaded == [2, 1]


def test_no_rows_are_no_batch():
    stage = EmbedToy()
    assert run(stage, [])[0] == [] == stage.loaded


def test_batches_and_gpus_decide_no_vector_and_weights_do():
    stage = EmbedText(encoder="a/b", revision="1")
    other = replace(stage, batch=3, gpus=0.5, partitions=1)
    assert describe_stage(stage) == describe_stage(other)
    for change in ({"encoder": "a/c"}, {"revision": "2"}, {"instruction": "query: "}):
        assert describe_stage(replace(stage, **change)) != describe_stage(stage)


def test_encoders_with_a_gpu_are_operators_of_their_own():
    stages = (EmbedText(), EmbedText("a/b", gpus=0.5), EmbedImage("c/d", gpus=0.5), EmbedText(gpus=0.5))
    needs = [need for need, _ in segments(stages)]
    assert [need.gpus for need in needs] == [0, 0.5, 0.5, 0]
    assert needs[0] == needs[3] == Resources()
