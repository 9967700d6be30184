import re

from vlcorpus.schemas.stem import kinematics as contract
from vlcorpus.stages.verify.kinematics.oracle import OPERATIONS, PLACES
from vlcorpus.stages.verify.operations import n_arguments


def test_every_operation_of_the_contract_is_there_and_no_other():
    values, places = str(contract.__doc__).split("Places,")
    for listed, functions in ((values, OPERATIONS), (places, PLACES)):
        found = re.findall(r'\("(\w+)", (.*?)\)', listed)
        assert {name: len(arguments.split(", ")) for name, arguments in found} == {
            name: n_arguments(function) for name, function in functions.items()
        }
