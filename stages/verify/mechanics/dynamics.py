"""What holds of setups that are let go: pulleys, inclines, blocks in a row."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from vlcorpus.schemas.stem.mechanics import GRAVITY
from vlcorpus.stages.verify.mechanics.scene import Scene, Setup
from vlcorpus.stages.verify.mechanics.statics import force_of_link, net
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import Radicals, rational, square_root, write_number


def tension(scene: Scene, name: str) -> str:
    row = scene.setups.get("row")
    if row is None or name not in row["ropes"]:
        return str(force_of_link(scene, name))
    behind = row["blocks"][: row["ropes"].index(name) + 1]
    backwards = sum((Fraction(size) for way, size in row["pulls"].values() if way == "left"), Fraction(0))
    return str(backwards + sum(map(scene.mass, behind)) * _row_acceleration(scene, row))


def _row_acceleration(scene: Scene, row: Setup) -> Fraction:
    """Return it to the right."""
    return net(scene, "row")[0] / sum(map(scene.mass, row["blocks"]))


def falls(scene: Scene, kind: str) -> str:
    left, right = _sides(scene, kind)
    return "neither" if left == right else "left" if left > right else "right"


def _sides(scene: Scene, kind: str) -> tuple[Fraction, Fraction]:
    if kind != "atwood":
        raise Unknown(f"{kind!r} has no two sides")
    atwood = scene.setup("atwood")
    left, right = (
        sum((scene.mass(block) for block in atwood[side]), Fraction(0)) for side in ("left", "right")
    )
    return left, right


def acceleration(scene: Scene, kind: str) -> str:
    if kind == "row":
        return str(abs(_row_acceleration(scene, scene.setup("row"))))
    if kind == "atwood":
        left, right = _sides(scene, kind)
        return str(GRAVITY * abs(left - right) / (left + right))
    if kind != "incline":
        raise Unknown(f"{kind!r} is not let go")
    incline = scene.setup("incline")
    if not incline.get("hanging"):
        return write_number(_sine(incline) * rational(GRAVITY))
    drive, total = _drive(scene, incline)
    return write_number((drive if drive.sign() >= 0 else -drive) * rational(Fraction(GRAVITY) / total))


def rope_tension(scene: Scene, kind: str) -> str:
    if kind == "atwood":
        left, right = _sides(scene, kind)
        return str(2 * GRAVITY * left * right / (left + right))
    if kind != "incline":
        raise Unknown(f"{kind!r} has no rope over a pulley")
    incline = scene.setup("incline")
    on_slope, hanging = _two_masses(scene, incline)
    both = GRAVITY * on_slope * hanging / (on_slope + hanging)
    return write_number((rational(1) + _sine(incline)) * rational(both))


def moves(scene: Scene, block: str) -> str:
    incline = _on_incline(scene, block)
    if not incline.get("hanging"):
        return "down the slope"
    drive, _ = _drive(scene, incline)
    return ("at rest", "up the slope", "down the slope")[drive.sign()]


def normal_force(scene: Scene, block: str) -> str:
    incline = _on_incline(scene, block)
    return write_number(_ratio(incline, "base") * rational(scene.weight(block)))


def along_slope(scene: Scene, block: str) -> str:
    return write_number(_sine(_on_incline(scene, block)) * rational(scene.weight(block)))


def _on_incline(scene: Scene, block: str) -> Setup:
    incline = scene.setup("incline")
    if incline["block"] != block:
        raise Unknown(f"{block!r} is not on the incline")
    return incline


def _sine(incline: Setup) -> Radicals:
    return _ratio(incline, "height")


def _ratio(incline: Setup, side: str) -> Radicals:
    """Return a side of the incline by the length of its slope."""
    squared = Fraction(incline["base"]) ** 2 + Fraction(incline["height"]) ** 2
    return square_root(squared) * rational(Fraction(incline[side]) / squared)


def _two_masses(scene: Scene, incline: Setup) -> tuple[Fraction, Fraction]:
    if not incline.get("hanging"):
        raise Unknown("nothing hangs from the block on the incline")
    return scene.mass(incline["block"]), scene.mass(incline["hanging"])


def _drive(scene: Scene, incline: Setup) -> tuple[Radicals, Fraction]:
    """Return the mass that pulls the block up, less the part of its own that pulls it down; and both."""
    on_slope, hanging = _two_masses(scene, incline)
    return rational(hanging) - _sine(incline) * rational(on_slope), on_slope + hanging


OPERATIONS: dict[str, Callable[..., str]] = {
    "tension": tension,
    "falls": falls,
    "acceleration": acceleration,
    "rope_tension": rope_tension,
    "moves": moves,
    "normal_force": normal_force,
    "along_slope": along_slope,
}
