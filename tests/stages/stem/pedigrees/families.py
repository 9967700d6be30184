"""Families of which a person knows what holds."""

from vlcorpus.stages.stem.pedigrees.family import Couple, Family, Person
from vlcorpus.stages.stem.pedigrees.layout import arrange


def family(rows: str, couples: str, affected: str = "", *, related: str = "", **changes) -> Family:
    """Return the family of rows `mf/mmf` and couples `I-1 I-2: II-1 II-3, …`, arranged."""
    made = Family(
        [
            [Person({"m": "male", "f": "female"}[sex], number) for sex in row]
            for number, row in enumerate(rows.split("/"))
        ],
        [],
        **changes,
    )
    made.name_all()
    named = {person.name: person for person in made.people}
    for couple in couples.split(", "):
        parents, children = couple.split(": ")
        father, mother = (named[name] for name in parents.split())
        below = [named[name] for name in children.split()]
        made.couples.append(Couple(father, mother, below, is_related=parents == related))
        for child in below:
            child.parents = (father, mother)
    for name in affected.split():
        named[name].affected = True
    arrange(made)
    return made


def three_generations(affected: str = "II-3 III-1", **changes) -> Family:
    """Return I-1 and I-2, their children II-1, II-3 and II-4, and the children of II-2 and II-3."""
    return family("mf/mmff/mf", "I-1 I-2: II-1 II-3 II-4, II-2 II-3: III-1 III-2", affected, **changes)


def cousins(affected: str = "") -> Family:
    return family(
        "mf/mffm/mf/f",
        "I-1 I-2: II-1 II-3, II-1 II-2: III-1, II-4 II-3: III-2, III-1 III-2: IV-1",
        affected,
        related="III-1 III-2",
    )


def person(made: Family, name: str) -> Person:
    return next(p for p in made.people if p.name == name)
