from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.stem.odd_counts.discipline import DISCIPLINE, compose_scene


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


def test_every_name_is_told_in_chinese():
    book = read_phrasebook(DISCIPLINE.phrases)
    for scene in scenes(300):
        names = {
            *scene.truth["objects"],
            scene.truth["kind"],
            *next(iter(scene.truth["objects"].values()))["parts"],
        }
        for name in names:
            assert not any("a" <= letter <= "z" for letter in book.name(name, "zh")), name


def test_letters_stand_below_things_of_several():
    for scene in scenes(40):
        letters = [tag.text for thing in scene.things for tag in thing.tags if tag.away_from]
        names = list(scene.truth["objects"])
        assert letters == ([name[-1] for name in names] if len(names) > 1 else [])


def test_the_parts_that_are_told_are_drawn():
    for scene in scenes(60):
        drawn = [thing.name for thing in scene.things]
        for name, told in scene.truth["objects"].items():
            for part, found in told["parts"].items():
                if f"{part} 1 of {name}" in drawn:
                    assert sum(
                        thing.startswith(f"{part} ") and thing.endswith(f" of {name}") for thing in drawn
                    ) == len(found["at"])


def test_there_are_many_kinds_of_constructions():
    assert len({step for scene in scenes(600) for step in scene.steps}) >= 50
