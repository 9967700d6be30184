from tests.stages.stem.solid_geometry.solids import box, solid
from vlcorpus.stages.stem.solid_geometry.facts import claims


def said(figure):
    return {str(claim) for claim in claims(figure)}


def test_a_cuboid():
    cuboid = box()
    cuboid.draw("A", "G")
    cuboid.name((2, 0, 0))
    assert {
        "kind(solid) = cuboid",
        "count(edges) = 12",
        "count(hidden_edges) = 3",
        "count(seen_faces) = 3",
        "count(points) = 1",
        "edges_at(A) = 3",
        "hidden(DH) = yes",
        "hidden(AB) = no",
        "seen(ABCD) = no",
        "lines(AB, CD) = parallel",
        "lines(AB, CG) = skew",
        "lines(AB, BC) = intersecting",
        "lines(BF, AG) = skew",
        "perpendicular(AB, AE) = yes",
        "perpendicular(AB, AG) = no",
        "role(AG) = space diagonal",
        "midpoint(AB) = M",
        "on_face(M, ABCD) = yes",
        "on_face(M, EFGH) = no",
        "common_edge(ABCD, ABFE) = AB",
        "opposite_face(ABCD) = EFGH",
        "face_parallel(AB, EFGH) = yes",
        "face_perpendicular(AE, ABCD) = yes",
        "face_perpendicular(AB, ABCD) = no",
    } <= said(cuboid)


def test_a_cube_is_told_by_written_lengths_alone():
    cube = box(4, 4, 4)
    assert not any(claim.startswith("kind(") for claim in said(cube))
    cube.lengths += ["AB", "BC", "BF"]
    assert "kind(solid) = cube" in said(cube)


def test_angles_of_a_pyramid_are_not_told():
    pyramid = solid("quadrangular_pyramid")
    assert not any(claim.startswith(("perpendicular(", "equal(", "length(")) for claim in said(pyramid))
