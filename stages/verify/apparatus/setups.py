"""What can be said of a setup of glassware, and where its parts are."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.apparatus import NEEDED, STATES, SUITS, USES
from vlcorpus.stages.verify.apparatus.setup import Setup
from vlcorpus.stages.verify.oracle import Unknown

XY = tuple[float, float]
NOTHING = "nothing"
_DENSITY = {"upward displacement of air": "denser", "downward displacement of air": "lighter"}
_ELECTRODES = {"+": "anode", "-": "cathode"}
_GASES = {"anode": "oxygen", "cathode": "hydrogen"}  # of water


def purpose(setup: Setup, what: str) -> str:
    _only("setup", what)
    return setup.purpose


def part(setup: Setup, letter: str) -> str:
    return setup.labelled(letter).kind


def label(setup: Setup, kind: str) -> str:
    setup.of_kind(kind)  # it must be one
    return _only_letter(setup, kind)


def count(setup: Setup, what: str) -> str:
    return str(len(setup.labels) if what == "labels" else len(setup.of_kind(what)))


def has(setup: Setup, kind: str) -> str:
    return truth_value(bool(setup.of_kind(kind)))


def use(setup: Setup, letter: str) -> str:
    kind = part(setup, letter)
    if kind not in USES:
        raise Unknown(f"what a {kind} does depends on the setup")
    return USES[kind]


def doing(setup: Setup, use: str) -> str:
    return _only_letter(setup, *(kind for kind, does in USES.items() if does == use))


def missing(setup: Setup, what: str) -> str:
    _only("setup", what)
    if setup.purpose not in NEEDED:
        raise Unknown(f"what is needed for {setup.purpose} is left open")
    return _one_or_nothing(setup.missing)


def path(setup: Setup, what: str) -> str:
    passed = _letters_passed(setup, what)
    if len(passed) < 2:
        raise Unknown(f"{len(passed)} labelled parts are passed")
    return ", ".join(passed)


def first(setup: Setup, what: str, one: str, other: str) -> str:
    passed = _letters_passed(setup, what)
    if one == other or not {one, other} <= set(passed):
        raise Unknown(f"{one} and {other} are not two parts that are passed")
    return min(one, other, key=passed.index)


def passes(setup: Setup, what: str, letter: str) -> str:
    return truth_value(setup.index(letter) in setup.flow_of(what).through)


def state(setup: Setup, aspect: str) -> str:
    if aspect not in setup.states:
        raise Unknown(f"{aspect!r} is not seen in this setup")
    return setup.states[aspect]


def right(setup: Setup, aspect: str) -> str:
    mounted = state(setup, aspect)
    return truth_value(STATES[aspect][mounted])


def correct(setup: Setup, what: str) -> str:
    _only("setup", what)
    if not setup.states and setup.purpose not in NEEDED:
        raise Unknown("nothing says how it should be")
    return truth_value(not setup.wrong_states and not setup.missing)


def mistake(setup: Setup, what: str) -> str:
    _only("setup", what)
    if not setup.states:
        raise Unknown("nothing is mounted in one of two ways")
    return _one_or_nothing(setup.wrong_states)


def collection(setup: Setup, what: str) -> str:
    _only("gas", what)
    return _collects(setup)


def suits(setup: Setup, gas: str) -> str:
    gases = SUITS[_collects(setup)]
    if gas not in gases:
        raise Unknown(f"whether {gas!r} is collected so is left open")
    return truth_value(gases[gas])


def density(setup: Setup, what: str) -> str:
    _only("gas", what)
    if (how := _collects(setup)) not in _DENSITY:
        raise Unknown("the gas is not collected in air")
    return _DENSITY[how]


def electrode(setup: Setup, side: str) -> str:
    if setup.poles is None or side not in setup.poles:
        raise Unknown(f"no electrode is connected on the {side}")
    return _ELECTRODES[setup.poles[side]]


def gas_over(setup: Setup, side: str) -> str:
    if setup.purpose != "electrolysis of water":
        raise Unknown(f"{setup.purpose} gives other gases, or none")
    return _GASES[electrode(setup, side)]


def end(setup: Setup, letter: str) -> XY:
    x, y = setup.labelled(letter).at
    return float(x), float(y)


def only(setup: Setup, kind: str) -> XY:
    parts = setup.of_kind(kind)
    if len(parts) != 1:
        raise Unknown(f"{len(parts)} of {kind} are drawn")
    x, y = parts[0].at
    return float(x), float(y)


def _only(name: str, given: str) -> None:
    """Raises Unknown for an argument that is not the one there is."""
    if given != name:
        raise Unknown(f"{given!r} is not the {name}")


def _only_letter(setup: Setup, *kinds: str) -> str:
    letters = [letter for letter in setup.labels if part(setup, letter) in kinds]
    if len(letters) != 1:
        raise Unknown(f"{len(letters)} letters label such a part")
    return letters[0]


def _one_or_nothing(found: list[str]) -> str:
    if len(found) > 1:
        raise Unknown(f"there are several: {', '.join(found)}")
    return found[0] if found else NOTHING


def _letters_passed(setup: Setup, what: str) -> list[str]:
    """Return the letters of the parts that something passes, in order."""
    letters = {index: letter for letter, index in setup.labels.items()}
    return [letters[index] for index in setup.flow_of(what).through if index in letters]


def _collects(setup: Setup) -> str:
    if setup.collects is None:
        raise Unknown("no gas is collected")
    return setup.collects
