from tests.stages.stem.grid_maps.maps import grid
from vlcorpus.stages.stem.grid_maps.facts import claims


def said(made):
    return {str(claim) for claim in claims(made)}


def test_landmarks():
    found = said(grid())
    assert {
        "square(school) = B1",
        "landmark(D3) = bank",
        "column(zoo) = B",
        "row(zoo) = 4",
        "side(school, zoo) = above",
        "steps(school, bank) = 4",
        "nearest(school) = zoo",
        "count(landmarks) = 3",
        "count(columns) = 5",
        "in_column(B) = 2",
        "in_row(2) = 0",
    } <= found
    unsaid = (
        "direction",
        "farther",
        "length",
        "one_square",
        "arrive",
        "region",
        "on_road",
        "route",
        "side(school, bank",
    )
    assert not any(claim.startswith(unsaid) for claim in found)


def test_a_compass():
    found = said(grid(north="up"))
    assert {
        "direction(school, zoo) = north",
        "direction(school, bank) = northeast",
        "farther(north, school, zoo) = zoo",
        "farther(east, school, bank) = bank",
        "beyond(north, school) = 2",
        "arrive(school, 2 north, 1 east) = C3",
    } <= found
    assert "direction(zoo, bank)" not in "".join(found)


def test_what_a_turned_compass_is_easily_taken_for():
    (claim,) = [c for c in claims(grid(north="down")) if c.expression == ("direction", "school", "zoo")]
    assert (claim.value, claim.prior) == ("south", "north")
    (claim,) = [c for c in claims(grid(north="up")) if c.expression == ("direction", "school", "zoo")]
    assert claim.prior is None


def test_a_scale():
    assert {"length(school, zoo) = 15/2", "one_square() = 5/2"} <= said(grid(scale=(2, 5, "km")))


def test_regions():
    made = grid(
        regions={"lake": [(0, 0), (1, 0)], "forest": [(2, 0)], "moor": [(4, 3)]},
        region_colors={"lake": "blue", "forest": "green", "moor": "purple"},
    )
    assert {
        "area(lake) = 2",
        "region_color(forest) = green",
        "inside(school, lake) = yes",
        "inside(zoo, lake) = no",
        "in_region(school) = lake",
        "touch(lake, forest) = yes",
        "touch(lake, moor) = no",
        "larger(lake, moor) = lake",
        "count(regions) = 3",
    } <= said(made)
    assert not any(claim.startswith(("larger(forest, moor", "in_region(zoo")) for claim in said(made))


def test_roads_and_a_route():
    made = grid(roads=[[(1, 0), (1, 1), (1, 2), (1, 3)]])
    assert {
        "on_road(zoo) = yes",
        "on_road(bank) = no",
        "joined(school, zoo) = yes",
        "joined(school, bank) = no",
    } <= said(made)
    made = grid(route=[(0, 3), (1, 3), (1, 2)], north="up", scale=(1, 100, "m"))
    assert {
        "start() = A4",
        "end() = B3",
        "route_steps() = 2",
        "route_turns() = 1",
        "route_length() = 200",
        "first_move() = east",
        "last_move() = south",
        "passes(zoo) = yes",
        "passes(bank) = no",
    } <= said(made)
