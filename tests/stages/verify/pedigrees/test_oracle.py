import re
from pathlib import Path

import pytest

from tests.stages.verify.pedigrees.families import THREE, truth
from vlcorpus.schemas.stem import pedigrees as contract
from vlcorpus.stages.verify.operations import n_arguments
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.pedigrees.oracle import OPERATIONS, ORACLE


def test_every_operation_of_the_contract_is_there_and_no_other():
    listed = {
        (name, len(arguments.split(", ")) if arguments else 0)
        for line in Path(contract.__file__).read_text("utf-8").splitlines()
        if line.startswith("    (")
        for name, arguments in re.findall(r'\("(\w+)",? ?(.*?)\)', line)
    }
    assert listed == {(name, n_arguments(function)) for name, function in OPERATIONS.items()}


def test_places():
    chart = ORACLE(truth(*THREE, proband="III-1"))
    assert chart.where(("person", "II-3")) == (300, -200)
    assert chart.where(("couple", "I-1", "I-2")) == (150, -100)
    assert chart.where(("mother", "III-3")) == chart.where(("person", "II-6"))
    assert chart.where(("proband",)) == (100, -300)
    for expression in (("couple", "II-1", "II-2"), ("sex", "I-1"), ("father", "I-1")):
        with pytest.raises(Unknown):
            chart.where(expression)
