"""What holds of the scenes of every discipline."""

import re
from functools import lru_cache
from random import Random

import pytest
import yaml

from tests.stages.stem.drawn import drawn
from vlcorpus.schemas.scenes.captions import split_caption
from vlcorpus.schemas.scenes.scene import Scene, Unfit
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.measured import read_measured
from vlcorpus.stages.generate.phrasebook import WORDS, read_phrasebook
from vlcorpus.stages.verify.oracle import Unknown, open_oracle

pytestmark = pytest.mark.parametrize("name", DISCIPLINES)

ONLY_TOLD = {"equal", "touches", "regions"}  # operations, and what is counted, that nobody asks for


@lru_cache
def scenes(name) -> list[Scene]:
    found = list(drawn(find_discipline(name).compose, 60))
    assert len(found) > 20, "most draws make no scene"
    return found


def test_names_of_things_are_unique_and_claims_name_them(name):
    for scene in scenes(name):
        names = [thing.name for thing in scene.things]
        assert len(set(names)) == len(names)
        for claim in scene.claims:
            assert set(claim.things) <= set(names), claim


def test_a_scene_is_a_function_of_its_stream(name):
    compose = find_discipline(name).compose
    for seed in range(10):
        try:
            first = compose(Random(seed))
        except Unfit:
            continue
        assert compose(Random(seed)) == first


def test_the_oracle_says_what_the_maker_claims(name):
    for scene in scenes(name):
        oracle = open_oracle(name, scene.truth)
        for claim in scene.claims:
            assert oracle.value(claim.expression) == claim.value, claim


def test_rivals_are_wrong(name):
    for scene in scenes(name):
        for claim in scene.claims:
            assert claim.value not in claim.rivals, claim
            assert len(set(claim.rivals)) == len(claim.rivals), claim
            assert claim.prior != claim.value, claim


def test_what_an_oracle_does_not_know_it_says(name):
    oracle = open_oracle(name, scenes(name)[0].truth)
    for expression in ("x", ("unheard", "of"), ("count",), ("count", "unheard")):
        with pytest.raises(Unknown):
            oracle.value(expression)


def test_it_was_measured_as_it_is(name):
    discipline = find_discipline(name)
    measured = read_measured(discipline.measured)
    assert measured.version == discipline.version, f"python -m bench.stem.measure {name}"
    assert {scene.family for scene in scenes(name)} <= set(measured.families)


def test_some_families_are_held_out_and_others_are_not(name):
    discipline = find_discipline(name)
    assert discipline.held_out, "name a family in discipline.py that only evaluation sets have"
    assert set(discipline.held_out) < set(read_measured(discipline.measured).families)


def test_sentences_come_back_from_captions(name):
    """So no sentence has a semicolon or a full stop within, or begins as if it were linked to another."""
    book = read_phrasebook(find_discipline(name).phrases)
    for scene in scenes(name):
        for lang in WORDS:
            for claim in scene.claims:
                for template in book.templates("states", claim.expression, lang):
                    sentence = book.sentence(template, claim, lang)
                    assert split_caption(sentence, lang) == [sentence]


def test_every_claim_and_place_has_words(name):
    book = read_phrasebook(find_discipline(name).phrases)
    for scene in scenes(name):
        for lang in WORDS:
            for claim in scene.claims:
                assert book.state(claim, lang, Random(0)), claim
                asked = book.ask(claim, lang, Random(0)) or book.ask_whether(claim, lang, Random(0))
                assert asked or not ONLY_TOLD.isdisjoint(claim.expression), claim
            assert all(book.refer(place, lang, Random(0)) for place in scene.places)


def test_words_in_pictures_are_there_in_chinese(name):
    """Nothing is left in English but abbreviations, units, and what signs have written on them."""
    book = read_phrasebook(find_discipline(name).phrases, "zh")
    left = {
        word
        for scene in scenes(name)
        for thing in scene.things
        for tag in thing.tags
        for word in re.findall(r"[A-Za-z]{3,}", book.inscription(tag.text))
    }
    assert left <= {"min", "GWh", "kPa", "STOP", "III", "VII", "VIII"}


def test_what_is_counted_is_there(name):
    """Where a phrasebook has labels for a count, its claims list what is counted."""
    book = read_phrasebook(find_discipline(name).phrases)
    for scene in scenes(name):
        for claim in scene.claims:
            if book.templates("labels", claim.expression, "en"):
                assert claim.value == str(len(set(claim.things))) == str(len(claim.things)), claim


def test_every_sentence_is_there_in_both_languages(name):
    """With as many kinds of answers: an operation is said in both or in neither."""
    book = yaml.safe_load(find_discipline(name).phrases.read_text("utf-8"))
    for section in ("names", "inscriptions", "glossed"):
        book.pop(section, None)
    for operation, entry in book.items():
        for how, by_language in entry.items():
            if how != "values":
                assert by_language.keys() == WORDS.keys(), f"{operation} {how}"
