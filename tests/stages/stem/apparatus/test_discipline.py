from collections import Counter
from random import Random

from tests.stages.stem.drawn import drawn
from vlcorpus.stages.generate.phrasebook import WORDS, read_phrasebook
from vlcorpus.stages.stem.apparatus.discipline import DISCIPLINE


def test_both_sorts_of_scenes_come():
    sorts = Counter("purpose" in scene.truth for scene in drawn(DISCIPLINE.compose, 100))
    assert min(sorts[True], sorts[False]) > 25


def test_families_that_are_held_out_are_made():
    families = {scene.family for scene in drawn(DISCIPLINE.compose, 400)}
    assert set(DISCIPLINE.held_out) <= families


def test_every_claim_and_place_has_words():
    book = read_phrasebook(DISCIPLINE.phrases)
    for scene in drawn(DISCIPLINE.compose, 60):
        for lang in WORDS:
            for claim in scene.claims:
                assert book.state(claim, lang, Random(0)), claim
                assert book.ask(claim, lang, Random(0)), claim
            assert all(book.refer(place, lang, Random(0)) for place in scene.places)
