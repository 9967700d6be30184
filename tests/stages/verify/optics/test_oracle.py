import pytest

from vlcorpus.stages.verify.optics.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

LAYERS = {"media": [["A", "1"], ["B", "2"]], "sine": "1/2", "written": True}


def test_each_kind_of_scene_has_its_own_operations():
    oracle = ORACLE({"layers": LAYERS})
    assert oracle.value(("sine", ("last_medium",))) == "1/4"
    assert oracle.where(("border_hit", "A", "B"))[1] == -2
    for expression in (("exit",), ("element",), ("sine",), "A"):
        with pytest.raises(Unknown):
            oracle.value(expression)


def test_a_scene_is_of_one_kind():
    for truth in ({}, {"layers": LAYERS, "grid": {}}):
        with pytest.raises(Contradiction):
            ORACLE(truth)
