from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.puzzles.puzzle import drawn, key, lettered


def test_options_are_different_and_one_is_right():
    right, wrong = {"rows": ["#"]}, [{"rows": ["#"]}, {"rows": ["."]}, {"rows": ["."]}, {"rows": ["##"]}]
    options, letter = lettered(Random(3), right, wrong, 3)
    assert list(options) == ["A", "B", "C"]
    assert options[letter] == right
    assert len({key(option) for option in options.values()}) == 3


def test_too_few_wrong_options_make_no_puzzle():
    with pytest.raises(Unfit):
        lettered(Random(0), {"rows": ["#"]}, [{"rows": ["."]}], 4)


def test_only_what_is_wrong_is_drawn():
    random = Random(1)
    assert all(
        number["n"] != 3 for number in drawn(lambda: {"n": random.randint(1, 4)}, lambda p: p["n"] != 3, 50)
    )
