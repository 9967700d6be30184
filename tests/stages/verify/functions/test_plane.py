import pytest

from tests.stages.verify.functions.planes import SCENE, UNKNOWN, graph, say
from vlcorpus.stages.verify.functions.oracle import FunctionGraphs
from vlcorpus.stages.verify.oracle import Contradiction


@pytest.mark.parametrize(
    "changes",
    [
        {"axes": {"x": SCENE["axes"]["x"]}},
        {"axes": SCENE["axes"] | {"y": {"low": "1", "high": "1"}}},
        {"graphs": {"f": graph("spiral", "1")}},
        {"graphs": {"f": {"kind": "linear"}}},
        {"points": {"A": ["1"]}},
        {"points": {"A": ["1", "sqrt(2)"]}},
        {"vectors": {"u": [["1", "1"], ["1", "1"]]}},
        {"regions": {"R": {"graph": "g", "side": "above", "boundary": "included"}}},
    ],
)
def test_a_plane_that_cannot_be_is_refused(changes):
    with pytest.raises(Contradiction):
        FunctionGraphs(SCENE | changes)


@pytest.mark.parametrize("text", ["", "x", "1/0", "sqrt(2)", "2)"])
def test_what_is_no_rational_number_is_unknown(text):
    assert say("at", "l", text) == UNKNOWN
