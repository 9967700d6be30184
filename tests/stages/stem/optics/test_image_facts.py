from fractions import Fraction

from vlcorpus.stages.stem.optics.image_facts import claims
from vlcorpus.stages.stem.optics.setup import CONVERGING, DIVERGING, Setup

POINTS = {"A": Fraction(-8), "B": Fraction(-2), "C": Fraction(12)}


def said(setup):
    return {str(claim) for claim in claims(setup, POINTS)}


def test_an_object_between_one_and_two_focal_lengths():
    written = ("focal", "object", "height")
    assert {
        "element() = converging lens",
        "image() = real",
        "orientation() = inverted",
        "size() = larger",
        "image_side() = right",
        "zone() = between F and 2F",
        "image_distance() = 12",
        "image_height() = 4",
        "magnification() = 2",
        "at(2F) = A",
        "at(image) = C",
        "object_side(A) = yes",
        "object_side(C) = no",
        "nearer_to_element(A, B) = B",
        "moved(A) = smaller",
        "image_moved(A) = real",
        "image_moved(B) = virtual",
        "count(rays) = 1",
    } <= said(Setup(CONVERGING, 4, Fraction(6), 2, ("center",), written=written))


def test_numbers_are_told_where_they_are_written():
    assert not any("distance" in claim for claim in said(Setup(CONVERGING, 4, Fraction(6), 2)))


def test_a_diverging_lens_makes_small_upright_virtual_images():
    found = said(Setup(DIVERGING, 4, Fraction(4), 2))
    assert {
        "image() = virtual",
        "orientation() = upright",
        "size() = smaller",
        "image_side() = left",
    } <= found
    assert not any(claim.startswith("zone") for claim in found)
