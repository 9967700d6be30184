from tests.stages.stem.drawn import drawn
from vlcorpus.stages.stem.clocks.discipline import compose_scene


def test_the_tip_of_a_hand_is_where_the_truth_puts_it():
    for scene in drawn(compose_scene, 40):
        for name, clock in scene.truth["clocks"].items():
            if clock["face"] == "analog":
                x, y = scene.places["tip", "minute", name].at
                length = clock["hands"]["minute"] * clock["radius"] / 1000
                assert abs(abs(complex(x, y) - complex(*clock["center"])) - length) < 1


def test_there_are_many_kinds_of_constructions():
    assert len({step for scene in drawn(compose_scene, 400) for step in scene.steps}) >= 20
