from vlcorpus.stages.stem.solid_geometry.body import Body


def test_the_top_is_a_height_above_the_lowest_point():
    assert Body("cone", 3, 6, (0, 4), "A").top == 10
