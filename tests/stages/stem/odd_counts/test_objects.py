from random import Random

from vlcorpus.stages.stem.odd_counts.objects import BUILDS


def test_a_piano_that_lacks_a_key_tells_where():
    keys = BUILDS["piano octave"](Random(0), 4, None)
    assert (len(keys.missing["black key"]), keys.extra["black key"]) == (1, ())


def test_an_extra_key_stands_where_there_is_none():
    keys = BUILDS["piano octave"](Random(0), 6, None)
    (extra,) = keys.extra["black key"]
    assert extra[0] == 3 * 140
    assert keys.missing["black key"] == ()


def test_wheels_stand_on_the_ground():
    for kind in ("bicycle", "car"):
        for wheel in BUILDS[kind](Random(0), 3, None).parts["wheel"]:
            assert abs(min(y for _, y in wheel.shapes[0].path.points())) < 1
