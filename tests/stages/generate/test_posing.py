import pytest

from vlcorpus.schemas.stem.disciplines import DISCIPLINES, POSING
from vlcorpus.stages.generate.posing import find_posing, posings


def test_those_that_pose_problems_are_disciplines():
    assert set(POSING) <= set(DISCIPLINES)
    assert [posing.discipline for posing in posings(list(DISCIPLINES))] == list(POSING)


@pytest.mark.parametrize("name", POSING)
def test_what_poses_is_named_with_its_version_and_its_words(name):
    posing = find_posing(name)
    assert posing.identity == f"{name}/{posing.version}"
    assert set(posing.held_out) < set(posing.families)
    assert posing.phrases_digest.startswith(f"{name}/problems/")
    assert posing.phrases.exists()
    assert list(posing.rules.glob("*.yaml"))


def test_others_pose_none():
    assert find_posing("clocks") is None
