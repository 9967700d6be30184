from tests.stages.stem.solid_geometry.solids import box
from vlcorpus.stages.stem.solid_geometry.lengths import length_of, measured


def test_three_lengths_tell_all_of_a_cuboid():
    cuboid = box(4, 6, 8)
    assert list(measured(cuboid)) == []
    cuboid.lengths += ["AB", "BC", "BF"]
    claims = {str(claim): claim for claim in measured(cuboid)}
    assert {
        "volume(solid) = 192",
        "surface_area(solid) = 208",
        "length(DH) = 8",
        "longer(AB, BC) = BC",
    } <= claims.keys()
    assert "length(AB) = 4" not in claims, "it only needs reading"
    assert all(claim.value not in claim.rivals for claim in claims.values())


def test_the_length_of_an_edge():
    assert [length_of(box(), edge) for edge in ("AB", "AD", "CG")] == [4, 6, 8]
