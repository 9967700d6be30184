"""What the benchmark changes in captions makes them false; it counts what a checker lets pass."""

import json
from random import Random

import pytest

from bench.stem import captions as module
from bench.stem.captions import Captions
from bench.stem.corruptions import corrupted
from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.scenes.captions import as_list, split_caption
from vlcorpus.schemas.scenes.claims import Claim, claims_from_json, claims_to_json
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.oracle import open_oracle

SAID = list(SayScenes()(scenes(40)))


def test_one_sentence_of_a_caption_is_changed():
    kinds = set()
    for row in SAID:
        book = read_phrasebook(find_discipline(row.discipline).phrases)
        oracle, known = open_oracle(row.discipline, json.loads(row.truth)), claims_from_json(row.claims)
        for said in (text for text in row.said if text.kind == "caption"):
            before = split_caption(said.text, said.lang)
            for kind, false in corrupted(said, known, book, oracle, Random(row.number)):
                kinds.add(kind)
                after = split_caption(false.text, false.lang)
                assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
                assert false.claims == "[]"
    assert kinds == {"name", "value", "number", "negation"}


def test_a_negation_that_is_true_changes_nothing():
    affected, not_affected = (Claim(("count", kind), "4") for kind in ("affected", "unaffected"))
    said = Said(
        kind="caption",
        style="list",
        lang="en",
        text=as_list(["4 individuals are affected."]),
        claims=claims_to_json([affected]),
    )
    book = read_phrasebook(find_discipline("pedigrees").phrases)
    oracle = open_oracle(SAID[0].discipline, json.loads(SAID[0].truth))  # knows no individuals

    def kinds(known):
        return {kind for kind, _ in corrupted(said, known, book, oracle, Random(0))}

    assert kinds([affected]) - kinds([affected, not_affected]) == {"negation"}


@pytest.mark.parametrize("is_rejected", [True, False])
def test_what_the_check_does_with_true_and_false_is_counted(monkeypatch, is_rejected):
    verdict = Rejection.of(SAID[0], "CheckSaid", Reject(Reason.CLAIM_WRONG)) if is_rejected else None
    monkeypatch.setattr(module, "_rejection", lambda row, said: verdict)
    captions = Captions()
    for row in SAID[:10]:
        captions.add(row)
    assert captions.corrupted.total() > 20
    figures = captions.figures()
    assert figures["corrupted_captions_rejected"] == is_rejected
    assert figures["true_captions_rejected"] == (10 if is_rejected else 0)


def test_what_is_changed_is_found():
    captions = Captions()
    for row in SAID:
        captions.add(row)
    assert captions.kept.total() == 0
    assert captions.unreadable < captions.corrupted.total() / 2
