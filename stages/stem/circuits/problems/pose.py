"""A scene that poses a problem: a circuit, what is given of it and where, what is asked, and the solution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.claims import YES, Claim, Expression
from vlcorpus.schemas.scenes.problem import IN_BOTH, IN_IMAGE, IN_TEXT, Given, Problem, Step
from vlcorpus.schemas.scenes.scene import Scene, Thing
from vlcorpus.schemas.stem.circuits_problems import TIME, UNITS
from vlcorpus.stages.stem.circuits.compose import check
from vlcorpus.stages.stem.circuits.draw import things, truth
from vlcorpus.stages.stem.circuits.layout import BATTERY, laid_out
from vlcorpus.stages.stem.circuits.network import Network, parts
from vlcorpus.stages.stem.circuits.problems.choose import Chosen, Quantities, choose
from vlcorpus.stages.stem.circuits.problems.circuit import Circuit, Group, meter_operation
from vlcorpus.stages.stem.circuits.problems.compose import FAMILIES, METERS, compose, idle_because, without
from vlcorpus.stages.stem.circuits.problems.written import decimal, is_plain

_VARIANTS = {IN_IMAGE: 0.5, IN_TEXT: 0.2, IN_BOTH: 0.3}
# How often a quantity is given, of a load, of the whole, of a group.
_OF_LOAD = {"resistance": 6.0, "current": 1.5, "voltage": 1.5, "power": 2.0, "charge": 0.4, "energy": 0.6}
_OF_WHOLE = {"voltage": 6.0, "current": 1.5, "resistance": 0.8, "power": 1.2, "charge": 0.3, "energy": 0.5}
_OF_GROUP = {"voltage": 0.4, "current": 0.4, "resistance": 0.4, "power": 0.3}
_OF_METER = 7.0
_OF_TIME = 2.0
_LETTERS = {"current": "I", "voltage": "U", "power": "P"}  # by which labels tell what they are of


def pose(random: Random, families: Sequence[str] = FAMILIES) -> Scene:
    """Return a scene of one of the families, with a problem. Raises Unfit where chance makes no good one."""
    network, circuit, steps = compose(random, families)
    variant = random.choices(list(_VARIANTS), list(_VARIANTS.values()))[0]
    chosen = choose(random, circuit, _quantities(circuit, variant))
    used = {name for fact in chosen.facts for name in fact.expression[1:]}
    idle_meters = {meter for meter in circuit.shows if meter not in used}
    network = without(network, idle_meters)
    kinds = {part.kind for part in parts(network)}
    steps = tuple(step for step in steps if step not in METERS or step in kinds)
    sheet = laid_out(network, battery_to_right=random.random() < 0.5)
    check(network, sheet)
    problem = _problem(network, circuit, chosen, variant)
    speaks_of_time = any(fact.expression[0] in ("time", "charge", "energy") for fact in chosen.facts)
    told = truth(sheet, circuit.voltage, {})
    return Scene(
        family=steps[0],
        steps=steps,
        names=(*(part.name for part in parts(network)), BATTERY),
        truth=told | {"time": str(circuit.time)} if speaks_of_time else told,
        things=_with_one_wire(things(sheet, _labels(problem), {}, is_zigzag=random.random() < 0.4)),
        claims=(),
        problem=problem,
    )


def _quantities(circuit: Circuit, variant: str) -> Quantities:
    """Return what may be given and asked. The image has what labels can tell, one at each component."""
    values, is_drawn = circuit.quantities, variant == IN_IMAGE
    plain = frozenset(expression for expression, value in values.items() if is_plain(value))
    return Quantities(
        plain=plain,
        askable=plain.difference(_carried_over(circuit)),
        givable={
            expression: weight
            for expression, weight in _weights(circuit).items()
            if decimal(values[expression]) and (not is_drawn or _is_drawable(expression))
        },
        is_one_each=is_drawn,
    )


def _weights(circuit: Circuit) -> dict[Expression, float]:
    """Return how often each quantity is given that may be."""
    found: dict[Expression, float] = {TIME: _OF_TIME}
    for group in circuit.whole.all():
        of = _OF_WHOLE if group is circuit.whole else _OF_GROUP if group.parts else _OF_LOAD
        found |= {(operation, *group.name): weight for operation, weight in of.items()}
    for expression in _carried_over(circuit):
        found.pop(expression, None)
    return found | {(meter_operation(meter), meter): _OF_METER for meter in circuit.shows}


def _carried_over(circuit: Circuit) -> Iterator[Expression]:
    """Yield what of a group one calls by its parts: the current of a row, the voltage of branches."""
    for group in circuit.whole.all():
        if group.parts and group is not circuit.whole:
            operations = ("current", "charge") if group.is_series else ("voltage",)
            yield from ((operation, *group.name) for operation in operations)


def _is_drawable(expression: Expression) -> bool:
    """Say whether a label can tell it: beside a load, a meter or the battery, that it is of."""
    if len(expression) != 2:
        return False
    operation, name = str(expression[0]), str(expression[1])
    return operation == "voltage" if name == BATTERY else operation == "resistance" or operation in _LETTERS


def _problem(network: Network, circuit: Circuit, chosen: Chosen, variant: str) -> Problem:
    values = circuit.quantities
    numbers = {id(fact): n for n, fact in enumerate([*chosen.givens, *chosen.steps])}
    tellings = (
        *(Claim(reason, YES) for reason in idle_because(network)),
        Claim(("connected", _connection(circuit.whole)), YES),
    )
    givens = tuple(_givens([_claim(fact.expression, values) for fact in chosen.givens], variant))
    steps = tuple(
        Step(
            rule=str(fact.law),
            inputs=tuple(sorted(numbers[id(earlier)] for earlier in fact.inputs)),
            claim=_claim(fact.expression, values),
        )
        for fact in chosen.steps
    )
    target = _claim(chosen.target.expression, values)
    has_meter = any(name in circuit.shows for fact in chosen.facts for name in fact.expression[1:])
    return Problem(
        givens=givens,
        asked=target.expression,
        answer=target.value,
        steps=steps,
        variant=variant,
        text_solvable=variant == IN_TEXT and not has_meter,
        depth=chosen.target.depth,
        tellings=tellings,
    )


def _givens(claims: list[Claim], variant: str) -> Iterator[Given]:
    """Yield where each stands. A component has one label: where a second would be needed, it is told."""
    labelled: set[str] = set()
    for claim in claims:
        can_be_drawn = _is_drawable(claim.expression) and claim.arguments[0] not in labelled
        is_drawn = can_be_drawn and variant != IN_TEXT
        labelled.update(claim.arguments if is_drawn else ())
        yield Given(claim, is_drawn=is_drawn, is_told=not is_drawn or variant == IN_BOTH)


def _claim(expression: Expression, values: dict[Expression, Fraction]) -> Claim:
    return Claim(expression, str(values[expression]))


def _connection(group: Group) -> Expression:
    if not group.parts:
        return group.name[0]
    return ("series" if group.is_series else "parallel", *map(_connection, group.parts))


def _with_one_wire(drawn: Iterable[Thing]) -> tuple[Thing, ...]:
    """Return the things with all wires as one, of which a dot hides little: a problem must be seen whole."""
    things = list(drawn)
    wires = [shape for thing in things if thing.kind == "wire" for shape in thing.shapes]
    return Thing("wires", "wire", tuple(wires)), *(thing for thing in things if thing.kind != "wire")


def _labels(problem: Problem) -> dict[str, str]:
    """Return what is written at components: `6 Ω`, and `U = 4 V` where a resistance could be meant."""
    labels: dict[str, str] = {}
    for given in problem.givens:
        if given.is_drawn:
            operation, name = given.claim.operation, given.claim.arguments[0]
            amount = f"{decimal(Fraction(given.claim.value))} {UNITS[operation]}"
            is_of_load = name[0] in "RL" and operation != "resistance"
            labels[name] = f"{_LETTERS[operation]} = {amount}" if is_of_load else amount
    return labels
