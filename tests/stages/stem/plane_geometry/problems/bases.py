"""What holds of every base that problems are built on."""

from collections.abc import Callable
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.compose import check
from vlcorpus.stages.stem.plane_geometry.problems.measures import measures
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Sketch


def assert_sound(name: str, build: Callable[[Sketch], object], *, of_lengths: bool) -> None:
    """A base is clear in some draws, and what it gives can be measured and is seen."""
    clear = 0
    for seed in range(40):
        sketch = Sketch.empty(Random(f"{name} {seed}"))
        try:
            build(sketch)
            check(sketch)
        except Unfit:
            continue
        clear += 1
        seen = Seen(sketch)
        assert measures(sketch, seen, of_lengths=of_lengths)
        for operation, *arguments in sketch.relations:
            assert seen.key(operation, tuple(arguments)), (operation, arguments)
    assert clear >= 2
