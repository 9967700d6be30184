"""What families look like: how many generations, who has children with whom."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.pedigrees import SEXES
from vlcorpus.stages.stem.pedigrees.family import Couple, Family, Person

MAX_IN_ROW = 8
_OTHER = {"male": "female", "female": "male"}


class _Builder:
    """Grows a family generation by generation, in the order from the left."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.rows: list[list[Person]] = [[]]
        self.couples: list[Couple] = []

    def founders(self) -> Couple:
        sexes = self.random.sample(SEXES, 2) if self.random.random() < 0.3 else SEXES
        people = [Person(sex, 0) for sex in sexes]
        self.rows[0] += people
        return self.couple(*people)

    def couple(self, one: Person, other: Person, *, is_related: bool = False) -> Couple:
        father, mother = (one, other) if one.is_male else (other, one)
        couple = Couple(father, mother, is_related=is_related)
        self.couples.append(couple)
        return couple

    def children(self, couple: Couple, count: int) -> list[Person]:
        row = couple.father.row + 1
        if len(self.rows) == row:
            self.rows.append([])
        parents = (couple.father, couple.mother)
        couple.children = [Person(self.random.choice(SEXES), row, parents) for _ in range(count)]
        self.rows[row] += couple.children
        return couple.children

    def marry(self, person: Person) -> Couple:
        """Add a partner from outside, beside a person."""
        partner = Person(_OTHER[person.sex], person.row)
        row = self.rows[person.row]
        row.insert(row.index(person) + self.random.randint(0, 1), partner)
        return self.couple(person, partner)

    def family(self) -> Family:
        if max(map(len, self.rows)) > MAX_IN_ROW:
            raise Unfit("a generation is crowded")
        return Family(self.rows, self.couples)


def _two_generations(random: Random) -> Family:
    builder = _Builder(random)
    builder.children(builder.founders(), random.randint(3, 6))
    return builder.family()


def _generations(random: Random, count: int) -> Family:
    builder = _Builder(random)
    generation = builder.children(builder.founders(), random.randint(2, 4))
    for depth in range(2, count):
        parents = random.sample(generation, min(len(generation), random.randint(1, 2)))
        couples = [builder.marry(person) for person in generation if person in parents]
        most = 3 if depth < count - 1 or len(couples) > 1 else 4
        generation = [
            child for couple in couples for child in builder.children(couple, random.randint(1, most))
        ]
    return builder.family()


def _three_generations(random: Random) -> Family:
    return _generations(random, 3)


def _four_generations(random: Random) -> Family:
    return _generations(random, 4)


def _two_lines(random: Random) -> Family:
    """The last child of one couple and the first of another have children."""
    builder = _Builder(random)
    left, right = builder.founders(), builder.founders()
    one = builder.children(left, random.randint(1, 3))[-1]
    other = builder.children(right, random.randint(1, 3))[0]
    other.sex = _OTHER[one.sex]
    builder.children(builder.couple(one, other), random.randint(2, 4))
    return builder.family()


def _cousins(random: Random) -> Family:
    """Two cousins have children."""
    builder = _Builder(random)
    siblings = builder.children(builder.founders(), random.randint(2, 3))
    left, right = (builder.marry(person) for person in (siblings[0], siblings[-1]))
    one = builder.children(left, random.randint(1, 2))[-1]
    other = builder.children(right, random.randint(1, 2))[0]
    other.sex = _OTHER[one.sex]
    builder.children(builder.couple(one, other, is_related=True), random.randint(1, 3))
    return builder.family()


SHAPES: dict[str, Callable[[Random], Family]] = {
    "two_generations": _two_generations,
    "three_generations": _three_generations,
    "four_generations": _four_generations,
    "two_lines": _two_lines,
    "cousins": _cousins,
}
