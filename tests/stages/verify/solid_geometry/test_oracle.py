import re
from pathlib import Path

from vlcorpus.schemas.stem import solid_geometry as contract
from vlcorpus.stages.verify.operations import n_arguments
from vlcorpus.stages.verify.solid_geometry.oracle import SCENES


def test_every_operation_of_the_contract_is_there_and_no_other():
    listed = re.findall(r'\("(\w+)",\s+([^)"]+|"[a-z]+")\)', Path(contract.__file__).read_text("utf-8"))
    known = [operations for scene in SCENES.values() for operations in (scene.operations, scene.places)]
    told = {name: len(names.split(",")) for name, names in listed}
    assert told == {
        name: n_arguments(function) for functions in known for name, function in functions.items()
    }
