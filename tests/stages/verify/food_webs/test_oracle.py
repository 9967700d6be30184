import re
from pathlib import Path

import pytest

from tests.stages.verify.food_webs.foods import PYRAMID, WEB
from vlcorpus.schemas.stem import food_webs as contract
from vlcorpus.stages.verify.food_webs.oracle import ORACLE, PYRAMID_OPERATIONS, WEB_OPERATIONS
from vlcorpus.stages.verify.operations import n_arguments
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def test_every_operation_of_the_contract_is_there_and_no_other():
    text = Path(contract.__file__).read_text("utf-8")
    listed = {
        (name, len(arguments.split(", ")) if arguments else 0)
        for line in text.splitlines()
        if line.startswith("    (")
        for name, arguments in re.findall(r'\("(\w+)",? ?(.*?)\)', line)
    }
    known = {
        (name, n_arguments(function))
        for operations in (WEB_OPERATIONS, PYRAMID_OPERATIONS)
        for name, function in operations.items()
    }
    assert listed == known | {("chain", 4)}


def test_places():
    web = ORACLE(WEB)
    assert web.where(("species", "bug")) == (30, 3)
    assert web.where(("link", "grass", "rabbit")) == (10, 1)
    assert web.where(("only_prey", "fox")) == web.where(("species", "rabbit"))
    assert ORACLE(PYRAMID).where(("top",)) == (0, 20)
    with pytest.raises(Unknown):
        web.where(("eats", "bug", "grass"))


def test_a_kind_that_does_not_exist_is_a_contradiction():
    with pytest.raises(Contradiction):
        ORACLE(WEB | {"kind": "tree"})
