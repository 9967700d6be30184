from tests.stages.stem.drawn import drawn
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.stem.blind_spots.discipline import BUILDS, DISCIPLINE, compose_scene


def test_what_is_told_in_chinese_has_chinese_names():
    book = read_phrasebook(DISCIPLINE.phrases)
    for scene in drawn(compose_scene, 200):
        for part in ("circles", "lines", "bars", "dots", "stations", "stack"):
            for name in scene.truth.get(part, ()):
                if not name[-1].isdigit():
                    assert not any("a" <= letter <= "z" for letter in book.name(name, "zh")), name


def test_all_kinds_make_scenes():
    assert {scene.family for scene in drawn(compose_scene, 600)} == set(BUILDS)


def test_there_are_many_kinds_of_constructions():
    assert len({step for scene in drawn(compose_scene, 600) for step in scene.steps}) >= 30
