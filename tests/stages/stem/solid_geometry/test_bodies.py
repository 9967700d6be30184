from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.solid_geometry.bodies import bodies


def scenes():
    for seed in range(150):
        try:
            yield bodies(Random(seed))
        except Unfit:
            continue


def values(scene, operation):
    return {claim.expression[1]: claim.value for claim in scene.claims if claim.operation == operation}


def test_what_stands_on_a_body_has_its_axis_and_begins_where_it_ends():
    stacked = 0
    for scene in scenes():
        told, on = (
            scene.truth["bodies"],
            {c.expression[1]: c.value for c in scene.claims if "stands_on" in c.expression},
        )
        for name, below in on.items():
            if below != "ground":
                stacked += 1
                assert told[name]["at"][0] == told[below]["at"][0]
                assert int(told[name]["at"][1]) == int(told[below]["at"][1]) + int(told[below]["height"])
    assert stacked > 20


def test_volumes_are_claimed_where_the_numbers_are_written():
    for scene in scenes():
        written = {name for measure, name in scene.truth["measures"] if measure == "radius"}
        volumes = {
            claim.expression[1]: claim.value for claim in scene.claims if claim.operation == "volume_in_pi"
        }
        assert volumes.keys() == written
        for name, volume in volumes.items():
            body = scene.truth["bodies"][name]
            if body["kind"] == "cylinder":
                assert int(volume) == int(body["radius"]) ** 2 * int(body["height"])
