"""What holds of setups at rest: masses, chains, tackles, levers, balances, forces on a block."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.mechanics.scene import Arrow, Scene, chains
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import square_root, write_number

_AWAY = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}
_CM_PER_M = 100


def count(scene: Scene, what: str) -> str:
    ropes = sum(link.what == "rope" for link in scene.links.values())
    springs = sum(link.what == "spring" for link in scene.links.values())
    counts = {
        "blocks": len(scene.blocks),
        "ropes": ropes + len(scene.setups.get("row", {}).get("ropes", [])),
        "springs": springs,
        "wheels": len(scene.setups.get("train", {}).get("wheels", {})),
        "arrows": len(scene.arrows),
    }
    if what not in counts:
        raise Unknown(f"{what!r} are not counted")
    return str(counts[what])


def mass(scene: Scene, block: str) -> str:
    return str(scene.mass(block))


def weight(scene: Scene, block: str) -> str:
    return str(scene.weight(block))


def heavier(scene: Scene, one: str, other: str) -> str:
    if {one, other} <= scene.masses.keys():
        return greater(one, scene.mass(one), other, scene.mass(other))
    balance = scene.setup("balance")
    sides = {"left": list(balance["left"]), "right": list(balance["right"])}
    if sorted(map(tuple, sides.values())) != sorted([(one,), (other,)]) or balance["lower"] not in sides:
        raise Unknown(f"nothing tells which of {one} and {other} is heavier")
    return sides[balance["lower"]][0]


def greater(one: str, value: Fraction, other: str, other_value: Fraction) -> str:
    if value == other_value:
        raise Unknown(f"{one} and {other} are equal")
    return one if value > other_value else other


def hangs_from(scene: Scene, block: str) -> str:
    for name, link in scene.links.items():
        if link.carries[0] == block:
            return name
    raise Unknown(f"{block!r} hangs in no chain")


def below(scene: Scene, block: str) -> str:
    columns = (
        [list(scene.setups["atwood"][side]) for side in ("left", "right")] if "atwood" in scene.setups else []
    )
    if "hanging" in scene.setups:
        columns += [[name for _, _, name in chain] for chain in chains(scene.setups["hanging"])]
    for column in columns:
        if block in column[:-1]:
            return column[column.index(block) + 1]
    raise Unknown(f"nothing hangs from {block!r}")


def link(scene: Scene, name: str) -> str:
    return _link_of(scene, name)[0]


def force_of_link(scene: Scene, name: str) -> Fraction:
    """Return the force in a rope or spring of a chain at rest."""
    return scene.weight(*_link_of(scene, name)[1])


def _link_of(scene: Scene, name: str) -> tuple[str, tuple[str, ...]]:
    if name not in scene.links:
        raise Unknown(f"{name!r} is no link of a chain")
    found = scene.links[name]
    return found.what, found.carries


def extension(scene: Scene, name: str) -> str:
    stiffness = scene.setup("hanging").get("stiffness", {})
    if name not in stiffness or link(scene, name) != "spring":
        raise Unknown(f"{name!r} is no spring whose stiffness is written")
    return str(_CM_PER_M * force_of_link(scene, name) / Fraction(stiffness[name]))


def strands(scene: Scene, kind: str) -> str:
    _must_be(kind, "tackle")
    return str(scene.setup("tackle")["strands"])


def pull(scene: Scene, kind: str) -> str:
    _must_be(kind, "tackle")
    tackle = scene.setup("tackle")
    return str(scene.weight(tackle["load"]) / tackle["strands"])


def tips(scene: Scene, kind: str) -> str:
    _must_be(kind, "lever")
    total = sum(
        (scene.weight(block) * Fraction(arm) for block, arm in scene.setup("lever")["arms"]), Fraction(0)
    )
    return "balanced" if total == 0 else "right" if total > 0 else "left"


def moment(scene: Scene, block: str) -> str:
    return str(scene.weight(block) * _arm(scene, block))


def distance(scene: Scene, block: str) -> str:
    return str(_arm(scene, block))


def _arm(scene: Scene, block: str) -> Fraction:
    arms = dict(scene.setup("lever")["arms"])
    if block not in arms:
        raise Unknown(f"{block!r} stands on no lever")
    return abs(Fraction(arms[block]))


def heavier_side(scene: Scene, kind: str) -> str:
    _must_be(kind, "balance")
    lower = scene.setup("balance")["lower"]
    return "equal" if lower == "level" else str(lower)


def direction(scene: Scene, name: str) -> str:
    return _arrow(scene, name).direction


def force(scene: Scene, name: str) -> str:
    written = _arrow(scene, name).force
    if written is None:
        raise Unknown(f"no force is written at {name}")
    return str(written)


def _arrow(scene: Scene, name: str) -> Arrow:
    if name not in scene.arrows:
        raise Unknown(f"there is no arrow {name!r}")
    return scene.arrows[name]


def net(scene: Scene, kind: str) -> tuple[Fraction, Fraction]:
    """Return the sum of the forces of a row, or on a block: to the right, and upwards."""
    if kind not in ("row", "forces"):
        raise Unknown(f"there are no forces on a {kind!r}")
    across, up = Fraction(0), Fraction(0)
    for way, size in scene.setup(kind)["pulls"].values():
        across += _AWAY[way][0] * Fraction(size)
        up += _AWAY[way][1] * Fraction(size)
    return across, up


def net_force(scene: Scene, kind: str) -> str:
    across, up = net(scene, kind)
    return write_number(square_root(across**2 + up**2))


def net_direction(scene: Scene, kind: str) -> str:
    across, up = net(scene, kind)
    if across and up:
        raise Unknown("the force acts aslant")
    if up:
        return "up" if up > 0 else "down"
    return "none" if across == 0 else "right" if across > 0 else "left"


def balanced(scene: Scene, kind: str) -> str:
    _must_be(kind, "forces")
    return truth_value(not any(net(scene, kind)))


def _must_be(kind: str, wanted: str) -> None:
    if kind != wanted:
        raise Unknown(f"this is asked of a {wanted}, not of {kind!r}")


OPERATIONS: dict[str, Callable[..., str]] = {
    "count": count,
    "mass": mass,
    "weight": weight,
    "heavier": heavier,
    "hangs_from": hangs_from,
    "below": below,
    "link": link,
    "extension": extension,
    "strands": strands,
    "pull": pull,
    "tips": tips,
    "moment": moment,
    "distance": distance,
    "heavier_side": heavier_side,
    "direction": direction,
    "force": force,
    "net_force": net_force,
    "net_direction": net_direction,
    "balanced": balanced,
}
