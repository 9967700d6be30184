import re
from pathlib import Path

from tests.stages.verify.venn.diagrams import TRUTH
from vlcorpus.schemas.stem import venn as contract
from vlcorpus.stages.verify.operations import n_arguments
from vlcorpus.stages.verify.venn.oracle import OPERATIONS, ORACLE, PLACES


def test_every_operation_of_the_contract_is_there_and_no_other():
    listed = re.findall(
        r'^    \("(\w+)",? ?(.*?)\)', Path(contract.__file__).read_text("utf-8"), re.MULTILINE
    )
    assert {name: len(arguments.split(", ")) if arguments else 0 for name, arguments in listed} == {
        name: n_arguments(function) for name, function in (OPERATIONS | PLACES).items()
    }


def test_expressions_and_places():
    oracle = ORACLE(TRUTH)
    assert oracle.value(("size", "A ∩ B")) == "2"
    assert oracle.where(("only", "A")) == (10, -1)
