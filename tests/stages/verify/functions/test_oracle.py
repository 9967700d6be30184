import re
from pathlib import Path

from vlcorpus.schemas.stem import functions as contract
from vlcorpus.stages.verify.functions.oracle import OPERATIONS, PLACES


def test_every_operation_of_the_contract_is_there_and_no_other():
    text = Path(contract.__file__).read_text("utf-8")
    assert set(re.findall(r'(?:^    |, )\("(\w+)", \w', text, re.MULTILINE)) == set(OPERATIONS | PLACES)
