from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.kinematics.bases import BASES
from vlcorpus.stages.stem.kinematics.compose import compose


def test_axes_show_the_whole_motion_in_units_of_the_quantity():
    names, units = set(), set()
    for seed in range(200):
        try:
            plot = compose(Random(f"motion {seed}"))
        except Unfit:
            continue
        names.update(plot.steps)
        units.add(plot.unit("velocity"))
        assert plot.frame.y.name.endswith(f"({plot.unit(plot.quantity)})")
        for motion in plot.bodies.values():
            for piece in motion.pieces:
                for time in (piece.start, piece.turn, piece.end):
                    assert time is None or plot.frame.holds(time, piece.at(time))
    assert len(names) > 0.85 * len(BASES)
    assert len(units) > 3
