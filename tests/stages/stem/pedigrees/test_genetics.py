from itertools import product
from random import Random

import pytest

from tests.stages.stem.pedigrees.families import cousins, family, person, three_generations
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.pedigrees import MODES
from vlcorpus.stages.stem.pedigrees.compose import compose
from vlcorpus.stages.stem.pedigrees.genetics import (
    draw_genotypes,
    explanation,
    is_affected,
    is_carrier,
    n_alleles,
    passed_on,
    surely_carrier,
)


@pytest.mark.parametrize(
    ("mode", "sex", "father", "mother", "children"),
    [
        ("autosomal dominant", "male", (1, 2), (0, 2), {(0, 2), (1, 2)}),
        ("autosomal recessive", "female", (1, 2), (1, 2), {(0, 2), (1, 2), (2, 2)}),
        ("X-linked recessive", "male", (1, 1), (0, 2), {(0, 1)}),
        ("X-linked recessive", "female", (1, 1), (0, 2), {(1, 2)}),
        ("Y-linked", "male", (1, 1), (0, 0), {(1, 1)}),
        ("Y-linked", "female", (1, 1), (0, 0), {(0, 0)}),
    ],
)
def test_alleles_are_passed_on(mode, sex, father, mother, children):
    assert passed_on(mode, sex, father, mother) == children


def modes_of(made):
    return {mode for mode in MODES if explanation(made, mode) is not None}


@pytest.mark.parametrize(
    ("rows", "couples", "affected", "possible"),
    [
        # Two who are not affected have a daughter who is: the textbook case.
        ("mf/f", "I-1 I-2: II-1", "II-1", {"autosomal recessive"}),
        ("mf/m", "I-1 I-2: II-1", "II-1", {"autosomal recessive", "X-linked recessive"}),
        # Two who are affected have a daughter who is not.
        ("mf/f", "I-1 I-2: II-1", "I-1 I-2", {"autosomal dominant"}),
        ("mf/m", "I-1 I-2: II-1", "I-1 II-1", set(MODES) - {"X-linked dominant"}),
    ],
)
def test_which_modes_explain_a_chart(rows, couples, affected, possible):
    assert modes_of(family(rows, couples, affected)) == possible


def explained(made, mode):
    """Return every way to explain a chart, by trying all."""
    people = list(made.people)
    choices = [[(has, of) for has in range(of + 1)] for of in (n_alleles(mode, p.sex) for p in people)]
    for genotypes in product(*choices):
        of = dict(zip(people, genotypes, strict=True))
        shows = all(is_affected(mode, of[p]) == p.affected for p in people)
        if shows and all(
            of[p] in passed_on(mode, p.sex, of[p.parents[0]], of[p.parents[1]]) for p in people if p.parents
        ):
            yield of


@pytest.mark.parametrize("mode", MODES)
def test_what_is_found_is_what_trying_all_finds(mode):
    tried = 0
    for seed in range(60):
        try:
            made = compose(Random(f"genetics {seed}"))
        except Unfit:
            continue
        if len(list(made.people)) > 8 or made.shows_carriers or any(same for *_, same in made.twins):
            continue
        tried += 1
        all_of = list(explained(made, mode))
        domains = explanation(made, mode)
        assert (domains is None) == (not all_of)
        if domains is not None and "recessive" in mode:
            for p in made.people:
                assert surely_carrier(made, mode, domains, p) == all(is_carrier(of[p]) for of in all_of)
    assert tried > 3


def test_related_parents_are_tried_out():
    """By striking out alone one would not see that both cousins must have the allele of one grandparent."""
    made = cousins("IV-1")
    assert modes_of(made) == {"autosomal recessive"}
    assert list(explained(made, "autosomal recessive"))


def test_identical_twins_have_the_same_genotype():
    made = three_generations("III-1")
    person(made, "III-2").sex = "male"
    made.twins.append((person(made, "III-1"), person(made, "III-2"), True))
    assert modes_of(made) == set()


def test_carriers_that_are_shown_have_one_allele():
    made = family("mf/f", "I-1 I-2: II-1", "II-1", shows_carriers=True)
    assert modes_of(made) == set()
    for name in ("I-1", "I-2"):
        person(made, name).carrier = True
    assert modes_of(made) == {"autosomal recessive"}


def test_genotypes_by_chance_follow_the_rules():
    made = three_generations("")
    for seed in range(20):
        found = draw_genotypes(made, "X-linked recessive", Random(seed))
        for p in made.people:
            if p.parents:
                father, mother = (found[parent] for parent in p.parents)
                assert found[p] in passed_on("X-linked recessive", p.sex, father, mother)
