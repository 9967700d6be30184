from random import Random

from vlcorpus.stages.stem.plane_geometry.problems.whole_degrees import whole_angle


def test_angles_are_whole_and_within_their_limits():
    random = Random(1)
    angles = [whole_angle(random, 33, 72) for _ in range(300)]
    assert min(angles) >= 33
    assert max(angles) <= 72
    assert sum(angle % 5 == 0 for angle in angles) > 150
