from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.network.links import LinkLook, crossing, halfway, head, link
from vlcorpus.stages.stem.network.nodes import Body

BODIES = (Body.disc(1), Body(2, 1, is_round=False))


def points(shape):
    return list(shape.path.points())


def test_a_link_leads_from_border_to_border():
    (line,) = link((0, 0), (10, 0), BODIES, LinkLook())
    assert points(line) == [(1, 0), (8, 0)]
    assert line.role == Role.LINE


def test_an_arrow_touches_the_border_with_its_tip_and_its_line_ends_in_its_head():
    line, tip = link((0, 0), (10, 0), BODIES, LinkLook(head=1.5, clearance=0.5), hue="red")
    assert points(line) == [(1.5, 0), (6, 0)]
    assert max(x for x, _ in points(tip)) == 7.5
    assert min(x for x, _ in points(tip)) == 6
    assert (tip.role, tip.hue) == (Role.FULL, "red")


def test_a_gap_is_left_in_the_middle_between_the_nodes():
    (line,) = link((0, 0), (10, 0), BODIES, LinkLook(), gap=2)
    assert points(line) == [(1, 0), (4, 0), (6, 0), (8, 0)]


def test_a_bold_link_has_its_width():
    (bar,) = link((0, 0), (10, 0), BODIES, LinkLook(bold=0.5))
    assert {y for _, y in points(bar)} == {-0.25, 0.25}
    assert bar.role == Role.FULL


def test_a_head_points_along_its_way():
    tip, *base = head((0, 0), (0, 1), 2).points()
    assert tip == (0, 0)
    assert [y for _, y in base] == [-2, -2]


def test_where_links_cross():
    assert crossing((0, 0), (4, 4), (0, 2), (2, 0)) == (0.25, 0.5)
    assert crossing((0, 0), (4, 4), (1, 0), (5, 4)) is None
    assert crossing((0, 0), (4, 4), (4, 4), (8, 0)) is None
    assert crossing((0, 0), (1, 1), (0, 4), (4, 0)) is None


def test_halfway():
    assert halfway((0, 2), (4, 4)) == (2, 3)
