from tests.stages.stem.venn.shown import overlapping, with_counts, with_elements, with_shading
from vlcorpus.stages.stem.venn.curves import Curve
from vlcorpus.stages.stem.venn.facts import claims


def said(diagram):
    return {str(claim) for claim in claims(diagram)}


def test_elements():
    assert {
        "count(elements) = 5",
        "elements(A) = 1, 7, 10",
        "elements(A ∩ B) = 7",
        "elements(A') = 2, 9",
        "size(A ∪ B) = 4",
        "member(7, A) = yes",
        "member(7, A \\ B) = no",
        "memberships(7) = 2",
        "memberships(9) = 0",
        "exactly(1) = 3",
        "at_least(1) = 4",
        "largest() = A",
        "disjoint(A, B) = no",
        "subset(A, B) = no",
        "count(regions) = 4",
    } <= said(with_elements())


def test_counts():
    found = said(with_counts())
    assert {"size(A) = 8", "size(B) = 11", "size(A') = 12", "count(elements) = 20", "largest() = B"} <= found
    assert not any(claim.startswith(("elements", "member")) for claim in found)


def test_shading():
    found = claims(with_shading())
    assert {
        "shading() = A \\ B",
        "count(shaded) = 1",
        "shaded(A \\ B) = yes",
        "shaded(B) = no",
    } <= {str(claim) for claim in found}
    assert not any(str(claim).startswith("shaded(A) ") for claim in found)
    (shading,) = [claim for claim in found if claim.operation == "shading"]
    assert "A ∩ B" in shading.rivals
    (count,) = [claim for claim in found if claim.expression == ("count", "shaded")]
    assert count.things == ("region A",)


def test_curves_tell_subsets():
    diagram = overlapping(content="counts", counts={"": 4, "A": 5, "AB": 3})
    diagram.curves["B"] = Curve((0, 0), (100, 100))
    diagram.regions = {"": (-400, 400), "A": (-200, 0), "AB": (0, 0)}
    assert {
        "subset(B, A) = yes",
        "subset(A, B) = no",
        "equal(A ∩ B, B) = yes",
        "equal(A ∪ B, A) = yes",
    } <= said(diagram)


def test_wrong_shadings_are_wrong():
    (shading,) = [claim for claim in claims(with_shading()) if claim.operation == "shading"]
    assert not {"A \\ B", "A"} - {"A"} & set(shading.rivals)
    assert len(shading.rivals) > 8
