from tests.stages.stem.pedigrees.families import cousins, family, person, three_generations
from vlcorpus.stages.stem.pedigrees.facts import claims


def said(made):
    return {str(claim) for claim in claims(made)}


def test_a_family():
    found = said(three_generations())
    assert {
        "sex(II-3) = female",
        "affected(II-3) = yes",
        "affected(I-1) = no",
        "father(II-4) = I-1",
        "mother(III-1) = II-3",
        "partner(II-2) = II-3",
        "children(I-1) = 3",
        "sons(I-1) = 1",
        "daughters(I-1) = 2",
        "brothers(II-3) = 1",
        "sisters(II-1) = 2",
        "affected_children(II-2) = 1",
        "siblings(II-1, II-4) = yes",
        "parent(I-1, II-1) = yes",
        "parent(I-1, II-2) = no",
        "ancestor(I-2, III-1) = yes",
        "ancestor(II-1, III-1) = no",
        "relation(II-1, III-1) = uncle",
        "from_outside(II-2) = yes",
        "from_outside(II-3) = no",
        "related_couple(I-1, I-2) = no",
        "count(people) = 8",
        "count(affected_females) = 1",
        "count(generations) = 3",
        "count(couples) = 2",
        "in_generation(II) = 4",
        "affected_in(III) = 1",
        "excluded(autosomal dominant) = yes",
        "excluded(autosomal recessive) = no",
        "excluded(Y-linked) = yes",
        "mode() = autosomal recessive",
        "surely_carrier(I-1, autosomal recessive) = yes",
        "surely_carrier(II-1, autosomal recessive) = no",
        "surely_carrier(III-2, autosomal recessive) = yes",
    } <= found
    assert not any(
        claim.startswith(("carrier", "deceased", "proband", "twins", "from_outside(I-1")) for claim in found
    )


def test_marks():
    made = three_generations(proband=None)
    person(made, "I-1").deceased = True
    made.proband = person(made, "III-1")
    made.twins.append((person(made, "III-1"), person(made, "III-2"), False))
    assert {
        "deceased(I-1) = yes",
        "deceased(I-2) = no",
        "proband() = III-1",
        "twins(III-1, III-2) = fraternal",
        "count(deceased) = 1",
    } <= said(made)


def test_carriers_that_are_shown_are_told_and_not_asked_for_otherwise():
    made = family("mf/f", "I-1 I-2: II-1", "II-1", shows_carriers=True)
    for name in ("I-1", "I-2"):
        person(made, name).carrier = True
    found = said(made)
    assert {"carrier(I-1) = yes", "count(carriers) = 2"} <= found
    assert not any(claim.startswith(("surely_carrier", "carrier(II-1")) for claim in found)


def test_related_partners():
    assert "related_couple(III-1, III-2) = yes" in said(cousins("IV-1"))


def test_counts_list_what_they_count():
    for claim in claims(three_generations()):
        if claim.operation in ("count", "in_generation", "affected_in"):
            assert claim.value == str(len(claim.things))
