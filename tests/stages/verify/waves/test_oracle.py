import re
from pathlib import Path

from vlcorpus.schemas.stem import waves as contract
from vlcorpus.stages.verify.operations import n_arguments
from vlcorpus.stages.verify.waves.oracle import OPERATIONS, PLACES


def test_every_operation_of_the_contract_is_there_and_no_other():
    text = Path(contract.__file__).read_text("utf-8")
    listed = re.findall(r'^    \("(\w+)", (.*?)\)', text, re.MULTILINE)
    assert {name: len(names.split(", ")) for name, names in listed} == {
        name: n_arguments(function) for name, function in (OPERATIONS | PLACES).items()
    }
