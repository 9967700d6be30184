"""Where things of setups of mechanics are: as the truth says, by what they are."""

from __future__ import annotations

from collections.abc import Callable

from vlcorpus.stages.verify.mechanics.scene import Scene
from vlcorpus.stages.verify.oracle import Unknown

Place = tuple[float, float]


def _at(scene: Scene, name: str, is_there: bool = True) -> Place:
    if not is_there or name not in scene.at:
        raise Unknown(f"{name!r} is nowhere")
    return scene.at[name]


def block_middle(scene: Scene, name: str) -> Place:
    return _at(scene, name, name in scene.blocks)


def bob_middle(scene: Scene, name: str) -> Place:
    return _at(scene, name, name in scene.setups.get("pendulums", {}).get("bobs", {}))


def upper_end(scene: Scene, name: str) -> Place:
    return _at(scene, name, name in scene.links or name in scene.setups.get("row", {}).get("ropes", []))


def axle(scene: Scene, name: str) -> Place:
    return _at(scene, name, name in scene.setups.get("train", {}).get("wheels", {}))


def arrow_tip(scene: Scene, name: str) -> Place:
    return _at(scene, name, name in scene.arrows)


def pulley_axle(scene: Scene, kind: str) -> Place:
    return _at(scene, f"pulley {kind}", kind in scene.setups)


def halfway(scene: Scene, one: str, other: str) -> Place:
    (ax, ay), (bx, by) = block_middle(scene, one), block_middle(scene, other)
    return (ax + bx) / 2, (ay + by) / 2


def _of(kind: str, name: str) -> Callable[[Scene, str], Place]:
    """Return what says where a part is that only setups of one kind have."""

    def where(scene: Scene, told: str) -> Place:
        return _at(scene, name, told == kind and kind in scene.setups)

    return where


PLACES: dict[str, Callable[..., Place]] = {
    "block_middle": block_middle,
    "bob_middle": bob_middle,
    "upper_end": upper_end,
    "axle": axle,
    "arrow_tip": arrow_tip,
    "pulley_axle": pulley_axle,
    "halfway": halfway,
    "movable_axle": _of("tackle", "movable_pulley"),
    "fulcrum_tip": _of("lever", "fulcrum"),
    "slope_foot": _of("incline", "slope_foot"),
    "slope_top": _of("incline", "slope_top"),
}
