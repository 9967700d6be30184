from tests.stages.stem.drawn import drawn
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.stem.odd_counts.discipline import DISCIPLINE, compose_scene


def test_every_name_is_told_in_chinese():
    book = read_phrasebook(DISCIPLINE.phrases)
    for scene in drawn(compose_scene, 300):
        names = {
            *scene.truth["objects"],
            scene.truth["kind"],
            *next(iter(scene.truth["objects"].values()))["parts"],
        }
        for name in names:
            assert not any("a" <= letter <= "z" for letter in book.name(name, "zh")), name


def test_letters_stand_below_things_of_several():
    for scene in drawn(compose_scene, 40):
        letters = [tag.text for thing in scene.things for tag in thing.tags if tag.away_from]
        names = list(scene.truth["objects"])
        assert letters == ([name[-1] for name in names] if len(names) > 1 else [])


def test_the_parts_that_are_told_are_drawn():
    for scene in drawn(compose_scene, 60):
        shown = [thing.name for thing in scene.things]
        for name, told in scene.truth["objects"].items():
            for part, found in told["parts"].items():
                if f"{part} 1 of {name}" in shown:
                    assert sum(
                        thing.startswith(f"{part} ") and thing.endswith(f" of {name}") for thing in shown
                    ) == len(found["at"])


def test_there_are_many_kinds_of_constructions():
    assert len({step for scene in drawn(compose_scene, 600) for step in scene.steps}) >= 50
