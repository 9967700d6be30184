"""Plane geometry as a discipline that poses problems."""

from pathlib import Path

from vlcorpus.stages.generate.posing import Posing
from vlcorpus.stages.stem.plane_geometry.problems.compose import FAMILIES
from vlcorpus.stages.stem.plane_geometry.problems.pose import pose
from vlcorpus.stages.stem.plane_geometry.problems.wording import GeometryWording

_HERE = Path(__file__).parent
POSING = Posing(
    discipline="plane_geometry",
    version="4",
    pose=pose,
    families=FAMILIES,
    held_out=("triangle_with_120", "triangle_of_45_and_60", "kite_of_angles", "equal_chords"),
    phrases=_HERE / "phrases.yaml",
    rules=_HERE / "rules",
    wording=GeometryWording(),
)
