from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.optics.mirror_grid import Grid, mirror_grid, rim


def test_a_ray_is_turned_by_mirrors():
    grid = Grid(3, {"M1": ((1, 1), "/"), "M2": ((1, 2), "\\"), "M3": ((0, 0), "/")}, ("left", 1))
    met, corners, out = grid.path()
    assert met == ["M1", "M2"]
    assert out == ("left", 2)
    assert corners == [rim(3, ("left", 1)), (1.5, 1.5), (1.5, 2.5), rim(3, ("left", 2))]


def test_a_mirror_reflects_on_both_sides():
    mirror = {"M1": ((1, 1), "/")}
    outs = {side: Grid(3, mirror, (side, 1)).path()[2] for side in ("left", "top", "right", "bottom")}
    assert outs == {"left": ("top", 1), "top": ("left", 1), "right": ("bottom", 1), "bottom": ("right", 1)}


def test_one_end_with_a_letter_is_the_way_out():
    found = 0
    for seed in range(60):
        try:
            scene = mirror_grid(Random(seed))
        except Unfit:
            continue
        told = scene.truth["grid"]
        claims = {claim.operation: claim.value for claim in scene.claims}
        mirrors = {name: ((x, y), slant) for name, (x, y, slant) in told["mirrors"].items()}
        grid = Grid(told["size"], mirrors, tuple(told["enters"]))
        assert tuple(told["exits"][claims["exit"]]) == grid.path()[2]
        assert claims["first_mirror"] == grid.path()[0][0]
        found += 1
    assert found > 40
