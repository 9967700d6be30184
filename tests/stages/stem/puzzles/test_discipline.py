from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.stem.puzzles.discipline import BUILDS, DISCIPLINE, compose_scene


def scenes(count):
    for seed in range(count):
        try:
            yield compose_scene(Random(seed))
        except Unfit:
            continue


def test_every_claim_and_place_has_words():
    book = read_phrasebook(DISCIPLINE.phrases)
    for scene in scenes(150):
        for lang in ("en", "zh"):
            for claim in scene.claims:
                assert book.state(claim, lang, Random(0)), claim
                asked = book.ask(claim, lang, Random(0)) or book.ask_whether(claim, lang, Random(0))
                assert asked, claim
            assert all(book.refer(place, lang, Random(0)) for place in scene.places)


def test_the_answer_is_where_its_picture_is():
    for scene in scenes(60):
        if ("right", "puzzle") in scene.places:
            answer = next(claim.value for claim in scene.claims if claim.operation == "answer")
            assert scene.places["right", "puzzle"] == scene.places["option", answer]


def test_all_kinds_make_scenes():
    assert {scene.family for scene in scenes(900)} == set(BUILDS)


def test_there_are_many_kinds_of_constructions():
    assert len({step for scene in scenes(500) for step in scene.steps}) >= 40
