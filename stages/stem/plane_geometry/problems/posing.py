"""Plane geometry as a discipline that poses problems."""

from pathlib import Path

from vlcorpus.stages.generate.posing import Posing
from vlcorpus.stages.stem.plane_geometry.problems.pose import pose

_HERE = Path(__file__).parent
POSING = Posing(
    discipline="plane_geometry",
    version="2",
    pose=pose,
    phrases=_HERE / "phrases.yaml",
    rules=_HERE / "rules",
)
