"""What can be said of a diagram of sets: schemas/stem/venn.py names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.stages.stem.venn.diagram import Diagram
from vlcorpus.stages.stem.venn.draw import region_name
from vlcorpus.stages.stem.venn.expressions import expressions, regions_of

_MAX_LISTED = 8  # elements: nobody reads longer lists
_MEMBER_OF = 9  # expressions for which it is asked whether an element is in them


def claims(diagram: Diagram) -> tuple[Claim, ...]:
    facts = _Facts(diagram)
    content = {"elements": facts.elements, "counts": facts.sizes, "shading": facts.shading}[diagram.content]
    return (*facts.curves(), *content())


class _Facts:
    def __init__(self, diagram: Diagram) -> None:
        self.diagram = diagram
        self.regions = tuple(diagram.regions)
        self.sets = tuple(f"set {name}" for name in diagram.sets)
        # Each expression that is worth a sentence, and its regions.
        self.named = {
            expression: regions
            for expression in expressions(diagram.sets, with_universe=bool(diagram.universe))
            if (regions := regions_of(expression, self.regions))
        }

    def curves(self) -> Iterator[Claim]:
        """Yield what the curves tell, whatever the regions hold."""
        yield Claim(("count", "sets"), str(len(self.sets)), self.sets, _near(len(self.sets)))
        yield Claim(("count", "regions"), str(len(self.regions)), self.sets, _near(len(self.regions)))
        for a, b in permutations(self.diagram.sets, 2):
            seen, of_a = (f"set {a}", f"set {b}"), [region for region in self.regions if a in region]
            yield Claim(("subset", a, b), truth_value(all(b in region for region in of_a)), seen)
        for a, b in combinations(self.diagram.sets, 2):
            is_disjoint = not any(a in region and b in region for region in self.regions)
            yield Claim(("disjoint", a, b), truth_value(is_disjoint), (f"set {a}", f"set {b}"))
            parts = (a, b, f"{a} ∩ {b}", f"{a} ∪ {b}", f"{a} \\ {b}")
            for one, other in combinations(parts, 2):
                if {one, other} != {a, b}:
                    same = self._of(one) == self._of(other)
                    yield Claim(("equal", other, one), truth_value(same), (f"set {a}", f"set {b}"))

    def elements(self) -> Iterator[Claim]:
        yield from self.sizes()
        elements = self.diagram.elements
        listed = {
            expression: _listed(name for region in regions for name in elements[region])
            for expression, regions in self.named.items()
        }
        values = list(dict.fromkeys(value for value in listed.values() if value))
        everything = self._everything()
        for expression, value in listed.items():
            if value and value.count(",") < _MAX_LISTED:
                yield Claim(("elements", expression), value, everything, _without(values, value))
        for region, names in elements.items():
            for name in names:
                yield Claim(
                    ("memberships", name), str(len(region)), everything, _counts(self.sets, len(region))
                )
                for expression, regions in list(self.named.items())[:_MEMBER_OF]:
                    yield Claim(("member", name, expression), truth_value(region in regions), everything)
        things = tuple(f"element {name}" for name in self.diagram.spots)
        yield Claim(("count", "elements"), str(len(things)), things, _near(len(things)))

    def sizes(self) -> Iterator[Claim]:
        sizes = {region: self.diagram.size(region) for region in self.regions}
        everything = self._everything()
        for expression, regions in self.named.items():
            total = sum(sizes[region] for region in regions)
            yield Claim(("size", expression), str(total), everything, _near(total))
        for n in range(1, len(self.sets) + 1):
            exactly = sum(size for region, size in sizes.items() if len(region) == n)
            at_least = sum(size for region, size in sizes.items() if len(region) >= n)
            if any(len(region) == n for region in self.regions):
                yield Claim(("exactly", str(n)), str(exactly), everything, _near(exactly))
                yield Claim(("at_least", str(n)), str(at_least), everything, _near(at_least))
        of_sets = {name: sum(sizes[region] for region in self._of(name)) for name in self.diagram.sets}
        most = [name for name, size in of_sets.items() if size == max(of_sets.values())]
        if len(most) == 1:
            yield Claim(("largest",), most[0], everything, _without(of_sets, most[0]))
        if self.diagram.counts:
            total = sum(sizes.values())
            yield Claim(("count", "elements"), str(total), everything, _near(total))

    def shading(self) -> Iterator[Claim]:
        shaded = frozenset(self.diagram.shaded)
        things = tuple(map(region_name, self.diagram.shaded))
        everything = self.sets + things
        yield Claim(("count", "shaded"), str(len(shaded)), things, _near(len(shaded)))
        right = [expression for expression, regions in self.named.items() if regions == shaded]
        wrong = {regions: expression for expression, regions in self.named.items() if regions != shaded}
        if right:
            yield Claim(("shading",), right[0], everything, tuple(wrong.values()))
        for expression, regions in self.named.items():
            if regions <= shaded or not regions & shaded:
                yield Claim(("shaded", expression), truth_value(regions <= shaded), everything)

    def _of(self, expression: str) -> frozenset[str]:
        return regions_of(expression, self.regions, self.diagram.universe)

    def _everything(self) -> tuple[str, ...]:
        numbers = (f"number {region or 'outside'}" for region in self.diagram.counts)
        return (*self.sets, *(f"element {name}" for name in self.diagram.spots), *numbers)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names, key=int))


def _near(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, count - 2), count + 4) if other != count)


def _counts(sets: tuple[str, ...], count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(len(sets) + 1) if other != count)


def _without(values: Iterable[str], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
