from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.waves.compose import FAMILIES, compose


def pictures(n=300):
    found = []
    for seed in range(n):
        try:
            found.append(compose(Random(seed)))
        except Unfit:
            continue
    return found


def test_every_family_and_many_constructions_come():
    made = pictures()
    assert {picture.steps[0] for picture in made} == set(FAMILIES)
    assert len({step for picture in made for step in picture.steps}) >= 16


def test_waves_stay_inside_and_their_quarters_are_on_the_grid_or_halfway():
    for picture in pictures():
        for wave in picture.waves.values():
            assert wave.amplitude < picture.y.high
            assert (wave.length / 4 / picture.x.step * 2).denominator == 1
            assert picture.x.high >= wave.length


def test_a_dot_is_on_one_wave_alone():
    for picture in pictures():
        for name, x in picture.points.values():
            heights = [wave.near(float(x)) for other, wave in picture.waves.items() if other != name]
            own = picture.waves[name].near(float(x))
            assert all(abs(own - height) >= float(picture.y.step) for height in heights)
