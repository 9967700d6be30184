import pytest

from tests.stages.verify.waves.pictures import SNAPSHOT, STRINGS, wave
from vlcorpus.stages.verify.oracle import Contradiction
from vlcorpus.stages.verify.waves.oracle import Waves


@pytest.mark.parametrize(
    ("truth", "why"),
    [
        (SNAPSHOT | {"picture": "film"}, "kind"),
        (SNAPSHOT | {"x": {"low": "3", "high": "3"}}, "axis"),
        (SNAPSHOT | {"waves": {}, "points": {}}, "waves"),
        (SNAPSHOT | {"waves": {"W1": wave("0", "4")}, "points": {}}, "sizes"),
        (SNAPSHOT | {"waves": {"W1": wave("1", "4", speed="-1")}, "points": {}}, "speeds"),
        (SNAPSHOT | {"waves": {"W1": wave("1", "4", direction="up")}, "points": {}}, "directions"),
        (SNAPSHOT | {"points": {"P": ["W1", "13"]}}, "points"),
        (SNAPSHOT | {"points": {"P": ["W9", "1"]}}, "points"),
        (SNAPSHOT | {"waves": {"W1": wave("sqrt(2)", "4")}}, "no waves"),
        (SNAPSHOT | {"waves": {"W1": {}}}, "no waves"),
        (
            STRINGS | {"strings": {"S1": {"length": "6", "loops": 3, "start": "fixed", "end": "fixed"}}},
            "loops",
        ),
        (
            STRINGS | {"strings": {"S1": {"length": "6", "loops": 2, "start": "fixed", "end": "open"}}},
            "loops",
        ),
        (STRINGS | {"strings": {}}, "strings"),
    ],
)
def test_waves_that_cannot_be_are_refused(truth, why):
    with pytest.raises(Contradiction, match=why):
        Waves(truth)
