from tests.stages.stem.drawn import drawn
from vlcorpus.stages.stem.puzzles.discipline import BUILDS, compose_scene


def test_the_answer_is_where_its_picture_is():
    for scene in drawn(compose_scene, 60):
        if ("right", "puzzle") in scene.places:
            answer = next(claim.value for claim in scene.claims if claim.operation == "answer")
            assert scene.places["right", "puzzle"] == scene.places["option", answer]


def test_all_kinds_make_scenes():
    assert {scene.family for scene in drawn(compose_scene, 900)} == set(BUILDS)


def test_there_are_many_kinds_of_constructions():
    assert len({step for scene in drawn(compose_scene, 500) for step in scene.steps}) >= 40
