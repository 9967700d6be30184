import re
from pathlib import Path

from vlcorpus.schemas.stem import graphs as contract
from vlcorpus.stages.verify.graphs.oracle import OPERATIONS, PLACES
from vlcorpus.stages.verify.operations import n_arguments


def test_every_operation_of_the_contract_is_there_and_no_other():
    text = Path(contract.__file__).read_text("utf-8")
    listed = re.findall(r'^    \("(\w+)",(.*?)\)', text, re.MULTILINE)
    assert {name: len(names.split(",")) if names else 0 for name, names in listed} == {
        name: n_arguments(function) for name, function in OPERATIONS.items()
    }
    assert all(f'("{name}", ' in text for name in PLACES)
