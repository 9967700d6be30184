import re
from pathlib import Path

from vlcorpus.schemas.stem import grid_maps as contract
from vlcorpus.stages.verify.grid_maps.oracle import OPERATIONS
from vlcorpus.stages.verify.operations import n_arguments


def test_every_operation_of_the_contract_is_there_and_no_other():
    listed = {
        (name, len(arguments.split(", ")) if arguments else 0)
        for line in Path(contract.__file__).read_text("utf-8").splitlines()
        if line.startswith("    (")
        for name, arguments in re.findall(r'\("(\w+)",? ?(.*?)\)', line)
    }
    assert listed == {(name, n_arguments(function)) for name, function in OPERATIONS.items()}
