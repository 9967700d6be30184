"""Electric circuits as a discipline that poses problems."""

from pathlib import Path

from vlcorpus.stages.generate.posing import Posing
from vlcorpus.stages.stem.circuits.problems.compose import FAMILIES
from vlcorpus.stages.stem.circuits.problems.pose import pose
from vlcorpus.stages.stem.circuits.problems.wording import PHRASES, CircuitWording

POSING = Posing(
    discipline="circuits",
    version="1",
    pose=pose,
    families=FAMILIES,
    held_out=("two_pairs_in_series", "row_beside_one_in_series_with_one"),
    phrases=PHRASES,
    rules=Path(__file__).with_name("rules"),
    wording=CircuitWording(),
)
