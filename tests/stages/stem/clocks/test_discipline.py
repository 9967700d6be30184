from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.stem.clocks.discipline import DISCIPLINE, compose_scene


def scenes(count):
    for seed in range(count):
        try:
            yield compose_scene(Random(seed))
        except Unfit:
            continue


def test_every_claim_and_place_has_words():
    book = read_phrasebook(DISCIPLINE.phrases)
    for scene in scenes(80):
        for claim in scene.claims:
            for lang in ("en", "zh"):
                assert book.state(claim, lang, Random(0)), claim
                asked = book.ask(claim, lang, Random(0)) or book.ask_whether(claim, lang, Random(0))
                assert asked, claim
        assert all(book.refer(place, "zh", Random(0)) for place in scene.places)


def test_the_tip_of_a_hand_is_where_the_truth_puts_it():
    for scene in scenes(40):
        for name, clock in scene.truth["clocks"].items():
            if clock["face"] == "analog":
                x, y = scene.places["tip", "minute", name].at
                length = clock["hands"]["minute"] * clock["radius"] / 1000
                assert abs(abs(complex(x, y) - complex(*clock["center"])) - length) < 1


def test_there_are_many_kinds_of_constructions():
    assert len({step for scene in scenes(400) for step in scene.steps}) >= 20
