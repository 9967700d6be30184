from tests.stages.stem.grid_maps.maps import grid
from vlcorpus.stages.stem.grid_maps.facts import claims
from vlcorpus.stages.stem.grid_maps.places import places


def test_places():
    made = grid(
        regions={"lake": [(2, 1), (2, 2)]}, region_colors={"lake": "blue"}, route=[(0, 3), (1, 3)], north="up"
    )
    found = places(made, claims(made))
    assert found["place", "bank"].exact == ("350", "250")
    assert found["place", "A2"].at == (50, 150)
    assert found["corner", "A2", "B2", "A3", "B3"].at == (100, 200)
    assert found["halfway", "school", "zoo"].exact == ("150", "200")
    assert found["region", "lake"].at == (250, 150)
    assert found["start",].at == (50, 350)
    assert found["end",].at == (150, 350)
    assert found["nearest", "school"].at == found["place", "zoo"].at
    assert found["arrive", "school", "2 north, 1 east"].at == (250, 250)
    assert ("halfway", "school", "bank") not in found
