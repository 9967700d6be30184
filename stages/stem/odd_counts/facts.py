"""What holds of things with countable parts: how many, by the usual number, and by each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from vlcorpus.schemas.scenes.claims import NO, YES, Claim, Expression, truth_value
from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.stem.odd_counts import COMPARED, USUAL
from vlcorpus.stages.stem.odd_counts.compose import Group, bounds
from vlcorpus.stages.stem.odd_counts.model import Model

MIN_APART = 0.05  # of a thing's width: parts whose x differ by less are not numbered from the left


def claims(group: Group) -> tuple[Claim, ...]:
    return (*_each(group), *_together(group))


def part_names(name: str, part: str, model: Model) -> tuple[str, ...]:
    """Return the things that show so many parts: a board's columns are seen where its rows are."""
    drawn = part if any(one.shapes for one in model.parts[part]) else "row"
    if not any(one.shapes for one in model.parts[drawn]):
        return (name,)
    return tuple(f"{drawn} {n} of {name}" for n in range(1, len(model.parts[drawn]) + 1))


def usual_count(group: Group, name: str, part: str) -> int | None:
    rank = group.models[name].rank
    return USUAL.get(group.kind.name, {}).get(part, rank)


def _each(group: Group) -> Iterator[Claim]:
    for name, model in group.models.items():
        for part, parts in model.parts.items():
            seen, count = part_names(name, part, model), len(parts)
            usual = usual_count(group, name, part)
            expected = group.kind.prior if usual is None else usual
            prior = None if expected in (None, count) else str(expected)
            yield Claim(("count", part, name), str(count), seen, _near(count, expected), prior)
            if usual is not None:
                yield from _by_usual(part, name, count - usual, seen)
        if model.rank is not None:
            seen = (name, *part_names(name, "pip", model))
            yield Claim(("rank", name), str(model.rank), (name,), _near(model.rank, len(model.parts["pip"])))


def _by_usual(part: str, name: str, more: int, seen: tuple[str, ...]) -> Iterator[Claim]:
    is_usual = truth_value(more == 0)
    yield Claim(("usual", part, name), is_usual, seen, prior=None if more == 0 else YES)
    if more:
        compared, rival = COMPARED[more < 0], COMPARED[more > 0]
        yield Claim(("compared", part, name), compared, seen, (rival,))
        yield Claim(("difference", part, name), str(abs(more)), seen, _near(abs(more), None))


def _together(group: Group) -> Iterator[Claim]:
    if len(group.models) == 1:
        return
    part = group.kind.part
    counts = {name: len(model.parts[part]) for name, model in group.models.items()}
    seen = {name: part_names(name, part, model) for name, model in group.models.items()}
    everything = tuple(thing for things in seen.values() for thing in things)
    n_objects, total = len(counts), sum(counts.values())
    yield Claim(("count", "object"), str(n_objects), everything, _near(n_objects, None))
    usual = [usual_count(group, name, part) for name in counts]
    as_usual = sum(number for number in usual if number is not None)
    prior = None if None in usual or as_usual == total else str(as_usual)
    yield Claim(("total", part), str(total), everything, _near(total, as_usual or None), prior)
    for one, other in combinations(counts, 2):
        same = truth_value(counts[one] == counts[other])
        prior = YES if same == NO and group.kind.usual is not None else None
        yield Claim(("same", part, one, other), same, (*seen[one], *seen[other]), prior=prior)
    for operation, extreme in (("most", max(counts.values())), ("fewest", min(counts.values()))):
        yield from _only(operation, part, [n for n in counts if counts[n] == extreme], counts, everything)
    numbers = Counter(counts.values())
    if n_objects > 2 and sorted(numbers.values()) == [1, n_objects - 1]:
        odd = [name for name in counts if numbers[counts[name]] == 1]
        yield from _only("odd", part, odd, counts, everything)


def _only(
    operation: str, part: str, found: list[str], names: Iterable[str], seen: tuple[str, ...]
) -> Iterator[Claim]:
    if len(found) == 1:
        rivals = tuple(name for name in names if name != found[0])
        yield Claim((operation, part), found[0], seen, rivals)


def _near(count: int, usual: int | None) -> tuple[str, ...]:
    """Return wrong numbers: the usual one first."""
    others = [] if usual is None else [usual]
    others += [count + by for by in (-2, -1, 1, 2, 3)]
    return tuple(dict.fromkeys(str(other) for other in others if other > 0 and other != count))


def places(group: Group) -> Iterator[tuple[Expression, Point]]:
    """Yield what can be pointed at: parts by their number from the left, missing and extra ones."""
    for name, model in group.models.items():
        left, _, right, _ = bounds(model)
        for part, parts in model.parts.items():
            ordered = sorted((one.at for one in parts), key=lambda at: at[0])
            if all(b[0] - a[0] >= MIN_APART * (right - left) for a, b in pairwise(ordered)):
                for number, at in enumerate(ordered, start=1):
                    yield ("nth", part, str(number), name), at
            for operation, found in (("missing", model.missing), ("extra", model.extra)):
                if len(found.get(part, ())) == 1:
                    yield (operation, part, name), found[part][0]
