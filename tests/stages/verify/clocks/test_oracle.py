import re
from pathlib import Path

from vlcorpus.schemas.stem import clocks as contract
from vlcorpus.stages.verify.clocks.oracle import OPERATIONS, PLACES
from vlcorpus.stages.verify.operations import n_arguments


def test_every_operation_of_the_contract_is_there_and_no_other():
    listed = re.findall(r'^    \("(\w+)", (.*?)\)', Path(contract.__file__).read_text("utf-8"), re.MULTILINE)
    assert {name: len(arguments.split(", ")) for name, arguments in listed} == {
        name: n_arguments(function) for name, function in (OPERATIONS | PLACES).items()
    }
