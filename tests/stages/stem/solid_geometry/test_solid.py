import pytest

from tests.stages.stem.solid_geometry.solids import box, solid
from vlcorpus.schemas.scenes.scene import Unfit


def test_edges_have_two_faces_and_normals_go_outwards():
    cuboid = box()
    assert len(cuboid.shell.edges) == 12
    assert cuboid.shell.edges["AE"] == ("DAEH", "ABFE")
    assert cuboid.shell.normals["BCGF"] == (1, 0, 0)
    assert cuboid.shell.normals["ABCD"] == (0, 0, -1)


def test_what_is_behind_is_hidden():
    cuboid = box()
    assert [face for face in cuboid.shell.faces if cuboid.is_seen(face)] == ["EFGH", "ABFE", "BCGF"]
    assert {edge for edge in cuboid.shell.edges if cuboid.is_hidden(edge)} == {"AD", "CD", "DH"}
    assert cuboid.is_hidden("AG")
    assert not cuboid.is_hidden("AF")


def test_diagonals_of_faces_and_of_space():
    assert set(box().diagonals(in_faces=False)) == {"AG", "BH", "CE", "DF"}
    assert len(box().diagonals(in_faces=True)) == 12
    assert solid("triangular_pyramid").diagonals(in_faces=True) == []


def test_a_segment_along_an_edge_is_refused():
    cuboid = box()
    middle = cuboid.name((2, 0, 0))
    with pytest.raises(Unfit):
        cuboid.draw("A", middle)
    assert cuboid.draw("G", "A") == "AG"


def test_a_point_is_named_once():
    cuboid = box()
    assert cuboid.name((0, 0, 0)) == "A"
    assert cuboid.name((2, 0, 0)) == cuboid.name((2, 0, 0)) == "M"
